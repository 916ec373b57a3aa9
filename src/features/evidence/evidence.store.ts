import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import type { Reference } from '../../graph/nouns/identity';
import { statement, type Handle, type Queries } from '../../graph/driver/statement';
import { inIdOrder, writingNewOf } from './evidence-writing';

/** An answer as it is stored, with what it hangs on: internal ids, and the nodes of this transaction. */
export interface StoredAnswer {
  readonly id: string;
  /** Digest of the content as given: tells a repetition from a conflict. */
  readonly hash: string;
  /** The same digest where the content is about the person with another internal id. */
  readonly hashAs: (person: string) => string;
  readonly person: string;
  readonly version: string;
  readonly nodes: { readonly person: Handle; readonly version: Handle };
  readonly at: number;
  readonly score: number;
  readonly attempt: number;
  readonly response: string | null;
  readonly responseMs: number | null;
  readonly sitting: string | null;
  /** True where its withdrawal came first. */
  readonly withdrawn: boolean;
}

export interface StoredWithdrawal {
  readonly id: string;
  readonly hash: string;
  /** The evidence it takes back, there or not. */
  readonly about: string;
  readonly at: number;
  readonly recordedAt: number;
  readonly reason: string | null;
}

/** The id of the one withdrawal that an item of evidence can have. */
export function withdrawalIdOf(evidenceId: string): string {
  return `withdrawal ${evidenceId}`;
}

/** Cypher: whether evidence was recorded or withdrawn since $filter.updatedSince, whenever it happened. */
export function recordedSince(evidence: string): string {
  return `(${evidence}.recordedAt >= $filter.updatedSince
           OR EXISTS { MATCH (${evidence})<-[:ABOUT]-(withdrawal:Withdrawal) WHERE withdrawal.recordedAt >= $filter.updatedSince })`;
}

const EVIDENCE_HASHES = statement<{ id: string; hash: string | null }>(
  'evidence.hashes',
  `UNWIND $ids AS id
   MATCH (evidence:Evidence {id: id})
   RETURN id, evidence.hash AS hash`,
);

/** Digests of the evidence that is there, by id; null where it is only awaited, its withdrawal having come first. */
export async function evidenceHashes(
  tx: Queries,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query(EVIDENCE_HASHES, { ids });
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}

interface AnswerToWrite extends Pick<
  StoredAnswer,
  'id' | 'hash' | 'at' | 'score' | 'attempt' | 'response' | 'responseMs' | 'sitting'
> {
  readonly person: Handle;
  readonly version: Handle;
}

const answerToWrite = new Columns<AnswerToWrite>({
  person: null,
  version: null,
  id: '.id',
  hash: '.hash',
  at: '.at',
  score: '.score',
  attempt: '.attempt',
  response: '.response',
  responseMs: '.responseMs',
  sitting: '.sitting',
});
const answersWritten = writingNewOf(
  { write: 'evidence.writeAnswers', fill: 'evidence.fillAnswers' },
  'Answer',
  answerToWrite,
  [
    { column: 'person', type: 'BY', label: 'Person' },
    { column: 'version', type: 'TO', label: 'QuestionVersion' },
  ],
);

/**
 * Writes those of answers, each with an id of its own, that are not there; gives the digests of those that are, by id: null
 * where a withdrawal waits for the answer.
 */
export function writeNewAnswers(
  tx: Queries,
  answers: readonly StoredAnswer[],
  recordedAt: number,
): Promise<Map<string, string | null>> {
  return answersWritten.writeNew(tx, answers.map(fieldsOf), recordedAt);
}

/** Writes answers that withdrawals wait for, which take the places that these hold for them. */
export function writeAwaitedAnswers(
  tx: Queries,
  answers: readonly StoredAnswer[],
  recordedAt: number,
): Promise<void> {
  return answersWritten.fill(tx, answers.map(fieldsOf), recordedAt);
}

function fieldsOf(answer: StoredAnswer): AnswerToWrite {
  const { nodes, id, hash, at, score, attempt, response, responseMs, sitting } = answer;
  const { person, version } = nodes;
  return { person, version, id, hash, at, score, attempt, response, responseMs, sitting };
}

const WRITE_WITHDRAWALS = statement(
  'evidence.writeWithdrawals',
  `UNWIND $withdrawals AS item
   CREATE (withdrawal:Evidence:Withdrawal {id: item.id, hash: item.hash, at: item.at,
     recordedAt: item.recordedAt, reason: item.reason})
   WITH withdrawal, item
   MATCH (evidence:Evidence {id: item.about})
   CREATE (withdrawal)-[:ABOUT]->(evidence)
   SET evidence.withdrawn = true`,
);

