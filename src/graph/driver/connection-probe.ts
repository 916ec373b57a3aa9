import { setTimeout as delay } from 'node:timers/promises';
import { SilenceError } from './errors';

/** How long work may last before the database is probed, and how long the probe may take, milliseconds. */
const probeAfter = 5_000;
const probeTimeout = 3_000;
const checkEvery = 500;

interface Pending {
  /** By a clock that is never set: performance.now(). */
  readonly since: number;
  readonly giveUp: (reason: SilenceError) => void;
}

/**
 * Whether the database still answers, shared by everything that uses the same connections. A connection on which nothing
 * arrives looks the same whether the database is at work, waits for a lock, is frozen or is cut off: then it is probed
 * by another connection.
 */
export class ConnectionProbe {
  /** Whether the database was unreachable at the last attempt. */
  unreachable = false;
  /** When the database last answered a statement, by performance.now(). */
  heardAt = -Infinity;
  private readonly pending = new Set<Pending>();
  private timer: NodeJS.Timeout | undefined;
  private probing = false;
  /** Whether the last probe was in vain: then the next one need not wait until work has lasted for some time. */
  private silent = false;

  /**
   * @param ping resolves where the database answers; by a connection that no other work can occupy
   * @param onSilence called before all that is under way is given up
   */
  constructor(
    private readonly ping: () => Promise<unknown>,
    private readonly onSilence: () => void,
  ) {}

  /** The work, or SilenceError once a probe has found that the database no longer answers. */
  watch<Result>(work: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const watched: Pending = { since: performance.now(), giveUp: reject };
      this.pending.add(watched);
      this.timer ??= setInterval(() => void this.check(), checkEvery).unref();
      work.then(resolve, reject).finally(() => {
        this.pending.delete(watched);
        if (this.pending.size > 0) return;
        clearInterval(this.timer);
        this.timer = undefined;
      });
    });
  }

  private async check(): Promise<void> {
    const [oldest] = this.pending;
    const patience = this.silent ? 0 : probeAfter;
    if (this.probing || !oldest || oldest.since > performance.now() - patience) return;
    this.probing = true;
    const answered = this.ping().then(
      () => true,
      () => false,
    );
    const answers = await Promise.race([answered, delay(probeTimeout, false, { ref: false })]);
    this.probing = false;
    this.silent = !answers;
    if (answers) return;
    const givenUp = [...this.pending];
    // Their connections go, on which no answer would come: nobody is to look at them as under way for ever.
    this.pending.clear();
    this.onSilence();
    for (const { giveUp } of givenUp) giveUp(new SilenceError());
  }
}
