import type { NodeType } from '../../shared/ids';
import { expectAll, LostRaceError } from '../driver/errors';
import type { ChangeKind } from '../feed/change';
import { sayChanged } from './changed-nouns';
import { touched } from './identity';
import { statement, type Parameters, type Queries } from '../driver/statement';

/** The others that a node is related to, as they are to be: those no longer named are let go. */
export interface Related {
  readonly node: string;
  /** Distinct internal ids. */
  readonly others: readonly string[];
}

/** A relationship without properties of its own, replaced as a whole list. */
export interface Relation {
  /** Replaces the lists of distinct nodes; a node whose list differs counts as changed now. */
  replace(tx: Queries, items: readonly Related[], now: number): Promise<void>;
}

/** How a relationship is drawn, seen from the node whose list it is. */
export function arrow(type: string, direction: 'out' | 'in', name = ''): string {
  return direction === 'out' ? `-[${name}:${type}]->` : `<-[${name}:${type}]-`;
}

export function relationOf(
  label: NodeType,
  type: string,
  other: NodeType,
  direction: 'out' | 'in' = 'out',
): Relation {
  const REPLACE = statement<{ lacking: number; changed: string[] }>(
    `relation.replace${label}${type}${direction === 'in' ? 'In' : ''}`,
    `UNWIND $items AS item
     MATCH (node:${label} {id: item.node})
     WITH item, node, COLLECT { MATCH (node)${arrow(type, direction)}(former:${other}) RETURN former.id } AS before
     WHERE size(before) <> size(item.others) OR any(key IN item.others WHERE NOT key IN before)
     SET ${touched('node')}
     WITH item, node
     OPTIONAL MATCH (node)${arrow(type, direction, 'edge')}(former:${other}) WHERE NOT former.id IN item.others
     DELETE edge
     WITH DISTINCT item, node
     CALL (item, node) {
       UNWIND item.others AS key
       MATCH (other:${other} {id: key})
       MERGE (node)${arrow(type, direction)}(other)
       RETURN count(*) AS there
     }
     RETURN sum(size(item.others) - there) AS lacking, collect(item.node) AS changed`,
  );
  return {
    async replace(tx, items, now) {
      if (items.length === 0) return;
      const [row] = await tx.query(REPLACE, { items, now });
      // What was looked up before is gone: deleted, or merged into another. The retry rejects the item with that reason.
      if (row && row.lacking > 0) throw new LostRaceError();
      sayChanged(tx, label, row?.changed ?? []);
    },
  };
}

/** What became of a relationship. */
export const fates = {
  CREATED: 'CREATED',
  CHANGED: 'CHANGED',
  REMOVED: 'REMOVED',
  UNCHANGED: 'UNCHANGED',
} as const;
export type Fate = keyof typeof fates;

/** Writes one relationship an item; returns what became of each. */
export type WriteRelationships<Item extends object = object> = (
  tx: Queries,
  items: readonly Item[],
  parameters?: Parameters,
) => Promise<Fate[]>;

interface Saving {
  /** Cypher that finds the ends that an `item` names, and merges what is saved between them. */
  readonly merge: string;
  /** Assignments to a new one alone. */
  readonly onCreate?: string;
  readonly set: string;
  /** Assignments wherever one is otherwise than before. */
  readonly onChange?: string;
}

/**
 * Saves relationships with properties of their own, or nodes that stand for such, as `variable`. What is new carries a
 * mark until it is saved, so that it differs even where its properties are those it was merged by. Throws LostRaceError
 * where an end went meanwhile.
 */
export function savingOf(
  name: string,
  variable: string,
  { merge, onCreate, set, onChange }: Saving,
): WriteRelationships {
  const SAVE = statement<{ place: number; fate: Fate }>(
    name,
    `UNWIND range(0, size($items) - 1) AS place
     WITH place, $items[place] AS item
     ${merge}
     ON CREATE SET ${variable}.isNew = true${onCreate === undefined ? '' : `, ${onCreate}`}
     WITH *, properties(${variable}) AS before
     SET ${variable}.isNew = null, ${set}
     WITH *, properties(${variable}) <> before AS differs
     ${onChange === undefined ? '' : `FOREACH (_ IN CASE WHEN differs THEN [1] ELSE [] END | SET ${onChange})`}
     RETURN toFloat(place) AS place, CASE WHEN before.isNew THEN 'CREATED' WHEN differs THEN 'CHANGED' ELSE 'UNCHANGED' END AS fate`,
  );
  return async (tx, items, parameters = {}) => {
    if (items.length === 0) return [];
    const rows = await tx.query(SAVE, { items, ...parameters });
    expectAll(rows.length, items.length);
    return fatesOf(rows, items);
  };
}

