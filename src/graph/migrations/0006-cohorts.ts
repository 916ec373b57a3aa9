import { statement } from '../driver/statement';
import type { Migration } from './migration';

const COHORT_UNIQUE = statement(
  'migrations.cohortUnique',
  `CREATE CONSTRAINT Cohort_id IF NOT EXISTS FOR (cohort:Cohort) REQUIRE cohort.id IS UNIQUE`,
);

export const cohorts: Migration = {
  number: 6,
  what: 'cohorts that people are counted in; they are formed when figures are first asked for',
  async run(database) {
    await database.autocommit(COHORT_UNIQUE);
  },
};
