import { statement } from '../statement';
import type { Migration } from './migration';

const MERGED_ID_UNIQUE = statement(
  'migrations.mergedIdUnique',
  `CREATE CONSTRAINT MergedId_key IF NOT EXISTS FOR (merged:MergedId) REQUIRE merged.key IS UNIQUE`,
);

export const mergedPeople: Migration = {
  number: 2,
  what: 'internal ids of merged people',
  async run(database) {
    await database.autocommit(MERGED_ID_UNIQUE);
  },
};
