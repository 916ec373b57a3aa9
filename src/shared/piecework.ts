import type { Worker } from 'node:worker_threads';
import type { Outcome } from './piecework-thread';
import { startThread } from './threads';

/** So many pieces are with the thread at a time: it goes on with the next one while this event loop is busy. */
const mostSent = 2;
/** How long a piece may go on that nobody waits for any more before its thread is ended, milliseconds. */
const patience = 250;
/** How long a thread is kept with nothing to do, milliseconds: it holds some 80 MB, and another one takes a second to start. */
const usualRest = 60_000;
/** Megabytes: a thread would take as much as its process may. One that needs more is ended, and who asked gets the error. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

/** A piece with the request that it belongs to. */
interface Item<Piece, Result> {
  readonly piece: Piece;
  readonly gone: AbortSignal;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * A thread beside the event loop that computes pieces of heavy requests, so that they delay nobody: started for the first
 * piece, and kept while there are more, or some may soon come. Requests take turns, a piece each. Where a client has left, what waits is dropped, and what is under
 * way goes on for a quarter of a second at most, after which the thread is ended with it and others begin theirs anew. Where the
 * thread ends by itself, requests that had a piece there fail; what comes next gets a new one.
 */
export class Piecework<Piece, Result> {
  private thread: Worker | undefined;
  private isClosed = false;
  /** In the order in which they are computed. */
  private sent: Item<Piece, Result>[] = [];
  /** By request: the one whose turn is next first. */
  private readonly waiting = new Map<AbortSignal, Item<Piece, Result>[]>();
  private readonly drop = (): void => {
    this.dropGone();
  };

  private resting: NodeJS.Timeout | undefined;

  /** @param file what the thread runs, without its suffix: it calls computePieces */
  constructor(
    private readonly file: string,
    private readonly rest = usualRest,
  ) {}

  /** How many pieces are not computed yet. */
  get unfinished(): number {
    let count = this.sent.length;
    for (const items of this.waiting.values()) count += items.length;
    return count;
  }

  /**
   * What the thread makes of a piece; rejects with the signal's reason once whoever wanted it is gone. Pieces with one signal
   * are one request's. Who stops waiting leaves no failure behind.
   */
  compute(piece: Piece, gone: AbortSignal): Promise<Result> {
    const computed = new Promise<Result>((resolve, reject) => {
      gone.throwIfAborted();
      if (this.isClosed) throw endedError();
      gone.addEventListener('abort', this.drop);
      this.wait({ piece, gone, resolve, reject });
    });
    computed.catch(() => undefined);
    this.send();
    return computed;
  }

  /** Ends the thread; what is not computed fails. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.resting);
    const left = [...this.sent.splice(0), ...[...this.waiting.values()].flat()];
    this.waiting.clear();
    for (const { reject } of left) reject(endedError());
    await this.endThread();
  }

  private wait(item: Item<Piece, Result>): void {
    const before = this.waiting.get(item.gone);
    if (before) before.push(item);
    else this.waiting.set(item.gone, [item]);
  }

  private send(): void {
    while (this.sent.length < mostSent) {
      const item = this.takeNext();
      if (!item) break;
      this.sent.push(item);
      this.thread ??= this.start();
      this.thread.postMessage(item.piece);
    }
    clearTimeout(this.resting);
    // A process with nothing else to do waits for what is computed, and not for the thread.
    if (this.sent.length > 0) this.thread?.ref();
    else this.letRest();
  }

  private letRest(): void {
    this.thread?.unref();
    this.resting = setTimeout(() => void this.endThread(), this.rest).unref();
  }

  /** The next piece of the request whose turn it is, which then stands behind all others. */
  private takeNext(): Item<Piece, Result> | undefined {
    const [next] = this.waiting;
    if (!next) return undefined;
    const [gone, items] = next;
    this.waiting.delete(gone);
    const item = items.shift();
    if (items.length > 0) this.waiting.set(gone, items);
    return item;
  }

  private start(): Worker {
    const thread = startThread(this.file, { resourceLimits });
    const lose = (error: unknown): void => {
      if (thread === this.thread) this.lose(error);
    };
    thread.on('message', (outcome: Outcome<Result>) => {
      if (thread === this.thread) this.settle(outcome);
    });
    thread.on('error', lose);
    thread.on('exit', () => {
      lose(endedError());
    });
    return thread;
  }

  private settle(outcome: Outcome<Result>): void {
    const item = this.sent.shift();
    if ('error' in outcome) item?.reject(outcome.error);
    else item?.resolve(outcome.result);
    this.send();
  }

  /** The thread is gone, and with it what was sent there: those requests have no answer any more. */
  private lose(error: unknown): void {
    this.thread = undefined;
    for (const { gone, reject } of this.sent.splice(0)) {
      reject(error);
      for (const item of this.waiting.get(gone) ?? []) item.reject(error);
      this.waiting.delete(gone);
    }
    this.send();
  }

  private dropGone(): void {
    for (const [gone, items] of this.waiting) {
      if (!gone.aborted) continue;
      this.waiting.delete(gone);
      for (const { reject } of items) reject(gone.reason);
    }
    const underWay = this.sent.filter(({ gone }) => gone.aborted);
    for (const { gone, reject } of underWay) reject(gone.reason);
    if (underWay.length === 0) return;
    setTimeout(() => {
      if (underWay.some((item) => this.sent.includes(item))) this.beginAnew();
    }, patience).unref();
  }

  /** Ends the thread in the middle of what nobody waits for; what others had there is sent again. */
  private beginAnew(): void {
    void this.endThread();
    const again = this.sent.splice(0).filter(({ gone }) => !gone.aborted);
    for (const item of again.reverse()) {
      const behind = this.waiting.get(item.gone);
      if (behind) behind.unshift(item);
      else this.waiting.set(item.gone, [item]);
    }
    this.send();
  }

  private async endThread(): Promise<void> {
    const { thread } = this;
    this.thread = undefined;
    await thread?.terminate();
  }
}

function endedError(): Error {
  return new Error('The thread that computes heavy requests ended before it had an answer.');
}
