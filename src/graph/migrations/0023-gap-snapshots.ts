import { statement } from '../driver/statement';
import { requireUnique, type Migration } from './migration';

const BY_SCOPE = statement(
  'migrations.gapSnapshotsByScope',
  `CREATE INDEX GapSnapshot_scope_at IF NOT EXISTS FOR (snapshot:GapSnapshot) ON (snapshot.scope, snapshot.at)`,
);

const IN_ORDER = statement(
  'migrations.gapSnapshotsInOrder',
  `CREATE INDEX GapSnapshot_at IF NOT EXISTS FOR (snapshot:GapSnapshot) ON (snapshot.at)`,
);

export const gapSnapshots: Migration = {
  number: 23,
  what: 'what was lacking day by day',
  async run(database) {
    await requireUnique(database, [{ label: 'GapSnapshot', property: 'key' }]);
    await database.autocommit(BY_SCOPE);
    await database.autocommit(IN_ORDER);
  },
};
