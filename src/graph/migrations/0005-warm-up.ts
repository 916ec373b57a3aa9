import { statement } from '../driver/statement';
import { leaveUnfolded } from './0004-joint-model';
import type { Migration } from './migration';

const ADD_WARM_UP = statement(
  'migrations.addWarmUp',
  `MATCH (calibration:Calibration) WHERE calibration.warmUp IS NULL
   SET calibration.warmUp = 0.0, calibration.warmUpAnswers = 5.0, calibration.rightSharpness = 1.0,
     calibration.wrongSharpness = 1.0, calibration.recalibrationShift = 0.0`,
  'There is one calibration for each time that somebody calibrated.',
);

export const warmUp: Migration = {
  number: 5,
  what: 'no warming up and no recalibration in the calibrations made before; how many answers each person gave is counted anew',
  async run(_database, tx) {
    await leaveUnfolded(tx);
    await tx.query(ADD_WARM_UP);
  },
};
