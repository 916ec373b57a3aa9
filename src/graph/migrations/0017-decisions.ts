import { statement } from '../driver/statement';
import type { Migration } from './migration';

/**
 * What doubt in a question adds to the variance of its difficulty, squared logits. A wrong key makes of a question that eight
 * in ten answer right one that one in ten does: 3.6 logits harder, and nobody knows the fault yet. An answer then moves a first
 * level half as far, and one that many answers stand behind a third as far.
 */
const doubtVariance = 16;

const ADD_DOUBT = statement(
  'migrations.addDoubt',
  `MATCH (calibration:Calibration) WHERE calibration.doubtVariance IS NULL
   SET calibration.doubtVariance = toFloat($doubtVariance)`,
  'There is one calibration for each time that somebody calibrated.',
);

const UNREAD_INDEX = statement(
  'migrations.unreadIndex',
  `CREATE INDEX QuestionVersion_unread IF NOT EXISTS FOR (version:QuestionVersion) ON (version.unread)`,
);

const DOUBTED_INDEX = statement(
  'migrations.doubtedIndex',
  `CREATE INDEX QuestionVersion_doubted IF NOT EXISTS FOR (version:QuestionVersion) ON (version.doubted)`,
);

export const decisions: Migration = {
  number: 17,
  what: 'how much less an answer counts while a problem of its question is open, and questions that are read otherwise from now on',
  async run(database, tx) {
    await database.autocommit(UNREAD_INDEX);
    await database.autocommit(DOUBTED_INDEX);
    await tx.query(ADD_DOUBT, { doubtVariance });
  },
};
