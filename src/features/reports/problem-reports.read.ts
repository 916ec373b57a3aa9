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

const LACKS_OF_TEAMS = statement<ProblemRow>(
  'reports.lacksOfTeams',
  `UNWIND $teams AS key
   MATCH (:Team {id: key})<-[:LACKED_BY]-(problem:Problem {verdict: 'KNOWLEDGE_GAP'})<-[:HAS_PROBLEM]-(subject:Skill)
   WHERE problem.openedAt <= $to AND coalesce(problem.closedAt >= $from, true)
   RETURN ${problemColumns}
   ORDER BY problem.openedAt, problem.id`,
);

/** The skills that teams, by internal id, were found to lack at some time of a day. */
export async function lacksOfDay(
  queries: Queries,
  teams: readonly string[],
  { from, to }: Stretch,
): Promise<Map<string, ProblemRow[]>> {
  const rows = await queries.query(LACKS_OF_TEAMS, { teams, from, to });
  return new Map(teams.map((team) => [team, rows.filter((row) => row.team === team)]));
}

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
