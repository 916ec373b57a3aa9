import { statement, type Queries } from '../../../graph/driver/statement';
import { isVoided } from '../statement.store';

/** A kept statement that is not evidence yet. */
export interface WaitingStatement {
  readonly key: string;
  readonly platform: string;
  readonly text: string;
  readonly seq: number;
  readonly voided: boolean;
}

/** What a statement waits for that nobody has read yet. */
export const unread = 'unread';

const WAITING = statement<WaitingStatement>(
  'statements.waiting',
  `MATCH (statement:Statement) WHERE statement.waiting = $waiting AND statement.seq > $after
   RETURN statement.key AS key, statement.platform AS platform, statement.text AS text, statement.seq AS seq,
     ${isVoided} AS voided
   ORDER BY statement.waiting, statement.seq LIMIT toInteger($limit)`,
);

/** Statements that wait for the same, after one of them, in the order in which they were stored. */
export function waitingStatements(
  queries: Queries,
  given: { readonly waiting: string; readonly after: number; readonly limit: number },
): Promise<WaitingStatement[]> {
  return queries.query(WAITING, given);
}

/** Statements of one platform about one activity in the same words, that are not evidence for the same reason. */
export interface UnmappedGroup {
  readonly key: string;
  readonly platform: string;
  readonly reason: string;
  readonly verb: string;
  readonly type: string | null;
  readonly activity: string;
  /** The activity and those that it is a part of, and their types: what may be mapped for them to be read. */
  readonly names: readonly string[];
  /** Id of one of them. */
  readonly example: string;
}

/** What became of a statement that waited. */
export interface Outcome {
  readonly key: string;
  /** What it waited for. */
  readonly was: string;
  /** Key of the group of those that are not mapped; null where it is evidence, or will never be. */
  readonly waiting: string | null;
  /** Id of the visit of which it tells. */
  readonly visit: string | null;
}

// A repeated transaction finds nothing that waits as it did, and counts nothing twice.
const SETTLE = statement<{ was: string; waiting: string | null; moved: number }>(
  'statements.settle',
  `UNWIND $outcomes AS outcome
   MATCH (statement:Statement {key: outcome.key}) WHERE statement.waiting = outcome.was
   SET statement.waiting = outcome.waiting, statement.visit = coalesce(outcome.visit, statement.visit)
   RETURN outcome.was AS was, outcome.waiting AS waiting, toFloat(count(statement)) AS moved`,
);

// The lock first: what is counted from is read after.
const COUNT = statement(
  'statements.countUnmapped',
  `UNWIND $groups AS one
   MERGE (group:Unmapped {key: one.key})
   ON CREATE SET group = one {.key, .platform, .reason, .verb, .type, .activity, .names, .example}, group.count = 0
   SET group.lock = 0
   SET group.count = group.count + one.moved`,
);

const UNCOUNT = statement(
  'statements.uncountUnmapped',
  `UNWIND $groups AS one
   MATCH (group:Unmapped {key: one.key})
   SET group.lock = 0
   SET group.count = group.count - one.moved
   WITH group WHERE group.count <= 0
   DELETE group`,
);

/** Writes what became of statements, and counts those that are not evidence by what they have in common. */
export async function settle(
  tx: Queries,
  outcomes: readonly Outcome[],
  groups: ReadonlyMap<string, UnmappedGroup>,
): Promise<void> {
  if (outcomes.length === 0) return;
  const moved = (await tx.query(SETTLE, { outcomes })).filter(({ was, waiting }) => was !== waiting);
  const into = moved.flatMap(({ waiting, moved: many }) => {
    const group = waiting === null ? undefined : groups.get(waiting);
    return group ? [{ ...group, moved: many }] : [];
  });
  const from = moved.flatMap(({ was, moved: many }) => (was === unread ? [] : [{ key: was, moved: many }]));
  const inOrder = <One extends { key: string }>(rows: readonly One[]) =>
    [...rows].sort((one, other) => (one.key < other.key ? -1 : 1));
  if (into.length > 0) await tx.query(COUNT, { groups: inOrder(into) });
  if (from.length > 0) await tx.query(UNCOUNT, { groups: inOrder(from) });
}

const CURABLE = statement<{ key: string }>(
  'statements.curableGroups',
  `MATCH (group:Unmapped)
   WHERE group.count > 0 AND group.reason IN $reasons
     AND ($names IS NULL OR any(name IN group.names WHERE name IN $names))
   RETURN group.key AS key ORDER BY key`,
);

/** Keys of the groups that may be evidence by now; those that name one of these activities or types, where they are given. */
export async function curableGroups(
  queries: Queries,
  reasons: readonly string[],
  names: readonly string[] | null,
): Promise<string[]> {
  return (await queries.query(CURABLE, { reasons, names })).map(({ key }) => key);
}
