import { ConflictError, SkillwakeError } from '../../shared/errors';
import { newKey } from '../../shared/ids';
import { percent } from '../../shared/percent';
import { CalibrationRunState, type CalibrationRun } from './calibration-run.type';
import type { CalibrationForecast } from './forecast.service';
import { forecastShown } from './forecast-summary';

/** How many runs are remembered. */
const kept = 20;

/** The runs of this server, the latest first: they are remembered as long as it runs. */
export class CalibrationRuns {
  private runs: CalibrationRun[] = [];

  list(): readonly CalibrationRun[] {
    return this.runs;
  }

  /** Throws ConflictError where one is under way. */
  begin(dryRun: boolean, now: number): CalibrationRun {
    const running = this.runs.find(({ state }) => state === CalibrationRunState.RUNNING);
    if (running)
      throw new ConflictError(
        `A run is under way in this server (${running.id}, ${percent(running.progress)} done): query "calibrationRuns" until it has ended, then try again.`,
      );
    const run: CalibrationRun = {
      id: newKey(),
      dryRun,
      state: CalibrationRunState.RUNNING,
      progress: 0,
      startedAt: new Date(now),
      endedAt: null,
      calibration: null,
      forecast: null,
      failure: null,
    };
    this.runs = [run, ...this.runs].slice(0, kept);
    return run;
  }

  /** As if it had not been asked for. */
  forget(run: CalibrationRun): void {
    this.runs = this.runs.filter((one) => one !== run);
  }
}

/** Notes how a run ended; a result that is undefined says that it was stopped. */
export function endRun(run: CalibrationRun, result: number | CalibrationForecast | undefined): void {
  run.endedAt = new Date();
  run.state = result === undefined ? CalibrationRunState.STOPPED : CalibrationRunState.DONE;
  if (result === undefined) return;
  run.progress = 1;
  if (typeof result === 'number') run.calibration = result;
  else run.forecast = forecastShown(result);
}

/** An expected failure is shown as it is; of any other the log says more. */
export function failRun(run: CalibrationRun, error: unknown): void {
  run.endedAt = new Date();
  run.state = CalibrationRunState.FAILED;
  run.failure =
    error instanceof SkillwakeError
      ? error.message
      : `Something went wrong on our side; the log has more under ${run.id}.`;
}
