import express, { type RequestHandler, type Response } from 'express';
import { GraphQLError } from 'graphql';
import type { Config } from '../../shared/config';
import { identityFor } from './authenticate';
import { overloaded } from './request-queue';
import { Shares } from './shares';

const megabyte = 1024 * 1024;
/** How long a client that was refused before its body ended may still read why, milliseconds. */
const lingering = 1_000;

/**
 * The bytes of bodies and of answers in memory, from the first byte of a body to the last of the answer: as many as come
 * in, not as are announced, so that slow connections hold next to nothing, and each for a limited time.
 */
export class HeldBytes {
  private readonly shares: Shares;
  private readonly bodyMilliseconds: number;
  private readonly answerMilliseconds: number;
  private readonly longestBody: number;
  /** Reads a body of JSON; refuses it where too much is held already, and where it takes too long. */
  readonly readBody: RequestHandler;
  /** The same of a body of any type, as its bytes. */
  readonly readBytes: RequestHandler;
  private readonly heldFor = new WeakMap<Response, number>();

  constructor(config: Config) {
    const most = config.SKILLWAKE_MAX_HELD_MEGABYTES * megabyte;
    this.longestBody = config.SKILLWAKE_MAX_BODY_MEGABYTES * megabyte;
    this.readBody = this.reading(express.json({ limit: this.longestBody }));
    this.readBytes = this.reading(express.raw({ limit: this.longestBody, type: () => true }));
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

  private reading(parse: RequestHandler): RequestHandler {
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
        const bytes = packed ? (received === 0 ? this.longestBody : 0) : part.length;
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
    const identity = identityFor(response);
    if (!inAnyCase && !this.shares.hasRoom(identity, bytes)) return false;
    const before = this.heldFor.get(response);
    if (before === undefined) {
      response.once('close', () => this.shares.giveBack(identity, this.heldFor.get(response) ?? 0));
    }
    this.shares.take(identity, bytes);
    this.heldFor.set(response, (before ?? 0) + bytes);
    return true;
  }
}

function tooSlow(milliseconds: number): GraphQLError {
  return new GraphQLError(
    `The body did not arrive within ${String(milliseconds / 1_000)} seconds: send it in parts, or over a faster connection.`,
    { extensions: { code: 'BAD_REQUEST', http: { status: 408 } } },
  );
}
