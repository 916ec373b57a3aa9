import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import { statement, type Queries } from '../../graph/driver/statement';
import { mapInSlices } from '../../shared/slices';

/** An answer as figures on questions are made of it, whether it was withdrawn or not. */
export interface GivenAnswer {
  readonly id: string;
  /** Internal id. */
  readonly person: string;
  /** In [0,1]. */
  readonly score: number;
  readonly response: string | null;
  /** Epoch milliseconds, as the next one. */
  readonly at: number;
  readonly recordedAt: number;
  readonly responseMs: number | null;
  readonly attempt: number;
  readonly withdrawn: boolean;
}

const givenAnswer = new Columns<GivenAnswer>({
  id: '.id',
  person: 'person.id',
  score: '.score',
  response: '.response',
  at: '.at',
  recordedAt: '.recordedAt',
  responseMs: '.responseMs',
  attempt: '.attempt',
  withdrawn: '.withdrawn',
});

const ANSWERS_TO_VERSIONS = statement<{ key: string; answers: ColumnRow<GivenAnswer>[] }>(
  'outcomes.answersToVersions',
  `UNWIND $keys AS key
   MATCH (version:QuestionVersion {id: key})
   RETURN key, COLLECT {
     MATCH (version)<-[:TO]-(answer:Answer)-[:BY]->(person:Person)
     RETURN ${givenAnswer.list('answer')} } AS answers`,
);

/** Every answer to question versions, by internal id of the version. */
export async function answersToVersions(
  queries: Queries,
  versions: readonly string[],
  gone: AbortSignal,
): Promise<Map<string, GivenAnswer[]>> {
  const found = new Map<string, GivenAnswer[]>();
  for (const { key, answers } of await queries.query(ANSWERS_TO_VERSIONS, { keys: versions }))
    found.set(key, await mapInSlices(answers, givenAnswerOf, gone));
  return found;
}

function givenAnswerOf(row: ColumnRow<GivenAnswer>): GivenAnswer {
  const { id, person, score, response, at, recordedAt, responseMs, attempt, withdrawn } =
    givenAnswer.fieldsOf(row);
  return { id, person, score, response, at, recordedAt, responseMs, attempt, withdrawn };
}

/** A revision that asks a version. */
export interface AskingRevision {
  /** Internal id. */
  readonly revision: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
}

/** Which revisions ask a version, and how many answers it has. */
export interface AskedVersion {
  readonly answers: number;
  readonly askedBy: readonly AskingRevision[];
}

const ASKED_VERSIONS = statement<{
  key: string;
  answers: number;
  askedBy: [revision: string, publishedAt: number][];
}>(
  'outcomes.askedVersions',
  `UNWIND $keys AS key
   MATCH (version:QuestionVersion {id: key})
   RETURN key, COUNT { (version)<-[:TO]-() } AS answers, COLLECT {
     MATCH (version)<-[:ASKS]-(:Page)<-[:HAS_PAGE]-(revision:Revision)
     WITH DISTINCT revision
     RETURN [revision.id, revision.publishedAt] } AS askedBy`,
);

export async function askedVersions(
  queries: Queries,
  versions: readonly string[],
): Promise<Map<string, AskedVersion>> {
  const rows = await queries.query(ASKED_VERSIONS, { keys: versions });
  return new Map(
    rows.map(({ key, answers, askedBy }) => [
      key,
      { answers, askedBy: askedBy.map(([revision, publishedAt]) => ({ revision, publishedAt })) },
    ]),
  );
}

/** When a person began with a revision. */
export interface BegunVisit extends Pick<AskingRevision, 'revision'> {
  /** Epoch milliseconds, as the next one. */
  readonly at: number;
  readonly recordedAt: number;
}

const VISITS_BEGUN = statement<{ revision: string; person: string; at: number; recordedAt: number }>(
  'outcomes.visitsBegun',
  `UNWIND $revisions AS key
   MATCH (:Revision {id: key})<-[:OF]-(visit:Visit)-[:TAKEN_BY]->(person:Person)
   WHERE NOT visit.withdrawn AND visit.at IS NOT NULL
   RETURN key AS revision, person.id AS person, visit.at AS at, visit.recordedAt AS recordedAt`,
);

/** Visits to some revisions whose beginning is known, by internal id of the person. */
export async function visitsBegun(
  queries: Queries,
  revisions: readonly string[],
): Promise<Map<string, BegunVisit[]>> {
  const begun = new Map<string, BegunVisit[]>();
  for (const { person, ...visit } of await queries.query(VISITS_BEGUN, { revisions })) {
    const there = begun.get(person);
    if (there) there.push(visit);
    else begun.set(person, [visit]);
  }
  return begun;
}