const AWAIT_EVIDENCE = statement(
  'evidence.await',
  `UNWIND $ids AS id
   CREATE (:Evidence:Awaited {id: id, withdrawn: true})`,
);

/**
 * Writes withdrawals. One whose answer is not there yet holds the answer's id for it: the uniqueness of ids then makes a
 * writer that is recording the answer at this very moment, or this one, lose the race and look again.
 */
export async function writeWithdrawals(
  tx: Queries,
  withdrawals: readonly StoredWithdrawal[],
  isThere: (evidenceId: string) => boolean,
): Promise<void> {
  const ordered = inIdOrder(withdrawals, ({ about }) => about);
  const missing = ordered.map(({ about }) => about).filter((about) => !isThere(about));
  if (missing.length > 0) await tx.query(AWAIT_EVIDENCE, { ids: missing });
  if (ordered.length > 0) await tx.query(WRITE_WITHDRAWALS, { withdrawals: ordered });
}

const PEOPLE_BEHIND = statement<{ person: string }>(
  'evidence.peopleBehind',
  `UNWIND $ids AS id
   MATCH (:Evidence {id: id})-[:BY]->(person:Person)
   RETURN DISTINCT person.id AS person`,
);

/** Internal ids of the people whose evidence this is. */
export async function peopleBehind(tx: Queries, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  return (await tx.query(PEOPLE_BEHIND, { ids })).map(({ person }) => person);
}

const NAMES_OF_PEOPLE_BEHIND = statement<{ names: string[] }>(
  'evidence.namesOfPeopleBehind',
  `UNWIND $ids AS id
   MATCH (:Evidence {id: id})-[:BY]->(person:Person)
   WITH DISTINCT person
   RETURN [person.id] + [(person)<-[:IDENTIFIES]-(name) | name.key] AS names`,
);

/** Every reference by which a request may name the people whose evidence this is. */
export async function namesOfPeopleBehind(queries: Queries, ids: readonly string[]): Promise<Reference[]> {
  if (ids.length === 0) return [];
  return (await queries.query(NAMES_OF_PEOPLE_BEHIND, { ids })).flatMap(({ names }) => names);
}

/** An answer as evidence holds it. */
export interface HeldAnswer {
  readonly id: string;
  readonly at: number;
  readonly attempt: number;
  readonly score: number;
  readonly sitting: string | null;
  /** Internal id of the question version. */
  readonly version: string;
  /** What was responded; null also where that decides nothing, the version having no other key. */
  readonly response: string | null;
}

export const heldAnswer = new Columns<HeldAnswer>({
  id: '.id',
  at: '.at',
  attempt: '.attempt',
  score: '.score',
  sitting: '.sitting',
  version: 'version.id',
  response: 'CASE WHEN version.rekeyed IS NOT NULL THEN answer.response END',
});

/** One person's accepted, not withdrawn answers: what a fold reads. */
export interface AnswersOfPerson {
  readonly person: string;
  readonly answers: readonly ColumnRow<HeldAnswer>[];
}

const COUNT_EVIDENCE = statement<{ person: string; items: number }>(
  'evidence.count',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   RETURN key AS person, COUNT { (person)<-[:BY]-() } AS items`,
);

/** How many items of evidence there are of people, withdrawn ones too: known without reading any. */
export function countEvidence(
  queries: Queries,
  people: readonly string[],
): Promise<{ person: string; items: number }[]> {
  return queries.query(COUNT_EVIDENCE, { people });
}

const ANSWERS_OF_PEOPLE = statement<AnswersOfPerson>(
  'evidence.answersOfPeople',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   OPTIONAL MATCH (person)<-[:BY]-(answer:Answer)-[:TO]->(version:QuestionVersion)
   WHERE NOT answer.withdrawn
   RETURN key AS person,
          [row IN collect(${heldAnswer.list('answer')}) WHERE ${heldAnswer.of('row').id} IS NOT NULL] AS answers`,
);

export function answersOfPeople(queries: Queries, people: readonly string[]): Promise<AnswersOfPerson[]> {
  return people.length === 0 ? Promise.resolve([]) : queries.query(ANSWERS_OF_PEOPLE, { people });
}
