import { statement } from '../driver/statement';
import { requireUnique, type Migration } from './migration';

const IN_ORDER = statement(
  'migrations.openingsInOrder',
  `CREATE INDEX Opening_openedAt IF NOT EXISTS FOR (opening:Opening) ON (opening.openedAt)`,
);

export const openings: Migration = {
  number: 21,
  what: 'openings, and what was lacking when they were opened',
  async run(database) {
    await requireUnique(database, [{ label: 'Opening', property: 'key' }]);
    await database.autocommit(IN_ORDER);
  },
};
