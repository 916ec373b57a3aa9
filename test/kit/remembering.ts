import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';

const REMEMBER = statement<{ number: number }>(
  'test.rememberQuestions',
  `MATCH (calibration:Calibration {current: true})
   SET calibration.memoryVariance = 0.5, calibration.memoryDrift = 0.01, calibration.memoryGainRight = 0.2,
     calibration.memoryGainWrong = 0.1, calibration.recallRight = 2.0, calibration.recallWrong = 1.5,
     calibration.forgettingPerAnswer = 0.05, calibration.forgettingPerDay = 3.0, calibration.gainVariance = 0.5
   RETURN calibration.number AS number`,
);

/**
 * Lets the calibration in force say that questions are remembered and that people learn at rates of their own, as one fitted
 * to a drill does: before there is any evidence.
 */
export async function rememberQuestions(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    const [row] = await tx.query(REMEMBER);
    tx.changed('calibrations', [String(row?.number)]);
  });
}
