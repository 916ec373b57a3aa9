import { statement, type Queries } from '../../graph/driver/statement';
import { newKey } from '../../shared/ids';
import type { ProblemChanges, SeenProblem, StandingProblem, Subject } from './problem-changes';
import { ClosedBecause } from './problem.type';
import type { ProblemKind, Verdict } from './verdict.type';

export interface ProblemRow {
  id: string;
  subjectType: Subject['type'];
  subjectKey: string;
  modules: string[];
  team: string | null;
  verdict: Verdict;
  kind: ProblemKind | null;
  probability: number;
  people: number;
  openedAt: number;
  reopenedAt: number | null;
  closedAt: number | null;
  closedBecause: ClosedBecause | null;
}

/** Cypher: what a ProblemRow holds, given `problem` and `subject`. */
export const problemColumns = `problem.id AS id, head(labels(subject)) AS subjectType, subject.id AS subjectKey,
          [(problem)-[:FOUND_IN]->(one:Module) | one.id] AS modules,
          head([(problem)-[:LACKED_BY]->(team:Team) | team.id]) AS team, problem.verdict AS verdict,
          problem.kind AS kind, problem.probability AS probability, problem.people AS people,
          problem.openedAt AS openedAt, problem.reopenedAt AS reopenedAt, problem.closedAt AS closedAt,
          problem.closedBecause AS closedBecause`;

const BY_KEY = statement<ProblemRow>(
  'problems.byKey',
  `UNWIND $keys AS key
   MATCH (problem:Problem {id: key})<-[:HAS_PROBLEM]-(subject)
   RETURN ${problemColumns}`,
);

export function problemsByKey(queries: Queries, keys: readonly string[]): Promise<ProblemRow[]> {
  return queries.query(BY_KEY, { keys });
}

const STANDING = statement<ProblemRow & { test: string }>(
  'problems.standing',
  `UNWIND $tests AS key
   MATCH (problem:Problem {test: key})<-[:HAS_PROBLEM]-(subject)
   RETURN key AS test, ${problemColumns}
   ORDER BY problem.openedAt, problem.id`,
);

/** All problems that were seen in tests, closed ones too, the first seen first. */
export async function standingProblems(
  queries: Queries,
  tests: readonly string[],
): Promise<Map<string, StandingProblem[]>> {
  const byTest = new Map<string, StandingProblem[]>(tests.map((test) => [test, []]));
  for (const { test, subjectType: type, subjectKey: key, ...problem } of await queries.query(STANDING, {
    tests,
  }))
    byTest.get(test)?.push({ ...problem, subject: { type, key } });
  return byTest;
}

const OPEN = statement(
  'problems.open',
  `UNWIND $items AS item
   CALL (item) {
     MATCH (subject:QuestionVersion {id: item.subject.key}) RETURN subject
     UNION ALL
     MATCH (subject:Page {id: item.subject.key}) RETURN subject
     UNION ALL
     MATCH (subject:Module {id: item.subject.key}) RETURN subject
     UNION ALL
     MATCH (subject:Skill {id: item.subject.key}) RETURN subject
   }
   CREATE (subject)-[:HAS_PROBLEM]->(:Problem {id: item.id, test: item.test, verdict: item.verdict, openedAt: $now})`,
);

const SEE = statement(
  'problems.see',
  `UNWIND $items AS item
   MATCH (problem:Problem {id: item.id})
   SET problem.kind = item.kind, problem.probability = item.probability, problem.people = toInteger(item.people),
     problem.seenAt = $now
   FOREACH (_ IN CASE WHEN item.reopened THEN [1] ELSE [] END |
     SET problem.reopenedAt = $now, problem.closedAt = null, problem.closedBecause = null)
   WITH problem, item
   CALL (problem) {
     MATCH (problem)-[former:LACKED_BY|FOUND_IN]->()
     DELETE former
   }
   CALL (problem, item) {
     MATCH (team:Team {id: item.team})
     CREATE (problem)-[:LACKED_BY]->(team)
   }
   CALL (problem, item) {
     MATCH (module:Module {id: item.test})
     CREATE (problem)-[:FOUND_IN]->(module)
   }
   CALL (problem) {
     MATCH (problem)<-[:HAS_PROBLEM]-(:QuestionVersion)<-[:ASKS]-(:Page)<-[:HAS_PAGE]-(:Revision)<-[:HAS_REVISION]-(module:Module)
     WITH DISTINCT problem, module
     MERGE (problem)-[:FOUND_IN]->(module)
   }`,
);

const CLOSE = statement(
  'problems.close',
  `UNWIND $ids AS id
   MATCH (problem:Problem {id: id})
   SET problem.closedAt = $now, problem.closedBecause = $because`,
);

/** Writes what became of the problems of tests; whoever does holds their lock. */
export async function changeProblems(
  tx: Queries,
  changes: ReadonlyMap<string, ProblemChanges>,
  now: number,
): Promise<void> {
  const [opened, seen, closed]: [object[], object[], string[]] = [[], [], []];
  for (const [test, { opened: first, goesOn, reopened, closed: gone }] of changes) {
    const stated = (one: SeenProblem, id: string, again: boolean) => ({
      ...{ ...one, id, test, reopened: again },
    });
    for (const one of first) {
      const item = stated(one, newKey(), false);
      opened.push(item);
      seen.push(item);
    }
    for (const one of goesOn) seen.push(stated(one, one.id, false));
    for (const one of reopened) seen.push(stated(one, one.id, true));
    closed.push(...gone);
  }
  if (opened.length > 0) await tx.query(OPEN, { items: opened, now });
  if (seen.length > 0) await tx.query(SEE, { items: seen, now });
  if (closed.length > 0) await tx.query(CLOSE, { ids: closed, now, because: ClosedBecause.NO_LONGER_SEEN });
}
