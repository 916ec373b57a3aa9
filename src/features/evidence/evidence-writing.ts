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
  const given: Readonly<Record<string, string>> = columns.of('item');
  const endsFound = ends
    .map(({ column, label: of }) => `MATCH (${column}:${of}) WHERE id(${column}) = ${given[column] ?? ''}`)
    .join('\n     ');
  const hung = ends
    .flatMap(({ column, type, changedAs }) => [
      `CREATE (evidence)-[:${type}]->(${column})`,
      ...(changedAs === undefined ? [] : [`SET ${column}.${changedAs} = $recordedAt`]),
    ])
    .join('\n     ');
  const WRITE = statement<{ written: number }>(
    names.write,
    `UNWIND $items AS item
     ${endsFound}
     CREATE (evidence:Evidence:${label} {${columns.map('item')}, recordedAt: $recordedAt, withdrawn: false})
     ${hung}
     RETURN count(evidence) AS written`,
  );
  // Setting takes the lock: whether it is still awaited is read after.
  const FILL = statement<{ written: number }>(
    names.fill,
    `UNWIND $items AS item
     MATCH (evidence:Evidence {id: ${given['id'] ?? ''}})
     SET evidence.withdrawn = true
     WITH evidence, item WHERE evidence:Awaited
     ${endsFound}
     REMOVE evidence:Awaited
     SET evidence:${label}, evidence.recordedAt = $recordedAt, ${columns.set('evidence', 'item')}
     ${hung}
     RETURN count(evidence) AS written`,
  );
  return async (tx, items, isAwaited, recordedAt) => {
    const ordered = inIdOrder(items, ({ id }) => id);
    for (const [text, some] of [
      [WRITE, ordered.filter(({ id }) => !isAwaited(id))],
      [FILL, ordered.filter(({ id }) => isAwaited(id))],
    ] as const) {
      if (some.length === 0) continue;
      const [row] = await tx.query(text, { items: some.map((item) => columns.rowOf(item)), recordedAt });
      if (row?.written !== some.length) throw new LostRaceError();
    }
  };
}
