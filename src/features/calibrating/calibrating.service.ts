import type { Database } from '../../graph/driver/database';
import { BadInputError } from '../../shared/errors';
import type { LevelBand } from '../../shared/bands';
import { currentCalibration, type Calibration } from '../calibrations/calibration.store';
import { readLog } from './evidence-log';
import { fitInThread } from './fitting';
import { forecast, type CalibrationForecast } from './forecast.service';
import { nextCalibration } from './next-calibration';
import { Readings } from '../calibrations/readings';
import { settingsOf } from '../calibrations/settings.store';
import { buildAndSwitch, type NextCalibration } from '../switching/switching.service';

/** What a calibration from evidence is built for: a server or command that finds one left behind takes it up. */
export const calibrationPurpose = 'calibrate';

/** Where the building of a calibration stands. */
export interface CalibrationProgress {
  readonly phase: 'reading' | 'fitting' | 'states';
  /** Share of all the work that is done, in [0,1]. */
  readonly done: number;
}

export interface CalibrateOptions {
  readonly onProgress?: (progress: CalibrationProgress) => void;
  readonly stop?: AbortSignal;
  /** Called once it is sure that nobody else builds one. */
  readonly onBegun?: () => void;
  /** Called with its number once levels are read with it. */
  readonly onSwitched?: (number: number) => void;
  readonly patience?: number;
}

/** Fewer separate people and questions too badly for a fit to be better than what is in force. */
export const least = { answers: 500, people: 20 } as const;

/** Where in all the work each phase begins, and how much of it it is, as measured on a million answers. */
const phases = {
  reading: { from: 0, share: 0.1 },
  fitting: { from: 0.1, share: 0.5 },
  states: { from: 0.6, share: 0.4 },
} as const;

/**
 * Fits the next calibration to all evidence, builds everybody's states with it and switches. Gives its number; undefined
 * where it was stopped. Throws BadInputError where there is too little evidence, ConflictError where one is being built.
 */
export function calibrate(
  database: Database,
  { onBegun, onSwitched, onProgress, stop, patience }: CalibrateOptions = {},
): Promise<number | undefined> {
  return buildAndSwitch(
    database,
    {
      what: 'a calibration from evidence',
      purpose: calibrationPurpose,
      content: async () => (await fitNext(database, onProgress, stop))?.next,
    },
    {
      ...(onBegun && { onBegun }),
      ...(onSwitched && { onSwitched }),
      ...(stop && { stop }),
      ...(patience !== undefined && { patience }),
      onProgress: ({ people, total }) => onProgress?.(at('states', total > 0 ? people / total : 1)),
    },
  );
}

/** Fits it and says whose levels would move by how much; writes nothing. Undefined where it was stopped. */
export async function rehearseCalibration(
  database: Database,
  bands: readonly LevelBand[],
  now: number,
  { onProgress, stop }: CalibrateOptions = {},
): Promise<CalibrationForecast | undefined> {
  const fitted = await fitNext(database, onProgress, stop);
  if (!fitted) return undefined;
  return forecast(database, fitted, { bands, now, ...(stop && { stop }) }, (done) =>
    onProgress?.(at('states', done)),
  );
}

function at(phase: keyof typeof phases, done: number): CalibrationProgress {
  const { from, share } = phases[phase];
  return { phase, done: from + share * done };
}

async function fitNext(
  database: Database,
  onProgress: CalibrateOptions['onProgress'],
  stop: AbortSignal | undefined,
): Promise<{ current: Calibration; next: NextCalibration } | undefined> {
  const current = await currentCalibration(database);
  const read = await readLog(
    database,
    new Readings([current]),
    (done) => onProgress?.(at('reading', done)),
    stop,
  );
  if (!read) return undefined;
  const { answers, people, log } = read;
  if (answers < least.answers || people < least.people)
    throw new BadInputError(
      `A calibration takes at least ${String(least.answers)} answers of ${String(least.people)} people, and there are ${String(answers)} of ${String(people)}: record more answers first. Until then levels are read with the calibration in force; saveDifficulties states how hard questions are.`,
    );
  const { questionSkills } = log;
  const fitted = await fitInThread(log, (done) => onProgress?.(at('fitting', done)), stop);
  if (!fitted) return undefined;
  const former = await settingsOf(database, current);
  return { current, next: nextCalibration(fitted, { ...read, questionSkills }, former) };
}
