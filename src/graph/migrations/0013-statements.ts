import { statement } from '../driver/statement';
import type { Migration } from './migration';

const constraints = {
  Platform: 'name',
  Statement: 'key',
  Mention: 'id',
  Definition: 'key',
  Attachment: 'key',
} as const;

const PLATFORM_KEY_UNIQUE = statement(
  'migrations.platformKeyUnique',
  `CREATE CONSTRAINT Platform_key IF NOT EXISTS FOR (node:Platform) REQUIRE node.key IS UNIQUE`,
);

const STORED_UNIQUE = statement(
  'migrations.statementStoredUnique',
  `CREATE CONSTRAINT Statement_seq IF NOT EXISTS FOR (node:Statement) REQUIRE node.seq IS UNIQUE`,
);

const TARGET_INDEX = statement(
  'migrations.statementTargetIndex',
  `CREATE INDEX Statement_target IF NOT EXISTS FOR (node:Statement) ON (node.target)`,
);

const MENTION_INDEX = statement(
  'migrations.mentionIndex',
  `CREATE INDEX Mention_place IF NOT EXISTS FOR (node:Mention) ON (node.place)`,
);

export const statements: Migration = {
  number: 13,
  what: 'statements of learning platforms, who and what they name, and the platforms that send them',
  async run(database) {
    for (const [label, property] of Object.entries(constraints))
      await database.autocommit({
        name: 'migrations.unique',
        text: `CREATE CONSTRAINT ${label}_${property} IF NOT EXISTS FOR (node:${label}) REQUIRE node.${property} IS UNIQUE`,
        scansBecause: undefined,
      });
    await database.autocommit(PLATFORM_KEY_UNIQUE);
    await database.autocommit(STORED_UNIQUE);
    await database.autocommit(TARGET_INDEX);
    await database.autocommit(MENTION_INDEX);
  },
};
