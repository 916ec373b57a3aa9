import { percent } from '../../shared/percent';
import { CalibrationState, type NumberedCalibration } from './calibration.type';
import type { CalibrationRow } from './calibration-list.store';

const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));
const dayOf = (at: number | null): string =>
  at === null ? 'the beginning' : new Date(at).toISOString().slice(0, 10);

/** Calibrations as the API shows them; of those marked to be in force the first, which is the latest, is. */
export function calibrationsShown(rows: readonly CalibrationRow[]): NumberedCalibration[] {
  const inForce = rows.find(({ current }) => current);
  return rows.map((row) => {
    const state = row.making
      ? CalibrationState.BUILDING
      : row === inForce
        ? CalibrationState.IN_FORCE
        : CalibrationState.PAST;
    const progress = row.making ? (row.toFold ? Math.min(1, (row.folded ?? 0) / row.toFold) : 0) : null;
    return {
      number: row.number,
      state,
      madeAt: dateOf(row.startedAt),
      inForceSince: dateOf(row.inForceSince),
      inForceUntil: dateOf(row.inForceUntil),
      answerCount: row.answers,
      personCount: row.people,
      logLoss: row.logLoss,
      progress,
      summary: `${standing(state, row, progress)}, ${rest(row)}.`,
    };
  });
}

function standing(state: CalibrationState, row: CalibrationRow, progress: number | null): string {
  const { number, inForceSince, inForceUntil } = row;
  const name = `Calibration ${String(number)}`;
  switch (state) {
    case CalibrationState.BUILDING:
      return `${name} is being built, ${percent(progress ?? 0)} of people done`;
    case CalibrationState.IN_FORCE:
      return `${name} is in force since ${dayOf(inForceSince)}`;
    case CalibrationState.PAST:
      return `${name} was in force from ${dayOf(inForceSince)} to ${dayOf(inForceUntil)}`;
  }
}

function rest({ answers, people }: CalibrationRow): string {
  return answers === null
    ? 'fitted to no evidence'
    : `fitted to ${String(answers)} answers of ${String(people ?? 0)} people`;
}
