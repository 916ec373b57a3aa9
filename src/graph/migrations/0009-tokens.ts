import { statement } from '../driver/statement';
import type { Migration } from './migration';

const TOKEN_UNIQUE = statement(
  'migrations.tokenUnique',
  `CREATE CONSTRAINT Token_id IF NOT EXISTS FOR (node:Token) REQUIRE node.id IS UNIQUE`,
);

export const tokens: Migration = {
  number: 9,
  what: 'tokens that were issued, by the id that each carries',
  async run(database) {
    await database.autocommit(TOKEN_UNIQUE);
  },
};
