import { statement } from '../driver/statement';
import { changeInSteps, type Migration } from './migration';

const VALUE_INDEX = statement(
  'migrations.externalValueIndex',
  `CREATE INDEX OutsideId_value IF NOT EXISTS FOR (called:OutsideId) ON (called.value)`,
);

const KEEP_VALUES = statement<{ changed: number }>(
  'migrations.keepExternalValues',
  `MATCH (called:OutsideId) WHERE called.value IS NULL
   WITH called LIMIT 10000
   SET called.value = toLower(split(called.key, $separator)[2])
   RETURN count(called) AS changed`,
  'Every external id is given its value, once.',
);

export const calledByValue: Migration = {
  number: 12,
  what: 'what external systems call something is found by search, whichever system it is',
  async run(database) {
    await database.autocommit(VALUE_INDEX);
    await changeInSteps(database, KEEP_VALUES, { separator: '\u001f' });
  },
};
