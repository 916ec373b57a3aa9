import {
  calibrate,
  rehearseCalibration,
  type CalibrateOptions,
  type CalibrationProgress,
} from '../../features/calibrating/calibrating.service';
import { forecastText } from './forecast-text';
import { optionsOf, type Command } from './command';
import { sayWhereSlow } from './say';
import { stopSignal } from './until-stopped';

const options = { 'dry-run': { type: 'boolean', default: false } } as const;

const doing: Readonly<Record<CalibrationProgress['phase'], string>> = {
  reading: 'reading evidence',
  fitting: 'fitting questions and the model',
  states: 'computing all mastery with it',
};

/**
 * Fits a calibration to all evidence and switches to it once everybody's mastery is computed with it; --dry-run says whose
 * levels would move by how much and changes nothing. Exit code 1 where it was stopped.
 */
export const calibrateMastery: Command = (words) => {
  const given = optionsOf(words, options, '--dry-run');
  return async ({ database, config }) => {
    const stop = stopSignal();
    const told = sayWhereSlow();
    const calibrating: CalibrateOptions = {
      stop,
      onProgress: ({ phase, done }) => {
        told(`${String(Math.floor(100 * done))} % done: ${doing[phase]}.`);
      },
    };
    if (given['dry-run']) {
      const forecast = await rehearseCalibration(
        database,
        config.SKILLWAKE_LEVEL_BANDS,
        Date.now(),
        calibrating,
      );
      if (forecast) process.stdout.write(`${forecastText(forecast)}\n`);
      else process.stdout.write('Stopped; nothing was changed.\n');
      return forecast ? 0 : 1;
    }
    const number = await calibrate(database, calibrating);
    process.stdout.write(
      number === undefined
        ? 'Stopped: levels are unchanged. Run it again to continue.\n'
        : `Calibration ${String(number)} is in force: levels are now read with it.\n`,
    );
    return number === undefined ? 1 : 0;
  };
};
