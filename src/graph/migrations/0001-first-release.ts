import { listedLabels, uniqueness } from '../nouns/model';
import { statement } from '../driver/statement';
import { requireUnique, type Migration } from './migration';

/**
 * Where people start before anything is fitted: abilities spread with a variance of 2 squared logits around 0 (wide
 * enough for novices and experts), and a year without evidence adds 0.5.
 */
const firstParameters = { priorMean: 0, priorVariance: 2, fadingPerDay: 0.5 / 365.25 };

const FIRST_CALIBRATION = statement(
  'migrations.firstCalibration',
  `MERGE (calibration:Calibration {number: 1})
   ON CREATE SET calibration.current = true, calibration += $parameters`,
);

const CALIBRATION_CURRENT = statement(
  'migrations.calibrationCurrent',
  `CREATE INDEX calibration_current IF NOT EXISTS FOR (calibration:Calibration) ON (calibration.current)`,
);

export const firstRelease: Migration = {
  number: 1,
  what: 'constraints, list indexes, calibration 1',
  async run(database, tx) {
    await requireUnique(database, uniqueness);
    for (const label of listedLabels) {
      await database.autocommit({
        name: 'migrations.listIndex',
        text: `CREATE INDEX ${label}_list IF NOT EXISTS FOR (node:${label}) ON (node.sortName, node.id)`,
        scansBecause: undefined,
      });
    }
    await database.autocommit(CALIBRATION_CURRENT);
    await tx.query(FIRST_CALIBRATION, { parameters: firstParameters });
  },
};
