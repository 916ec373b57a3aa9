import { ConflictError } from '../../shared/errors';
import { percent } from '../../shared/percent';
import { type Run, RunState } from './run.type';

/** How many runs are remembered. */
const kept = 20;

/** The runs of this server, the latest first: they are remembered as long as it runs. */
export class Runs {
  private runs: Run[] = [];

  list(): readonly Run[] {
    return this.runs;
  }

  /** The one that is under way. */
  running(): Run | undefined {
    return this.runs.find(({ state }) => state === RunState.RUNNING);
  }

  /** Throws ConflictError where one is under way. */
  begin(run: Run): void {
    const running = this.running();
    if (running)
      throw new ConflictError(
        `A run is under way in this server (${running.id}, ${percent(running.progress)} done): query "run" until it has ended, then try again.`,
      );
    this.runs = [run, ...this.runs].slice(0, kept);
  }

  /** As if it had not been asked for. */
  forget(run: Run): void {
    this.runs = this.runs.filter((one) => one !== run);
  }
}
