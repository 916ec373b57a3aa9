import { statement } from '../driver/statement';
import { requireUnique, type Migration } from './migration';

const keys = [
  { label: 'Platform', property: 'name' },
  { label: 'Platform', property: 'key' },
  { label: 'Statement', property: 'key' },
  { label: 'Statement', property: 'seq' },
  { label: 'Mention', property: 'id' },
  { label: 'Definition', property: 'key' },
  { label: 'Attachment', property: 'key' },
];

const TARGET_INDEX = statement(
  'migrations.statementTargetIndex',
  `CREATE INDEX Statement_target IF NOT EXISTS FOR (node:Statement) ON (node.target)`,
);

const MENTION_INDEX = statement(
  'migrations.mentionIndex',
  `CREATE INDEX Mention_place IF NOT EXISTS FOR (node:Mention) ON (node.place)`,
);

export const statements: Migration = {
  number: 14,
  what: 'statements of learning platforms, who and what they name, and the platforms that send them',
  async run(database) {
    await requireUnique(database, keys);
    await database.autocommit(TARGET_INDEX);
    await database.autocommit(MENTION_INDEX);
  },
};
