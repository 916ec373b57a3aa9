import { setTimeout as delay } from 'node:timers/promises';

/** Restarts within this time count together; more of them than this mean that starting again does not help. */
export const restartWindowMilliseconds = 600_000;
export const restartsWithinWindow = 5;

/** Counts how often Neo4j was started again, so that one that cannot stay up does not keep the machine busy for ever. */
export class Restarts {
  private times: number[] = [];

  /**
   * Waits a little longer before each restart of the last ten minutes.
   * @throws Error when there were five already; it says what ended the last one, where that is known.
   */
  async next(reason?: string, now = performance.now()): Promise<void> {
    this.times = this.times.filter((time) => now - time < restartWindowMilliseconds);
    if (this.times.length >= restartsWithinWindow) {
      throw new Error(
        `Neo4j was started again ${String(restartsWithinWindow)} times within ten minutes, has ended again and is left ` +
          `stopped${reason === undefined ? '' : ` (“${reason}”)`}; its log says why; the next start tries again.`,
      );
    }
    await delay(200 * this.times.length);
    this.times.push(now);
  }
}
