import type { NodeType } from '../shared/ids';
import { LostRaceError } from './errors';
import { touched } from './identity';
import { statement, type Queries } from './statement';

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
