import { expectAll } from '../../graph/driver/errors';
import { statement, type Queries } from '../../graph/driver/statement';
import type { Names } from './naming';

/**
 * A statement as it is kept. The text is all of it; what stands beside that is for finding and comparing it.
 */
export interface StatementRow extends Names {
  /** Platform and id. */
  readonly key: string;
  readonly platform: string;
  /** When it was stored, epoch microseconds: no two statements have the same. */
  readonly seq: number;
  readonly text: string;
  /** Bytes of the text and of its attachments. */
  readonly size: number;
  /** Digest of what makes it the same statement; see comparing.ts. */
  readonly content: string;
  /** When it happened, epoch milliseconds. */
  readonly at: number;
  /** Key of the statement at which it points. */
  readonly target?: string;
  /** Whether it takes that one back. */
  readonly voids?: boolean;
  /** What it waits for until it is evidence; see mapping/waiting.store.ts. */
  readonly waiting: string;
}

/** What is known of a statement that may be there; of one that others point at only that. */
export interface KnownStatement {
  readonly key: string;
  readonly there: boolean;
  readonly content: string | null;
  readonly at: number | null;
  readonly seq: number | null;
}

/** Platform and id in one text. */
export function statementKey(platform: string, id: string): string {
  return `${platform}\u001f${id.toLowerCase()}`;
}

const KNOWN = statement<KnownStatement>(
  'statements.known',
  `UNWIND $keys AS key
   MATCH (statement:Statement {key: key})
   RETURN key, statement.text IS NOT NULL AS there, statement.content AS content, statement.at AS at,
          statement.seq AS seq`,
);

export function knownStatements(queries: Queries, keys: readonly string[]): Promise<KnownStatement[]> {
  return queries.query(KNOWN, { keys });
}

const LATEST = statement<{ seq: number }>(
  'statements.latest',
  `MATCH (statement:Statement) WHERE statement.seq > 0
   RETURN statement.seq AS seq ORDER BY seq DESC LIMIT 1`,
);

/** When the latest statement was stored, epoch microseconds; 0 where there is none. */
export async function latestSeq(queries: Queries): Promise<number> {
  return (await queries.query(LATEST))[0]?.seq ?? 0;
}

const CREATE = statement(
  'statements.create',
  `UNWIND $rows AS row
   CREATE (statement:Statement) SET statement = row`,
);

/** The lock is taken before it is read whether another writer was first. */
const FILL = statement<{ written: number }>(
  'statements.fill',
  `UNWIND $rows AS row
   MATCH (statement:Statement {key: row.key})
   SET statement.lock = true
   WITH statement, row WHERE statement.text IS NULL
   SET statement = row
   RETURN toFloat(count(statement)) AS written`,
);

/** Writes statements that are not there; those that others point at take the place that is kept for them. */
export async function writeStatements(
  tx: Queries,
  rows: readonly StatementRow[],
  awaited: ReadonlyMap<string, unknown>,
): Promise<void> {
  const inOrder = [...rows].sort((one, other) => (one.key < other.key ? -1 : 1));
  const fresh = inOrder.filter(({ key }) => !awaited.has(key));
  const filling = inOrder.filter(({ key }) => awaited.has(key));
  if (fresh.length > 0) await tx.query(CREATE, { rows: fresh });
  if (filling.length === 0) return;
  const [row] = await tx.query(FILL, { rows: filling });
  expectAll(row?.written ?? 0, filling.length);
}

/** A statement at which others point. */
export interface Target extends Names {
  readonly key: string;
  readonly there: boolean;
}

/** A place is made for one that is not there: whoever brings it finds that others point at it, whoever is first. */
const AWAIT = statement<Target>(
  'statements.await',
  `UNWIND $keys AS key
   MERGE (target:Statement {key: key})
   RETURN key, target.text IS NOT NULL AS there, coalesce(target.direct, []) AS direct,
          coalesce(target.related, []) AS related`,
);

export function awaitTargets(tx: Queries, keys: readonly string[]): Promise<Target[]> {
  return tx.query(AWAIT, { keys: [...keys].sort() });
}

/** A statement that points at another. */
export interface Referrer extends Names {
  readonly key: string;
  readonly target: string;
  readonly seq: number;
  readonly voids: boolean;
}

const REFERRERS = statement<Referrer>(
  'statements.referrers',
  `UNWIND $keys AS key
   MATCH (referrer:Statement {target: key})
   RETURN referrer.key AS key, key AS target, referrer.seq AS seq, referrer.direct AS direct,
          referrer.related AS related, coalesce(referrer.voids, false) AS voids`,
);

export function referrersOf(tx: Queries, keys: readonly string[]): Promise<Referrer[]> {
  return tx.query(REFERRERS, { keys });
}

// The lock first: what is added to is read after.
const ADD_NAMES = statement(
  'statements.addNames',
  `UNWIND $rows AS row
   MATCH (statement:Statement {key: row.key})
   SET statement.lock = 0 REMOVE statement.lock
   SET statement.direct = statement.direct + row.direct, statement.related = statement.related + row.related`,
);

/** Further names under which statements are found: those of what they point at. */
export async function addNames(tx: Queries, rows: readonly (Names & { key: string })[]): Promise<void> {
  await tx.query(ADD_NAMES, { rows });
}

/** A statement is voided where one that voids points at it, and it does not void itself. */
export const isVoided = `(statement.voids IS NULL AND EXISTS { (voiding:Statement {target: statement.key}) WHERE voiding.voids })`;

const ONE = statement<{ text: string; seq: number; voided: boolean }>(
  'statements.one',
  `MATCH (statement:Statement {key: $key}) WHERE statement.text IS NOT NULL
   RETURN statement.text AS text, statement.seq AS seq, ${isVoided} AS voided`,
);

/** One statement with when it was stored, epoch microseconds; undefined where it is not there. */
export async function statementByKey(
  queries: Queries,
  key: string,
): Promise<{ text: string; seq: number; voided: boolean } | undefined> {
  return (await queries.query(ONE, { key }))[0];
}