/** Takes away what is there of the relationships that items name: `remove` finds an item's and deletes it. */
export function removalOf(name: string, remove: string): WriteRelationships {
  const REMOVE = statement<{ place: number; fate: Fate }>(
    name,
    `UNWIND range(0, size($items) - 1) AS place
     WITH place, $items[place] AS item
     ${remove}
     RETURN toFloat(place) AS place, 'REMOVED' AS fate`,
  );
  return async (tx, items, parameters = {}) =>
    items.length === 0 ? [] : fatesOf(await tx.query(REMOVE, { items, ...parameters }), items);
}

/** Writes relationships and says what became otherwise: a change of that kind of what an item names. */
export function sayingOf<Item extends object>(
  kind: ChangeKind,
  keyOf: (item: Item) => string,
  write: WriteRelationships,
): WriteRelationships<Item> {
  return async (tx, items, parameters) => {
    const became = await write(tx, items, parameters);
    const changed = items.filter((_, place) => became[place] !== fates.UNCHANGED);
    tx.changed(kind, changed.map(keyOf));
    return became;
  };
}

/** In the order of the items; nothing becomes of what is not told of. */
function fatesOf(rows: readonly { place: number; fate: Fate }[], items: readonly unknown[]): Fate[] {
  const found = new Map(rows.map(({ place, fate }) => [place, fate]));
  return items.map((_, place) => found.get(place) ?? fates.UNCHANGED);
}

/** What relationships are now, for whoever saved what names them, in that order; null where there is none. */
export type ReadRelationships<Named, Value> = (
  queries: Queries,
  named: readonly Named[],
  parameters?: Parameters,
) => Promise<(Value | null)[]>;

interface Reading<Named, Row, Value> {
  /** What the statement reads of what names a relationship. */
  readonly itemOf: (named: Named) => object;
  /** Cypher that finds the relationship of an `item`. */
  readonly match: string;
  readonly columns: string;
  readonly valueOf: (row: Row) => Value;
}

/** Reads relationships by what identifies them. */
export function readingOf<Named, Row, Value>(
  name: string,
  { itemOf, match, columns, valueOf }: Reading<Named, Row, Value>,
): ReadRelationships<Named, Value> {
  const READ = statement<Row & { position: number }>(
    name,
    `UNWIND range(0, size($items) - 1) AS position
     WITH position, $items[position] AS item
     ${match}
     RETURN toFloat(position) AS position, ${columns}`,
  );
  return async (queries, named, parameters = {}) => {
    if (named.length === 0) return [];
    const rows = await queries.query(READ, { items: named.map(itemOf), ...parameters });
    const byPosition = new Map(rows.map((row) => [row.position, row]));
    return named.map((_, position) => {
      const row = byPosition.get(position);
      return row ? valueOf(row) : null;
    });
  };
}

/** A relation among nodes of one label that must close no circle. */
export interface AcyclicRelation extends Relation {
  /**
   * Lets one writer at a time change the relation. Two writers may close a circle with edges that share no node, so
   * no smaller lock does.
   */
  lock(tx: Queries): Promise<void>;
  /** Every edge that a walk upwards from these nodes can take. */
  edgesAbove(tx: Queries, keys: readonly string[]): Promise<readonly { below: string; above: string }[]>;
  /** The nodes directly below any of these. */
  directlyBelow(tx: Queries, keys: readonly string[]): Promise<string[]>;
}

export function acyclicRelationOf(label: NodeType, type: string): AcyclicRelation {
  const LOCK = statement(
    `relation.lock${label}${type}`,
    `MATCH (installation:Installation {one: 1}) SET installation.lock${label}${type} = 0`,
  );
  const EDGES_ABOVE = statement<{ below: string; above: string }>(
    `relation.edgesAbove${label}${type}`,
    `UNWIND $keys AS key
     MATCH (start:${label} {id: key})
     MATCH (start)-[:${type}*0..]->(node:${label})
     WITH DISTINCT node
     MATCH (node)-[:${type}]->(above:${label})
     RETURN node.id AS below, above.id AS above`,
  );
  const DIRECTLY_BELOW = statement<{ below: string }>(
    `relation.below${label}${type}`,
    `UNWIND $keys AS key
     MATCH (:${label} {id: key})<-[:${type}]-(below:${label})
     RETURN DISTINCT below.id AS below`,
  );
  return {
    ...relationOf(label, type, label),
    async directlyBelow(tx, keys) {
      return (await tx.query(DIRECTLY_BELOW, { keys })).map(({ below }) => below);
    },
    async lock(tx) {
      await tx.query(LOCK);
    },
    async edgesAbove(tx, keys) {
      return keys.length === 0 ? [] : tx.query(EDGES_ABOVE, { keys });
    },
  };
}
