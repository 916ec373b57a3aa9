import { statement } from '../driver/statement';
import type { Migration } from './migration';

const COHORT_UNIQUE = statement(
  'migrations.cohortUnique',
  `CREATE CONSTRAINT Cohort_id IF NOT EXISTS FOR (cohort:Cohort) REQUIRE cohort.id IS UNIQUE`,
);

const REQUIREMENT_CHANGE_UNIQUE = statement(
  'migrations.requirementChangeUnique',
  `CREATE CONSTRAINT RequirementChange_id IF NOT EXISTS FOR (change:RequirementChange) REQUIRE change.id IS UNIQUE`,
);

export const cohorts: Migration = {
  number: 6,
  what: 'cohorts that people are counted in, formed when figures are first asked for; changes of requirements',
  async run(database) {
    await database.autocommit(COHORT_UNIQUE);
    await database.autocommit(REQUIREMENT_CHANGE_UNIQUE);
  },
};
