import type { NodeType } from '../shared/ids';
import { isOutsideKey, newKey } from '../shared/ids';
import { LostRaceError } from './errors';
import { statement, type Queries } from './statement';

/**
 * A reference to a node as inputs give it: the stored key of an outside id, or an internal id (which holds no
 * separator, so the two never meet).
 */
export type Reference = string;

export interface NodeToSave {
  readonly reference: Reference;
  /** Merged into the node: a property left out stays, null clears it. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Identity {
  /** Internal ids by reference; what is missing does not exist. */
  resolve(queries: Queries, references: Iterable<Reference>): Promise<Map<Reference, string>>;
  /** Creates or updates nodes by outside id; gives their internal ids in the order of the items. */
  save(queries: Queries, items: readonly NodeToSave[]): Promise<string[]>;
}

/** References, or what holds them, by the way they are looked up. */
export function byKind<Item>(
  items: readonly Item[],
  referenceOf: (item: Item) => Reference,
): { readonly outside: Item[]; readonly internal: Item[] } {
  return {
    outside: items.filter((item) => isOutsideKey(referenceOf(item))),
    internal: items.filter((item) => !isOutsideKey(referenceOf(item))),
  };
}

/** Labels of which two nodes can become one: the internal id of the merged one goes on naming the kept one. */
const merged: readonly NodeType[] = ['Person'];

/**
 * Finds nodes by the references in $outside and $internal, as columns reference and node. An internal id that is no
 * node's any more is looked up among those of merged ones.
 */
export function referredNodes(label: NodeType): string {
  return `CALL {
     UNWIND $outside AS reference
     MATCH (:OutsideId {key: reference})-[:IDENTIFIES]->(node:${label})
     RETURN reference, node
     UNION ALL
     UNWIND $internal AS reference
     MATCH (node:${label} {id: reference})
     RETURN reference, node${merged.includes(label) ? byMergedId(label) : ''}
   }`;
}

function byMergedId(label: NodeType): string {
  return `
     UNION ALL
     UNWIND $internal AS reference
     MATCH (:MergedId {key: reference})-[:IDENTIFIES]->(node:${label})
     RETURN reference, node`;
}

/** How nodes of one label are found and saved by what the outside calls them. */
export function identityOf(label: NodeType): Identity {
  const RESOLVE = statement<{ reference: string; key: string }>(
    `identity.resolve${label}`,
    `${referredNodes(label)}
     RETURN reference, node.id AS key`,
  );
  const SAVE = statement<{ key: string | null }>(
    `identity.save${label}`,
    `UNWIND $items AS item
     MERGE (outside:OutsideId {key: item.reference})
     MERGE (outside)-[:IDENTIFIES]->(node:${label})
     ON CREATE SET node.id = item.newKey
     SET node += item.properties
     RETURN node.id AS key`,
  );
  return {
    async resolve(queries, references) {
      const distinct = [...new Set(references)];
      if (distinct.length === 0) return new Map();
      const rows = await queries.query(
        RESOLVE,
        byKind(distinct, (reference) => reference),
      );
      return new Map(rows.map(({ reference, key }) => [reference, key]));
    },
    async save(queries, items) {
      if (items.length === 0) return [];
      const rows = await queries.query(SAVE, { items: items.map((item) => ({ ...item, newKey: newKey() })) });
      return rows.map(({ key }) => {
        // Neo4j sets nothing, and says nothing, on a node that went while its lock was waited for.
        if (key === null) throw new LostRaceError();
        return key;
      });
    },
  };
}
