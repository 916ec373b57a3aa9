import { LostRaceError } from '../../graph/driver/errors';
import { statement, type Queries } from '../../graph/driver/statement';
import type { Columns } from '../../graph/nouns/columns';

/** In the order of ids, in which every writer of evidence takes the index entries of new ones. */
export function inIdOrder<Item>(items: readonly Item[], idOf: (item: Item) => string): Item[] {
  return [...items].sort((left, right) => (idOf(left) < idOf(right) ? -1 : 1));
}

/** What an item of evidence hangs on: the node of this transaction stands in a column. */
interface End {
  readonly column: string;
  readonly type: string;
  readonly label: string;
  /** Its property that says when it changed, as it does by what comes to hang on it. */
  readonly changedAs?: string;
}

/** Writes new items of one kind, in the order of their ids; an item that a withdrawal waits for takes the place held for it. */
export type WriteEvidence<Fields> = (
  tx: Queries,
  items: readonly Fields[],
  isAwaited: (id: string) => boolean,
  recordedAt: number,
) => Promise<void>;

/** Cypher: finds what an `item` hangs on, and hangs the `evidence` on it. */
function endsOf(
  given: Readonly<Record<string, string>>,
  ends: readonly End[],
): { found: string; hung: string } {
  return {
    found: ends
      .map(({ column, label }) => `MATCH (${column}:${label}) WHERE id(${column}) = ${given[column] ?? ''}`)
      .join('\n     '),
    hung: ends
      .flatMap(({ column, type, changedAs }) => [
        `CREATE (evidence)-[:${type}]->(${column})`,
        ...(changedAs === undefined ? [] : [`SET ${column}.${changedAs} = $recordedAt`]),
      ])
      .join('\n     '),
  };
}

/** Writes items into the places that are held for them; one that is taken, or whose end is gone, is a lost race. */
function fillingOf<Fields extends { readonly id: string }>(
  name: string,
  label: string,
  columns: Columns<Fields>,
  ends: readonly End[],
): (tx: Queries, ordered: readonly Fields[], recordedAt: number) => Promise<void> {
  const given: Readonly<Record<string, string>> = columns.of('item');
  const { found, hung } = endsOf(given, ends);
  // Setting takes the lock: whether it is still awaited is read after.
  const FILL = statement<{ written: number }>(
    name,
    `UNWIND $items AS item
     MATCH (evidence:Evidence {id: ${given['id'] ?? ''}})
     SET evidence.withdrawn = true
     WITH evidence, item WHERE evidence:Awaited
     ${found}
     REMOVE evidence:Awaited
     SET evidence:${label}, evidence.recordedAt = $recordedAt, ${columns.set('evidence', 'item')}
     ${hung}
     RETURN count(evidence) AS written`,
  );
  return async (tx, ordered, recordedAt) => {
    if (ordered.length === 0) return;
    const [row] = await tx.query(FILL, { items: ordered.map((item) => columns.rowOf(item)), recordedAt });
    if (row?.written !== ordered.length) throw new LostRaceError();
  };
}

/**
 * Makes the two statements that write a kind of evidence. What hangs on something that was deleted after it was looked up is
 * a lost race: repeated, it is rejected by name.
 */
export function writingOf<Fields extends { readonly id: string }>(
  names: { readonly write: string; readonly fill: string },
  label: string,
  columns: Columns<Fields>,
  ends: readonly End[],
): WriteEvidence<Fields> {
  const { found, hung } = endsOf(columns.of('item'), ends);
  const WRITE = statement<{ written: number }>(
    names.write,
    `UNWIND $items AS item
     ${found}
     CREATE (evidence:Evidence:${label} {${columns.map('item')}, recordedAt: $recordedAt, withdrawn: false})
     ${hung}
     RETURN count(evidence) AS written`,
  );
  const fill = fillingOf(names.fill, label, columns, ends);
  return async (tx, items, isAwaited, recordedAt) => {
    const ordered = inIdOrder(items, ({ id }) => id);
    const added = ordered.filter(({ id }) => !isAwaited(id));
    if (added.length > 0) {
      const [row] = await tx.query(WRITE, { items: added.map((item) => columns.rowOf(item)), recordedAt });
      if (row?.written !== added.length) throw new LostRaceError();
    }
    await fill(
      tx,
      ordered.filter(({ id }) => isAwaited(id)),
      recordedAt,
    );
  };
}

/** Writes of a kind whose digests are looked at in the statement that writes what is not there. */
export interface WritingNew<Fields> {
  /**
   * Writes those of items, each with an id of its own, that are not there; gives the digests of those that are, by id: null
   * where a withdrawal waits for the item.
   */
  writeNew(tx: Queries, items: readonly Fields[], recordedAt: number): Promise<Map<string, string | null>>;
  /** Writes those that withdrawals wait for. */
  fill(tx: Queries, items: readonly Fields[], recordedAt: number): Promise<void>;
}

/** As writingOf, for a kind that comes in so large batches that ids are not to be looked up twice. */
export function writingNewOf<Fields extends { readonly id: string }>(
  names: { readonly write: string; readonly fill: string },
  label: string,
  columns: Columns<Fields>,
  ends: readonly End[],
): WritingNew<Fields> {
  const given: Readonly<Record<string, string>> = columns.of('item');
  const { found, hung } = endsOf(given, ends);
  const WRITE_NEW = statement<{ there: [id: string, hash: string | null][]; written: number }>(
    names.write,
    `UNWIND $items AS item
     OPTIONAL MATCH (old:Evidence {id: ${given['id'] ?? ''}})
     WITH collect(CASE WHEN old IS NOT NULL THEN [old.id, old.hash] END) AS there,
       collect(CASE WHEN old IS NULL THEN item END) AS added
     CALL (added) {
       UNWIND added AS item
       ${found}
       CREATE (evidence:Evidence:${label} {${columns.map('item')}, recordedAt: $recordedAt, withdrawn: false})
       ${hung}
       RETURN count(evidence) AS written
     }
     RETURN there, written`,
  );
  const fill = fillingOf(names.fill, label, columns, ends);
  return {
    async writeNew(tx, items, recordedAt) {
      if (items.length === 0) return new Map();
      const ordered = inIdOrder(items, ({ id }) => id).map((item) => columns.rowOf(item));
      const [row] = await tx.query(WRITE_NEW, { items: ordered, recordedAt });
      const { there = [], written = 0 } = row ?? {};
      if (there.length + written !== items.length) throw new LostRaceError();
      return new Map(there);
    },
    fill: (tx, items, recordedAt) =>
      fill(
        tx,
        inIdOrder(items, ({ id }) => id),
        recordedAt,
      ),
  };
}
