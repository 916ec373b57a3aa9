import { statement, type Handle, type Queries } from '../../graph/driver/statement';
import { Columns } from '../../graph/nouns/columns';
import { writingOf } from '../evidence/evidence-writing';
import type { QuestionDecisionKind } from './decision.type';

/** A decision as it is written, with the nodes of this transaction that it hangs on. */
export interface DecisionToWrite {
  readonly version: Handle;
  /** Who decided; null where a program recorded it. */
  readonly by: Handle | null;
  readonly id: string;
  readonly hash: string;
  readonly at: number;
  readonly kind: QuestionDecisionKind;
  readonly key: string | null;
  readonly reason: string;
  /** Whether a person stands behind it. */
  readonly signed: boolean;
}

const decisionToWrite = new Columns<DecisionToWrite>({
  version: null,
  by: null,
  id: '.id',
  hash: '.hash',
  at: '.at',
  kind: '.kind',
  key: '.key',
  reason: '.reason',
  signed: '.signed',
});

const ends = [{ column: 'version', type: 'ABOUT', label: 'QuestionVersion' }];

export const writeDecisions = writingOf(
  { write: 'deciding.write', fill: 'deciding.fill' },
  'Decision',
  decisionToWrite,
  ends,
);

export const writeSignedDecisions = writingOf(
  { write: 'deciding.writeSigned', fill: 'deciding.fillSigned' },
  'Decision',
  decisionToWrite,
  [...ends, { column: 'by', type: 'DECIDED_BY', label: 'Person' }],
);

/** A version that can be decided about. */
export interface DecidedVersion {
  readonly key: string;
  readonly node: Handle;
  readonly number: number;
  readonly options: readonly string[];
}

const VERSIONS = statement<DecidedVersion & { question: string; isCurrent: boolean }>(
  'deciding.versions',
  `UNWIND $questions AS key
   MATCH (question:Question {id: key})-[:HAS_VERSION]->(version:QuestionVersion)
   WHERE version.number IN $numbers OR EXISTS { (question)-[:CURRENT]->(version) }
   RETURN question.id AS question, version.id AS key, id(version) AS node, version.number AS number,
     version.options AS options, EXISTS { (question)-[:CURRENT]->(version) } AS isCurrent`,
);

/** Finds versions of questions, by internal id of the question: the one with a number, or, for null, the current one. */
export async function versionsToDecide(
  queries: Queries,
  wanted: readonly (readonly [question: string, number: number | null])[],
): Promise<(question: string, number: number | null) => DecidedVersion | undefined> {
  if (wanted.length === 0) return () => undefined;
  const rows = await queries.query(VERSIONS, {
    questions: [...new Set(wanted.map(([question]) => question))],
    numbers: [...new Set(wanted.flatMap(([, number]) => number ?? []))],
  });
  const found = new Map<string, DecidedVersion>();
  for (const { question, isCurrent, ...version } of rows) {
    found.set(`${question} ${String(version.number)}`, version);
    if (isCurrent) found.set(`${question} null`, version);
  }
  return (question, number) => found.get(`${question} ${String(number)}`);
}

/** How a version stands by the latest decision about it. */
export interface Standing {
  /** Internal id. */
  readonly version: string;
  readonly rekeyed: string | null;
  /** Whether it stood otherwise before. */
  readonly changed: boolean;
}

const FOLLOW_LATEST = statement<Standing>(
  'deciding.followLatest',
  `UNWIND $versions AS key
   MATCH (version:QuestionVersion {id: key})
   CALL (version) {
     MATCH (version)<-[:ABOUT]-(decision:Decision)
     RETURN decision ORDER BY decision.at DESC, decision.id DESC LIMIT 1
   }
   WITH version, decision, [version.doubted, version.withdrawn, version.rekeyed] AS before
   SET version.withdrawn = CASE decision.kind WHEN 'WITHDRAW' THEN true END,
     version.rekeyed = CASE decision.kind WHEN 'REKEY' THEN decision.key END
   REMOVE version.doubted
   WITH version, [one IN before | coalesce(one, '')] AS before,
     [one IN [version.doubted, version.withdrawn, version.rekeyed] | coalesce(one, '')] AS after
   RETURN version.id AS version, version.rekeyed AS rekeyed, before <> after AS changed`,
);

/** Has versions, by internal id, stand as the latest decision about each says, and lifts every doubt in them. */
export function followLatest(tx: Queries, versions: readonly string[]): Promise<Standing[]> {
  return tx.query(FOLLOW_LATEST, { versions });
}
