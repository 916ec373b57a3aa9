import { statement, type Queries } from '../../graph/driver/statement';
import { calibrationsAreFew } from './calibration.store';

/** What is shown of a calibration. */
export interface CalibrationRow {
  readonly number: number;
  readonly making: boolean;
  readonly current: boolean;
  readonly startedAt: number | null;
  readonly inForceSince: number | null;
  readonly inForceUntil: number | null;
  readonly answers: number | null;
  readonly people: number | null;
  readonly logLoss: number | null;
  readonly folded: number | null;
  readonly toFold: number | null;
}

const CALIBRATIONS = statement<CalibrationRow>(
  'calibration.list',
  `MATCH (calibration:Calibration) WHERE calibration.discarded IS NULL
   RETURN calibration.number AS number, coalesce(calibration.making, false) AS making, calibration.current AS current,
     calibration.startedAt AS startedAt, calibration.inForceSince AS inForceSince,
     calibration.inForceUntil AS inForceUntil, calibration.fittedAnswers AS answers,
     calibration.fittedPeople AS people, calibration.logLoss AS logLoss, calibration.folded AS folded,
     calibration.toFold AS toFold
   ORDER BY number DESC`,
  calibrationsAreFew,
);

/** All there are, the latest first. */
export function calibrationRows(queries: Queries): Promise<CalibrationRow[]> {
  return queries.query(CALIBRATIONS);
}
