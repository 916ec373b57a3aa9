import { setTimeout as delay } from 'node:timers/promises';
import { SilenceError } from './errors';

/** Work that lasts longer makes one ask whether anybody is there, and an answer to that takes no longer; milliseconds. */
const suspiciousAfter = 5_000;
const patience = 3_000;
const lookEvery = 500;

interface UnderWay {
  readonly since: number;
  readonly giveUp: (reason: SilenceError) => void;
}

/**
 * Whether the database is there, known by all who use the same connections. A connection that hears nothing looks the
 * same whether the database is at work, waits for a lock, or is frozen or cut off: there another one is asked.
 */
export class Presence {
  /** Whether it was gone when somebody last tried. */
  gone = false;
  private readonly underWay = new Set<UnderWay>();
  private timer: NodeJS.Timeout | undefined;
  private asking = false;

  /** @param ask resolves where the database answers; by a connection that no work can hold */
  constructor(private readonly ask: () => Promise<unknown>) {}

  /** The work, or SilenceError once it is known that the database answers nobody. */
  watch<Result>(work: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const one: UnderWay = { since: Date.now(), giveUp: reject };
      this.underWay.add(one);
      this.timer ??= setInterval(() => void this.look(), lookEvery).unref();
      work.then(resolve, reject).finally(() => {
        this.underWay.delete(one);
        if (this.underWay.size > 0) return;
        clearInterval(this.timer);
        this.timer = undefined;
      });
    });
  }

  private async look(): Promise<void> {
    const begun = Date.now();
    const [oldest] = this.underWay;
    if (this.asking || !oldest || oldest.since > begun - suspiciousAfter) return;
    this.asking = true;
    const answered = this.ask().then(
      () => true,
      () => false,
    );
    const there = await Promise.race([answered, delay(patience, false, { ref: false })]);
    this.asking = false;
    if (there) return;
    for (const { since, giveUp } of this.underWay) if (since < begun) giveUp(new SilenceError());
  }
}
