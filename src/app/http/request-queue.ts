import { OverloadedError } from '../../shared/errors';
import { Shares } from './shares';

/** How long a request waits for its turn, milliseconds: after that its client had better ask another server. */
const longestWait = 5_000;

export interface QueueBounds {
  /** How much may be at work at a time: requests, or what they cost. */
  readonly most: number;
  readonly mostWaiting: number;
  /** How much of either one identity may hold at most, in (0,1]. */
  readonly share: number;
}

interface Waiting {
  readonly identity: string;
  readonly amount: number;
  begin(): void;
}

/** Ends a turn; it may be called again without effect. */
export type EndTurn = () => void;

/**
 * Bounds what is at work at a time: some wait, each identity's in order; any more are refused at once, so that those at
 * work get done. Whoever holds their share waits, and those behind them who do not go on.
 */
export class RequestQueue {
  private readonly atWork: Shares;
  private readonly inLine: Shares;
  private readonly line = new Set<Waiting>();

  constructor({ most, mostWaiting, share }: QueueBounds) {
    this.atWork = new Shares(most, Math.ceil(most * share));
    this.inLine = new Shares(mostWaiting, Math.ceil(mostWaiting * share));
  }

  get running(): number {
    return this.atWork.total;
  }

  get waiting(): number {
    return this.inLine.total;
  }

  /** The most that is taken for one identity's, however much it asks for. */
  get mostEach(): number {
    return this.atWork.mostEach;
  }

  /**
   * Resolves when so much of this identity may be at work, at most its share. Throws OverloadedError where too many wait
   * already or the wait is too long, and the signal's reason once its client has left.
   */
  async turn(identity: string, wanted: number, gone: AbortSignal): Promise<EndTurn> {
    const amount = Math.min(wanted, this.mostEach);
    gone.throwIfAborted();
    if (this.inLine.of(identity) === 0 && this.atWork.hasRoom(identity, amount))
      return this.begin(identity, amount);
    if (!this.inLine.hasRoom(identity, 1)) throw overloaded();
    return this.wait(identity, amount, gone);
  }

  /** Takes more for what has its turn already: were it to wait, two that do would wait for each other. */
  more(identity: string, wanted: number): EndTurn {
    return this.begin(identity, Math.min(wanted, this.mostEach));
  }

  private wait(identity: string, amount: number, gone: AbortSignal): Promise<EndTurn> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        gone.removeEventListener('abort', giveUp);
        this.line.delete(waiting);
        this.inLine.giveBack(identity, 1);
      };
      const end = (reason: unknown): void => {
        leave();
        reject(reason instanceof Error ? reason : overloaded());
        // What stood behind it may be small enough to go on.
        this.goOn();
      };
      const giveUp = (): void => end(gone.reason);
      const timer = setTimeout(() => end(overloaded()), longestWait);
      gone.addEventListener('abort', giveUp, { once: true });
      const waiting: Waiting = {
        identity,
        amount,
        begin: () => {
          leave();
          resolve(this.begin(identity, amount));
        },
      };
      this.line.add(waiting);
      this.inLine.take(identity, 1);
    });
  }

  private begin(identity: string, amount: number): EndTurn {
    this.atWork.take(identity, amount);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.atWork.giveBack(identity, amount);
      this.goOn();
    };
  }

  private goOn(): void {
    const held = new Set<string>();
    for (const waiting of this.line) {
      const { identity, amount } = waiting;
      if (!held.has(identity) && this.atWork.hasRoom(identity, amount)) waiting.begin();
      else held.add(identity);
    }
  }
}

export function overloaded(): OverloadedError {
  return new OverloadedError(
    'There are more requests at a time than can be answered: try again in a moment.',
  );
}
