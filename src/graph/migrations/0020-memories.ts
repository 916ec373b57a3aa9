import { statement } from '../driver/statement';
import type { Migration } from './migration';

const ADD_MEMORIES = statement(
  'migrations.addMemories',
  `MATCH (calibration:Calibration) WHERE calibration.memoryVariance IS NULL
   SET calibration.memoryVariance = 0.0, calibration.memoryDrift = 0.0, calibration.memoryGainRight = 0.0,
     calibration.memoryGainWrong = 0.0, calibration.recallRight = 0.0, calibration.recallWrong = 0.0,
     calibration.forgettingPerAnswer = 0.1, calibration.forgettingPerDay = 100.0`,
  'There is one calibration for each time that somebody calibrated.',
);

/** States stay as they are: with these calibrations no question is remembered. */
export const memories: Migration = {
  number: 20,
  what: 'nothing remembered of single questions in the calibrations made before',
  async run(_database, tx) {
    await tx.query(ADD_MEMORIES);
  },
};
