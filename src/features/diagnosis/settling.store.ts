import { statement, type Queries } from '../../graph/driver/statement';

const TESTS_OF_PROBLEMS = statement<{ id: string; test: string }>(
  'problems.tests',
  `UNWIND $ids AS id
   MATCH (problem:Problem {id: id})
   RETURN id, problem.test AS test`,
);

/** By id, the internal ids of the modules or skills in whose tests problems were found. */
export async function testsOfProblems(
  queries: Queries,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await queries.query(TESTS_OF_PROBLEMS, { ids });
  return new Map(rows.map(({ id, test }) => [id, test]));
}

const SOLVABLE = statement<{ id: string }>(
  'problems.solvable',
  `UNWIND $ids AS id
   MATCH (problem:Problem {id: id, verdict: 'CONTENT_PROBLEM'})-[:FOUND_IN]->(:Module {id: $module})
   WHERE problem.closedAt IS NULL
   RETURN DISTINCT id`,
);

/** Those of these problems that are open faults of the content of a module. */
export async function solvableProblems(
  queries: Queries,
  module: string,
  ids: readonly string[],
): Promise<Set<string>> {
  return new Set((await queries.query(SOLVABLE, { module, ids })).map(({ id }) => id));
}

const SOLVE = statement(
  'problems.solve',
  `MATCH (:Module {id: $module})-[:CURRENT]->(revision:Revision)
   UNWIND $ids AS id
   MATCH (problem:Problem {id: id})
   MERGE (revision)-[solving:SOLVES]->(problem)
   ON CREATE SET solving.at = $now
   WITH DISTINCT problem.test AS test
   MATCH (kept:Diagnosis {test: test})
   SET kept.answers = -1`,
);

/** Says that the current revision of a module is to solve problems: what came before it is looked at no more. */
export async function solveProblems(
  tx: Queries,
  module: string,
  ids: readonly string[],
  now: number,
): Promise<void> {
  await tx.query(SOLVE, { module, ids, now });
}
