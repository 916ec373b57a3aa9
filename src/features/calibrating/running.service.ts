import { messageOf } from '../../shared/errors';
import type { RequestContext } from '../request/context';
import { calibrate, calibrationPurpose, rehearseCalibration } from './calibrating.service';
import type { CalibrationRun } from './calibration-run.type';
import { CalibrationRuns, endRun, failRun } from './calibration-runs';
import { unfinishedCalibration } from '../switching/building.store';

type Given = Pick<RequestContext, 'database' | 'background' | 'rules' | 'now'>;

/**
 * Begins a run, which goes on in the background; given back as soon as it is sure that nobody else builds a calibration.
 * Throws ConflictError where somebody does.
 */
export async function startCalibration(
  { database: asked, background, rules, now }: Given,
  dryRun: boolean,
): Promise<CalibrationRun> {
  const database = asked.until(undefined);
  const runs = background.keep(CalibrationRuns);
  const run = runs.begin(dryRun, now);
  const { stop } = background;
  const onProgress = ({ done }: { done: number }): void => {
    run.progress = done;
  };
  let hasBegun = dryRun;
  await new Promise<void>((resolve, reject) => {
    const onBegun = (): void => {
      hasBegun = true;
      resolve();
    };
    const work: Promise<Parameters<typeof endRun>[1]> = dryRun
      ? rehearseCalibration(database.unhurried(), rules.bands, now, { onProgress, stop })
      : calibrate(database.unhurried(), { onProgress, onBegun, stop, patience: rules.switchPatience });
    if (dryRun) resolve();
    background.take(
      work.then(
        (result) => {
          endRun(run, result);
        },
        (error: unknown) => {
          if (hasBegun) background.failed(run.id, error);
          else runs.forget(run);
          failRun(run, error);
          reject(error instanceof Error ? error : new Error(messageOf(error)));
        },
      ),
    );
  });
  return run;
}

/** Goes on with a calibration from evidence that a stopped or killed server left behind; one that somebody else builds is left to them. */
export async function goOnCalibrating(given: Given): Promise<void> {
  const left = await unfinishedCalibration(given.database);
  if (left?.purpose === calibrationPurpose) await startCalibration(given, false);
}
