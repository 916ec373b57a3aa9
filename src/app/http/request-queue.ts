import type { RequestHandler, Response } from 'express';
import PQueue from 'p-queue';
import { OverloadedError } from '../../shared/errors';

/** How long a request waits for its turn, milliseconds: after that its client had better ask another server. */
const longestWait = 5_000;

/**
 * Bounds the requests that run, and with them memory: some wait in order, their bodies unread; any more are refused at
 * once, so that those that run get done.
 */
export class RequestQueue {
  private readonly queue: PQueue;

  constructor(
    private readonly mostRunning: number,
    private readonly mostWaiting: number,
  ) {
    this.queue = new PQueue({ concurrency: mostRunning });
  }

  get running(): number {
    return this.queue.pending;
  }

  get waiting(): number {
    return this.queue.size;
  }

  /** Lets a request go on when its turn comes; throws OverloadedError where the queue is full or the wait too long. */
  readonly enter: RequestHandler = async (_request, response, next) => {
    // A client that has left needs no answer.
    if (response.closed) return;
    if (this.running >= this.mostRunning && this.waiting >= this.mostWaiting) throw refusal();
    const waiting = new AbortController();
    const leave = (): void => waiting.abort();
    const timer = setTimeout(() => waiting.abort(refusal()), longestWait);
    response.once('close', leave);
    const stopWaiting = (): void => {
      clearTimeout(timer);
      response.off('close', leave);
    };
    try {
      await this.queue.add(
        () => {
          stopWaiting();
          next();
          return untilDone(response);
        },
        { signal: waiting.signal },
      );
    } catch (error) {
      stopWaiting();
      if (error instanceof OverloadedError) throw error;
    }
  };

  /** A request runs until this work is done, even if its client has left. */
  during(work: RequestHandler): RequestHandler {
    return async (request, response, next) => {
      const done = Promise.resolve(work(request, response, next));
      response.locals['work'] = done;
      await done;
    };
  }
}

async function untilDone(response: Response): Promise<void> {
  await new Promise((resolve) => response.once('close', resolve));
  await Promise.allSettled([response.locals['work']]);
}

function refusal(): OverloadedError {
  return new OverloadedError(
    'There are more requests at a time than can be answered: try again in a moment.',
  );
}
