import { expectAll } from '../../graph/driver/errors';
import { statement, type Handle, type Queries } from '../../graph/driver/statement';
import { Columns } from '../../graph/nouns/columns';
import { inIdOrder, writingOf } from '../evidence/evidence-writing';

/** What may be told of a visit after it started; epoch milliseconds. */
export interface Told {
  readonly completedAt: number | null;
  readonly endedAt: number | null;
}

/** A visit that is there under an id, as a whole or as a stub. */
export interface KnownVisit extends Told {
  readonly id: string;
  readonly node: Handle;
  /** Null for a stub, and where only a withdrawal is there. */
  readonly hash: string | null;
  /** Internal ids; null where only a withdrawal is there. */
  readonly person: string | null;
  readonly revision: string | null;
}

const KNOWN_VISITS = statement<KnownVisit>(
  'capture.knownVisits',
  `UNWIND $ids AS id
   MATCH (visit:Evidence {id: id})
   RETURN id, id(visit) AS node, visit.hash AS hash,
     head([(visit)-[:TAKEN_BY]->(person:Person) | person.id]) AS person,
     head([(visit)-[:OF]->(revision:Revision) | revision.id]) AS revision,
     visit.completedAt AS completedAt, visit.endedAt AS endedAt`,
);

export async function knownVisits(
  queries: Queries,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, KnownVisit>> {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return new Map();
  return new Map((await queries.query(KNOWN_VISITS, { ids: distinct })).map((visit) => [visit.id, visit]));
}

/** What stands in for a visit before it is recorded: whose it is, and of which revision. */
export interface VisitStub {
  readonly id: string;
  readonly nodes: { readonly person: Handle; readonly revision: Handle };
}

// One that a withdrawal was waiting for takes the place that it holds. Setting takes the lock: what is there is read after.
const WRITE_STUBS = statement<{ id: string; node: Handle }>(
  'capture.writeStubs',
  `UNWIND $stubs AS stub
   MATCH (person:Person) WHERE id(person) = stub.person
   MATCH (revision:Revision) WHERE id(revision) = stub.revision
   MERGE (visit:Evidence {id: stub.id})
   ON CREATE SET visit.withdrawn = false
   ON MATCH SET visit.withdrawn = true
   WITH person, revision, visit WHERE NOT visit:Visit
   REMOVE visit:Awaited
   SET visit:Visit, visit.takenBy = person.id
   CREATE (visit)-[:TAKEN_BY]->(person)
   CREATE (visit)-[:OF]->(revision)
   RETURN visit.id AS id, id(visit) AS node`,
);

/** Writes stubs; gives their nodes by id. */
export async function writeStubs(tx: Queries, stubs: readonly VisitStub[]): Promise<Map<string, Handle>> {
  if (stubs.length === 0) return new Map();
  const rows = await tx.query(WRITE_STUBS, {
    stubs: inIdOrder(stubs, ({ id }) => id).map(({ id, nodes }) => ({ id, ...nodes })),
  });
  // A visit that came in between, or a person who was merged away.
  expectAll(rows.length, stubs.length);
  return new Map(rows.map(({ id, node }) => [id, node]));
}

/** A visit as it is stored, with what it hangs on: internal ids, and the nodes of this transaction. */
export interface StoredVisit extends Told {
  readonly id: string;
  /** Digest of what names its start: what is told later is no part of it. */
  readonly hash: string;
  readonly hashAs: (person: string) => string;
  readonly person: string;
  readonly nodes: { readonly person: Handle; readonly revision: Handle };
  readonly at: number;
}

interface VisitToWrite extends Told {
  /** When each of what is told became known, epoch milliseconds; null where it did not. */
  readonly completedRecordedAt: number | null;
  readonly endedRecordedAt: number | null;
  /** When the visit, or what happened in its course, was last recorded, withdrawn or moved to another person. */
  readonly changedAt: number;
  readonly person: Handle;
  /** Internal id of the person: who may see the visit as their own. */
  readonly takenBy: string;
  readonly revision: Handle;
  readonly id: string;
  readonly hash: string;
  readonly at: number;
}

const visitToWrite = new Columns<VisitToWrite>({
  person: null,
  revision: null,
  takenBy: '.takenBy',
  id: '.id',
  hash: '.hash',
  at: '.at',
  completedAt: '.completedAt',
  endedAt: '.endedAt',
  completedRecordedAt: '.completedRecordedAt',
  endedRecordedAt: '.endedRecordedAt',
  changedAt: '.changedAt',
});
const stubbed = visitToWrite.of('item');

const writeOrFill = writingOf(
  { write: 'capture.writeVisits', fill: 'capture.fillVisits' },
  'Visit',
  visitToWrite,
  [
    { column: 'person', type: 'TAKEN_BY', label: 'Person' },
    { column: 'revision', type: 'OF', label: 'Revision' },
  ],
);

// The lock is set by a property of its own: one that is set to what it was may be what it was before the lock was there.
const COMPLETE_STUBS = statement<{ written: number }>(
  'capture.completeStubs',
  `UNWIND $items AS item
   MATCH (visit:Evidence {id: ${stubbed.id}})
   SET visit.lock = 0 REMOVE visit.lock
   WITH visit, item WHERE visit:Visit AND visit.hash IS NULL
   SET ${visitToWrite.set('visit', 'item')}, visit.recordedAt = $recordedAt
   RETURN count(visit) AS written`,
);

/** Writes visits that are not there yet: new ones, those that a withdrawal was waiting for, and those that stubs stand for. */
export async function writeVisits(
  tx: Queries,
  visits: readonly StoredVisit[],
  known: ReadonlyMap<string, KnownVisit>,
  recordedAt: number,
): Promise<void> {
  const fields = visits.map(({ nodes, person, id, hash, at, completedAt, endedAt }) => ({
    ...nodes,
    takenBy: person,
    ...{ id, hash, at, completedAt, endedAt },
    completedRecordedAt: completedAt === null ? null : recordedAt,
    endedRecordedAt: endedAt === null ? null : recordedAt,
    changedAt: recordedAt,
  }));
  const isStub = (id: string): boolean => known.get(id)?.person != null;
  await writeOrFill(
    tx,
    fields.filter(({ id }) => !isStub(id)),
    (id) => known.has(id),
    recordedAt,
  );
  const stubs = inIdOrder(
    fields.filter(({ id }) => isStub(id)),
    ({ id }) => id,
  );
  if (stubs.length === 0) return;
  const items = stubs.map((visit) => visitToWrite.rowOf(visit));
  const [row] = await tx.query(COMPLETE_STUBS, { items, recordedAt });
  expectAll(row?.written ?? 0, stubs.length);
}

const TELL_MORE = statement<{ told: number }>(
  'capture.tellMore',
  `UNWIND $visits AS told
   MATCH (visit:Evidence {id: told.id})
   SET visit.lock = 0 REMOVE visit.lock
   WITH visit, told
   WHERE coalesce(visit.completedAt = told.completedAt, true) AND coalesce(visit.endedAt = told.endedAt, true)
   SET visit.completedRecordedAt = CASE WHEN visit.completedAt IS NULL AND told.completedAt IS NOT NULL
         THEN $recordedAt ELSE visit.completedRecordedAt END,
       visit.endedRecordedAt = CASE WHEN visit.endedAt IS NULL AND told.endedAt IS NOT NULL
         THEN $recordedAt ELSE visit.endedRecordedAt END,
       visit.completedAt = coalesce(visit.completedAt, told.completedAt),
       visit.endedAt = coalesce(visit.endedAt, told.endedAt),
       visit.changedAt = $recordedAt
   RETURN count(visit) AS told`,
);

/** Adds what became known of visits that are there; where another writer has said otherwise meanwhile, it is a lost race. */
export async function tellMore(
  tx: Queries,
  visits: readonly (Told & { readonly id: string })[],
  recordedAt: number,
): Promise<void> {
  if (visits.length === 0) return;
  const [row] = await tx.query(TELL_MORE, { visits: inIdOrder(visits, ({ id }) => id), recordedAt });
  expectAll(row?.told ?? 0, visits.length);
}

// Visits that something is withdrawn of: each itself, or in its course.
const CHANGE_VISITS = statement(
  'capture.changeVisits',
  `UNWIND $ids AS id
   MATCH (evidence:Evidence {id: id})
   WITH coalesce(head([(evidence)-[:DURING]->(visit:Visit) | visit]), evidence) AS visit
   WHERE visit:Visit
   SET visit.changedAt = $now`,
);

/** Says of the visits that are, or have, such evidence that they changed. */
export async function changeVisits(tx: Queries, ids: readonly string[], now: number): Promise<void> {
  if (ids.length > 0) await tx.query(CHANGE_VISITS, { ids, now });
}
