import { statement } from '../driver/statement';
import { requireUnique, type Migration } from './migration';

const OF_TESTS = statement(
  'migrations.problemsOfTests',
  `CREATE INDEX Problem_test IF NOT EXISTS FOR (problem:Problem) ON (problem.test)`,
);
const IN_ORDER = statement(
  'migrations.problemsInOrder',
  `CREATE INDEX Problem_openedAt IF NOT EXISTS FOR (problem:Problem) ON (problem.openedAt)`,
);

export const diagnoses: Migration = {
  number: 16,
  what: 'what content is found to be, and the problems that it shows',
  async run(database) {
    await requireUnique(database, [
      { label: 'Problem', property: 'id' },
      { label: 'Diagnosis', property: 'test' },
    ]);
    await database.autocommit(OF_TESTS);
    await database.autocommit(IN_ORDER);
  },
};
