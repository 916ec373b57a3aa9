import { statement, type Queries } from '../../graph/driver/statement';
import { newKey } from '../../shared/ids';
import type { ProblemChanges, StandingProblem, Subject } from './problem-changes';
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
  closedReason: string | null;
  /** Of right first answers when it was last seen; null where it is not on a question. */
  rightShare: number | null;
  /** When a revision was published to solve it, and which, by internal id; the latest of several. */
  solvedAt: number | null;
  solvedBy: string | null;
  /** Internal id: see StandingProblem. */
  watchedOn: string | null;
}

/** Cypher: the version that the latest revision published to solve a problem asks of the same question. */
const versionInItsPlace = `head(COLLECT {
            MATCH (problem)<-[solving:SOLVES]-(revision:Revision)
            WITH revision ORDER BY solving.at DESC, revision.id LIMIT 1
            MATCH (question:Question)-[:HAS_VERSION]->(subject)
            MATCH (revision)-[:HAS_PAGE]->(:Page)-[:ASKS]->(asked:QuestionVersion)<-[:HAS_VERSION]-(question)
            RETURN asked.id ORDER BY asked = subject DESC, asked.id LIMIT 1
          })`;

/** Cypher: the page of the current revision that has the same title, or without one the same number. */
const pageInItsPlace = `head(COLLECT {
            MATCH (subject)<-[:HAS_PAGE]-(:Revision)<-[:HAS_REVISION]-(module:Module)-[:CURRENT]->(revision:Revision)
            MATCH (revision)-[:HAS_PAGE]->(page:Page)
            WHERE page.title = subject.title OR (page.title IS NULL AND subject.title IS NULL AND page.number = subject.number)
            RETURN page.id ORDER BY page = subject DESC, abs(page.number - subject.number), page.id LIMIT 1
          })`;

/** Cypher: what a ProblemRow holds, given `problem` and `subject`. */
export const problemColumns = `problem.id AS id, head(labels(subject)) AS subjectType, subject.id AS subjectKey,
          [(problem)-[:FOUND_IN]->(one:Module) | one.id] AS modules,
          head([(problem)-[:LACKED_BY]->(team:Team) | team.id]) AS team, problem.verdict AS verdict,
          problem.kind AS kind, problem.probability AS probability, problem.people AS people,
          problem.openedAt AS openedAt, problem.reopenedAt AS reopenedAt, problem.closedAt AS closedAt,
          problem.closedBecause AS closedBecause, problem.closedReason AS closedReason,
          problem.rightShare AS rightShare, ${ofLatestSolving('solving.at')} AS solvedAt,
          ${ofLatestSolving('revision.id')} AS solvedBy,
          CASE WHEN subject:Page THEN ${pageInItsPlace} WHEN subject:QuestionVersion THEN ${versionInItsPlace} END AS watchedOn`;

/** Cypher: something of the latest revision that was published to solve a problem; null where none was. */
function ofLatestSolving(expression: string): string {
  return `head(COLLECT {
            MATCH (problem)<-[solving:SOLVES]-(revision:Revision)
            RETURN ${expression} ORDER BY solving.at DESC, revision.id LIMIT 1
          })`;
}

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
     MATCH (subject:Skill {id: item.subject.key}) RETURN subject
   }
   CREATE (subject)-[:HAS_PROBLEM]->(:Problem {id: item.id, test: item.test, verdict: item.verdict, openedAt: $now})`,
);

const SEE = statement(
  'problems.see',
  `UNWIND $items AS item
   MATCH (problem:Problem {id: item.id})
   SET problem.kind = item.kind, problem.probability = item.probability, problem.people = toInteger(item.people),
     problem.rightShare = item.rightShare, problem.seenAt = $now
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

const REOPEN = statement(
  'problems.reopen',
  `UNWIND $ids AS id
   MATCH (problem:Problem {id: id})
   SET problem.reopenedAt = $now, problem.closedAt = null, problem.closedBecause = null, problem.closedReason = null`,
);

const CLOSE = statement(
  'problems.close',
  `UNWIND $items AS item
   MATCH (problem:Problem {id: item.id})
   SET problem.closedAt = $now, problem.closedBecause = item.because, problem.closedReason = item.reason,
     problem.probability = coalesce(item.probability, problem.probability)`,
);

interface ClosedProblem {
  readonly id: string;
  readonly because: ClosedBecause;
  readonly reason: string | null;
  /** What it has come to; left out where it stays. */
  readonly probability?: number | undefined;
}

/** Closes problems, as somebody or what came in since says. */
export async function closeProblems(
  tx: Queries,
  items: readonly ClosedProblem[],
  now: number,
): Promise<void> {
  if (items.length > 0) await tx.query(CLOSE, { items, now });
}

/** Writes what became of the problems of tests; whoever does holds their lock. */
export async function changeProblems(
  tx: Queries,
  changes: ReadonlyMap<string, ProblemChanges>,
  now: number,
): Promise<void> {
  const all = [...changes].map(([test, { opened, ...rest }]) => ({
    ...rest,
    opened: opened.map((one) => ({ ...one, id: newKey(), test })),
    goesOn: rest.goesOn.map((one) => ({ ...one, test })),
  }));
  const opened = all.flatMap((one) => one.opened);
  const seen = [...opened, ...all.flatMap(({ goesOn }) => goesOn)];
  const reopened = all.flatMap((one) => one.reopened);
  if (opened.length > 0) await tx.query(OPEN, { items: opened, now });
  if (reopened.length > 0) await tx.query(REOPEN, { ids: reopened, now });
  if (seen.length > 0) await tx.query(SEE, { items: seen, now });
  await closeProblems(
    tx,
    all.flatMap(({ closed }) => closed.map((one) => ({ ...one, reason: null }))),
    now,
  );
}
