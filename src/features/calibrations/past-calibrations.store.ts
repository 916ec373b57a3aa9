import { statement, type Queries } from '../../graph/driver/statement';
import { calibrationsAreFew, type Calibration } from './calibration.store';

/** A calibration and the time that levels were read with it: from the first moment to before the second. */
export interface InForce {
  readonly calibration: Calibration;
  /** Epoch milliseconds; minus infinity for the first. */
  readonly from: number;
  /** Infinity for the one in force now. */
  readonly until: number;
}

type Dated = Calibration & { readonly inForceSince?: number | null; readonly inForceUntil?: number | null };

const EVER_IN_FORCE = statement<{ calibration: Dated }>(
  'calibration.everInForce',
  `MATCH (calibration:Calibration) WHERE calibration.current OR calibration.inForceUntil IS NOT NULL
   RETURN calibration {.*} AS calibration ORDER BY calibration.number`,
  calibrationsAreFew,
);

/** Every calibration that levels were ever read with, one after the other; past ones stay as they were. */
export async function calibrationsEverInForce(queries: Queries): Promise<InForce[]> {
  const found = (await queries.query(EVER_IN_FORCE)).map(({ calibration }) => calibration);
  const starts = found.map(
    ({ inForceSince }, index) => inForceSince ?? found[index - 1]?.inForceUntil ?? -Infinity,
  );
  return found.map((calibration, index) => ({
    calibration,
    from: starts[index] ?? -Infinity,
    until: starts[index + 1] ?? Infinity,
  }));
}
