import { statement } from '../driver/statement';
import type { Migration } from './migration';

const ADD_LEARNING_RATES = statement(
  'migrations.addLearningRates',
  `MATCH (calibration:Calibration) WHERE calibration.gainVariance IS NULL
   SET calibration.gainVariance = 0.0`,
  'There is one calibration for each time that somebody calibrated.',
);

/** States stay as they are: with these calibrations everybody learns as fast as is usual, and an absent figure is 0. */
export const learningRates: Migration = {
  number: 25,
  what: 'one learning rate for all in the calibrations made before',
  async run(_database, tx) {
    await tx.query(ADD_LEARNING_RATES);
  },
};
