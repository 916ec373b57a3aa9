import { statement } from '../driver/statement';
import type { Migration } from './migration';

const LOOK_UNIQUE = statement(
  'migrations.lookUnique',
  `CREATE CONSTRAINT Look_open IF NOT EXISTS FOR (look:Look) REQUIRE look.open IS UNIQUE`,
);

const LOOK_ORDER = statement(
  'migrations.lookOrder',
  `CREATE INDEX Look_order IF NOT EXISTS FOR (look:Look) ON (look.person, look.firstAt, look.id)`,
);

export const looks: Migration = {
  number: 3,
  what: 'looks at what is held of people: one open one of a kind, and their order in time by person',
  async run(database) {
    await database.autocommit(LOOK_UNIQUE);
    await database.autocommit(LOOK_ORDER);
  },
};
