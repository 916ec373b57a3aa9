import { statement, type Queries } from '../../graph/driver/statement';
import { problemColumns, type ProblemRow } from '../diagnosis/problem.store';
import type { Stretch } from './reported.read';

const PROBLEMS_OF_MODULES = statement<ProblemRow & { module: string }>(
  'reports.problemsOfModules',
  `UNWIND $modules AS key
   MATCH (:Module {id: key})<-[:FOUND_IN]-(problem:Problem)<-[:HAS_PROBLEM]-(subject)
   WHERE problem.openedAt <= $to AND coalesce(problem.closedAt >= $from, true)
   RETURN key AS module, ${problemColumns}
   ORDER BY problem.openedAt, problem.id`,
);

/** The problems of modules, by internal id, that were open at some time of a day. */
export async function problemsOfDay(
  queries: Queries,
  modules: readonly string[],
  { from, to }: Stretch,
): Promise<Map<string, ProblemRow[]>> {
  const rows = await queries.query(PROBLEMS_OF_MODULES, { modules, from, to });
  const found = new Map<string, ProblemRow[]>(modules.map((module) => [module, []]));
  for (const { module, ...row } of rows) found.get(module)?.push(row);
  return found;
}
