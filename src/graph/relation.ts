import type { NodeType } from '../shared/ids';
import { expectAll, LostRaceError } from './errors';
import { touched } from './identity';
import { statement, type Parameters, type Queries, type Statement } from './statement';

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

/** Cypher that marks what a MERGE creates, so that `countChanged` tells it from what was there. */
export function markedNew(variable: string): string {
  return `ON CREATE SET ${variable}.isNew = true`;
}

/** Cypher that takes that mark away again; to be SET with what is saved. */
export function unmarked(variable: string): string {
  return `${variable}.isNew = null`;
}

/** Cypher that counts the rows in which this is otherwise than `before`, its properties as they were found. */
export function countChanged(variable: string): string {
  return `sum(CASE WHEN properties(${variable}) = before THEN 0 ELSE 1 END) AS changed`;
}

/** What a statement that saves relationships tells. */
export interface SavedRow {
  /** As many as there were items, unless an end of one is gone. */
  readonly saved: number;
  readonly changed: number;
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
  const REPLACE = statement<{ lacking: number }>(
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
     RETURN sum(size(item.others) - there) AS lacking`,
  );
  return {
    async replace(tx, items, now) {
      if (items.length === 0) return;
      const [row] = await tx.query(REPLACE, { items, now });
      // What was looked up before is gone: deleted, or merged into another. Repeated, the item is told so.
      if (row && row.lacking > 0) throw new LostRaceError();
    },
  };
}

/**
 * Runs a statement that saves one relationship an item; gives how many are otherwise than before. Throws LostRaceError
 * where an end of one went meanwhile.
 */
export async function saveRelationships(
  tx: Queries,
  save: Statement<SavedRow>,
  items: readonly object[],
  parameters: Parameters = {},
): Promise<number> {
  if (items.length === 0) return 0;
  const [row] = await tx.query(save, { items, ...parameters });
  expectAll(row?.saved ?? 0, items.length);
  return row?.changed ?? 0;
}

/** Runs a statement that takes relationships away; gives how many there were. */
export async function removeRelationships(
  tx: Queries,
  remove: Statement<{ changed: number }>,
  items: readonly object[],
  parameters: Parameters = {},
): Promise<number> {
  if (items.length === 0) return 0;
  const [row] = await tx.query(remove, { items, ...parameters });
  return row?.changed ?? 0;
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
  return {
    ...relationOf(label, type, label),
    async lock(tx) {
      await tx.query(LOCK);
    },
    async edgesAbove(tx, keys) {
      return keys.length === 0 ? [] : tx.query(EDGES_ABOVE, { keys });
    },
  };
}
