import type { RequestHandler, Response } from 'express';
import { OverloadedError } from '../../shared/errors';

/** How long a request waits for a place, milliseconds: longer, and its client had rather ask another server. */
const patience = 5_000;

/** One request at work. It is free again once all who hold it have let go. */
class Place {
  private holders = 1;

  constructor(private readonly free: () => void) {}

  hold(): void {
    this.holders++;
  }

  release(): void {
    if (--this.holders === 0) this.free();
  }
}

/**
 * Bounds the requests at work, and with them memory: some wait for a place, their bodies unread; what comes beyond is
 * refused at once, so that those at work get done.
 */
export class Places {
  private taken = 0;
  private readonly queue = new Set<() => void>();

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  get running(): number {
    return this.taken;
  }

  get waiting(): number {
    return this.queue.size;
  }

  /** Lets a request go on once there is a place for it; throws OverloadedError where there will be none soon. */
  readonly enter: RequestHandler = async (_request, response, next) => {
    const place = await this.placeFor(response);
    // Whoever left while waiting needs no answer.
    if (!place) return;
    response.locals['place'] = place;
    response.once('close', () => place.release());
    next();
  };

  /** The place stays taken until the work is done, also where its client has left. */
  during(work: RequestHandler): RequestHandler {
    return async (request, response, next) => {
      const place = response.locals['place'] as Place;
      place.hold();
      try {
        await work(request, response, next);
      } finally {
        place.release();
      }
    };
  }

  private placeFor(response: Response): Promise<Place | undefined> {
    const take = (): Place => new Place(() => this.free());
    if (this.taken < this.most) {
      this.taken++;
      return Promise.resolve(take());
    }
    if (this.queue.size >= this.mostWaiting) return Promise.reject(refusal());
    return new Promise((resolve, reject) => {
      const stopWaiting = (): void => {
        this.queue.delete(called);
        clearTimeout(timer);
        response.off('close', left);
      };
      const called = (): void => {
        stopWaiting();
        resolve(take());
      };
      const left = (): void => {
        stopWaiting();
        resolve(undefined);
      };
      const timer = setTimeout(() => {
        stopWaiting();
        reject(refusal());
      }, patience);
      this.queue.add(called);
      response.once('close', left);
    });
  }

  private free(): void {
    const [next] = this.queue;
    if (next) next();
    else this.taken--;
  }
}

function refusal(): OverloadedError {
  return new OverloadedError('More is asked at a time than can be answered: ask again in a moment.');
}
