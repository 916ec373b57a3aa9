import express, { type RequestHandler, type Response } from 'express';
import { GraphQLError } from 'graphql';
import type { Config } from '../../shared/config';
import { identityIn } from './authenticate';
import { overloaded } from './request-queue';
import { Shares } from './shares';

const megabyte = 1024 * 1024;
/** How long a client that was refused before its body ended may still read why, milliseconds. */
const lingering = 1_000;

/** What a request and its answer hold, and in whose share. */
interface Held {
  readonly identity: string;
  readonly bytes: number;
}

/** A body of JSON as it may come. */
interface ReadBody {
  /** In bytes. */
  readonly longest: number;
  readonly types: readonly string[];
}

/**
 * The bytes of bodies and of answers in memory, from the first byte of a body to the last of the answer: as many as come
 * in, not as are announced, so that slow connections hold next to nothing, and each for a limited time.
 */
export class HeldBytes {
  private readonly shares: Shares;
  private readonly bodyMilliseconds: number;
  private readonly answerMilliseconds: number;
  private readonly longestBody: number;
  private readonly heldFor = new WeakMap<Response, Held>();

  constructor(config: Config) {
    const most = config.SKILLWAKE_MAX_HELD_MEGABYTES * megabyte;
    this.longestBody = config.SKILLWAKE_MAX_BODY_MEGABYTES * megabyte;
    // Whoever sends one body at a time is always heard.
    this.shares = new Shares(most, Math.max(this.longestBody, (most * config.SKILLWAKE_MAX_SHARE) / 100));
    this.bodyMilliseconds = config.SKILLWAKE_BODY_SECONDS * 1_000;
    this.answerMilliseconds = config.SKILLWAKE_ANSWER_SECONDS * 1_000;
  }

  get total(): number {
    return this.shares.total;
  }

  /** Whether more of this identity's may be in memory. */
  hasRoom(identity: string): boolean {
    return this.shares.hasRoom(identity, 0);
  }

  /** Reads a body of JSON; refuses it where too much is held already, and where it takes too long. */
  bodyReader({ longest, types }: Partial<ReadBody> = {}): RequestHandler {
    const limit = Math.min(longest ?? this.longestBody, this.longestBody);
    return this.reading(express.json({ limit, type: [...(types ?? ['application/json'])] }), limit);
  }

  /** The same of a body of any type, as its bytes. */
  bytesReader(): RequestHandler {
    const limit = this.longestBody;
    return this.reading(express.raw({ limit, type: () => true }), limit);
  }

  private reading(parse: RequestHandler, limit: number): RequestHandler {
    return (request, response, next) => {
      const packed = (request.get('content-encoding') ?? 'identity').toLowerCase() !== 'identity';
      let decided = false;
      const decide = (error?: unknown): void => {
        if (decided) return;
        decided = true;
        clearTimeout(timer);
        next(error);
      };
      const refuse = (error: Error): void => {
        if (decided) return;
        // Nothing of what still arrives is kept.
        request.removeAllListeners('data').resume();
        setTimeout(() => request.destroy(), lingering).unref();
        decide(error);
      };
      const timer = setTimeout(() => refuse(tooSlow(this.bodyMilliseconds)), this.bodyMilliseconds);
      response.once('close', () => clearTimeout(timer));
      let received = 0;
      request.on('data', (part: Buffer) => {
        // What was packed may unpack to the longest body from its first byte on.
        const bytes = packed ? (received === 0 ? limit : 0) : part.length;
        received += part.length;
        if (this.hold(response, bytes)) return;
        refuse(overloaded());
      });
      void parse(request, response, decide);
    };
  }

  /** Holds the bytes of an answer until its client has read it, and cuts off who reads too slowly. */
  readonly watchAnswer: RequestHandler = (_request, response, next) => {
    const send = response.send.bind(response);
    response.send = (body: unknown) => {
      if (typeof body === 'string' || Buffer.isBuffer(body))
        this.hold(response, Buffer.byteLength(body), true);
      const timer = setTimeout(() => response.destroy(), this.answerMilliseconds);
      response.once('close', () => clearTimeout(timer));
      return send(body);
    };
    next();
  };

  /** Until the response is closed; an answer that is there is held in any case, and what comes next has to wait for it. */
  private hold(response: Response, bytes: number, inAnyCase = false): boolean {
    // What nobody waits for is on its way out of memory.
    if (response.closed) return true;
    const before = this.heldFor.get(response);
    const { identity, bytes: held } = before ?? { identity: identityIn(response), bytes: 0 };
    if (!inAnyCase && !this.shares.hasRoom(identity, bytes)) return false;
    if (before === undefined) response.once('close', () => this.giveBack(response));
    this.shares.take(identity, bytes);
    this.heldFor.set(response, { identity, bytes: held + bytes });
    return true;
  }

  /**
   * Counts what a request holds to whom it has proven to be from since. Throws OverloadedError where they hold too much
   * already.
   */
  handOver(response: Response): void {
    const held = this.heldFor.get(response);
    if (held === undefined) return;
    const identity = identityIn(response);
    if (!this.shares.hasRoom(identity, held.bytes)) throw overloaded();
    this.shares.giveBack(held.identity, held.bytes);
    this.shares.take(identity, held.bytes);
    this.heldFor.set(response, { identity, bytes: held.bytes });
  }

  private giveBack(response: Response): void {
    const held = this.heldFor.get(response);
    if (held) this.shares.giveBack(held.identity, held.bytes);
    this.heldFor.delete(response);
  }
}

function tooSlow(milliseconds: number): GraphQLError {
  return new GraphQLError(
    `The body did not arrive within ${String(milliseconds / 1_000)} seconds: send it in parts, or over a faster connection.`,
    { extensions: { code: 'BAD_REQUEST', http: { status: 408 } } },
  );
}
