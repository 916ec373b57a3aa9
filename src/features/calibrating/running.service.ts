import type { RequestContext } from '../request/context';
import { unfinishedCalibration } from '../switching/building.store';
import { startRun } from '../switching/running.service';
import {
  calibrate,
  calibrationPurpose,
  rehearseCalibration,
  type CalibrationProgress,
} from './calibrating.service';
import { CalibrationRun } from './calibration-run.type';
import { forecastShown } from './forecast-summary';

type Given = Pick<RequestContext, 'database' | 'background' | 'rules' | 'now'>;

/**
 * Begins a run, which goes on in the background; given back as soon as it is sure that nobody else builds a calibration.
 * Throws ConflictError where somebody does.
 */
export async function startCalibration(given: Given, dryRun: boolean): Promise<CalibrationRun> {
  const { rules, now } = given;
  const database = given.database.until(undefined).unhurried();
  const run = new CalibrationRun(dryRun, now);
  await startRun(given, run, async (options) => {
    const onProgress = ({ done }: CalibrationProgress): void => {
      options.onProgress(done);
    };
    if (!dryRun) return calibrate(database, { ...options, onProgress, patience: rules.switchPatience });
    options.onBegun();
    const forecast = await rehearseCalibration(database, rules.bands, now, { ...options, onProgress });
    if (forecast) run.forecast = forecastShown(forecast);
    return forecast;
  });
  return run;
}

/** Goes on with a calibration from evidence that a stopped or killed server left behind; one that somebody else builds is left to them. */
export async function goOnCalibrating(given: Given): Promise<void> {
  const left = await unfinishedCalibration(given.database);
  if (left?.purpose === calibrationPurpose) await startCalibration(given, false);
}
