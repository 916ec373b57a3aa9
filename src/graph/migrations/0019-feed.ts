import { statement } from '../driver/statement';
import { beginEpoch } from '../feed/epoch';
import { requireUnique, type Migration } from './migration';

const IN_ORDER = statement(
  'migrations.changesInOrder',
  `CREATE INDEX Change_lane_number IF NOT EXISTS FOR (change:Change) ON (change.lane, change.number)`,
);

export const feed: Migration = {
  number: 19,
  what: 'the feed of changes',
  async run(database, tx) {
    await requireUnique(database, [
      { label: 'Feed', property: 'one' },
      { label: 'Lane', property: 'id' },
    ]);
    await database.autocommit(IN_ORDER);
    await beginEpoch(tx);
  },
};
