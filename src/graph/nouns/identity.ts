import type { NodeType } from '../../shared/ids';
import { isExternalKey, newKey, externalNameOf, type ExternalName } from '../../shared/ids';
import { LostRaceError } from '../driver/errors';
import { sayChanged, sayGoing } from './changed-nouns';
import { composition, inUse, uses } from './model';
import { statement, type Queries } from '../driver/statement';

/**
 * A reference to a node as inputs give it: the stored key of an external id, or an internal id (which holds no
 * separator, so the two never meet).
 */
export type Reference = string;

export interface NodeToSave {
  readonly reference: Reference;
  /** Merged into the node: a property left out stays, null clears it. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Identity {
  readonly label: NodeType;
  /** Internal ids by reference; what is missing does not exist. */
  resolve(queries: Queries, references: Iterable<Reference>): Promise<Map<Reference, string>>;
  /**
   * Creates or updates nodes by external id; gives their internal ids in the order of the items. What is saved is in
   * use again if it was archived, and its updatedAt moves on if anything changed.
   */
  save(tx: Queries, items: readonly NodeToSave[], now: number): Promise<string[]>;
  /** Locks nodes until the transaction ends, in id order; returns when each last changed. */
  lock(tx: Queries, keys: Iterable<string>): Promise<Map<string, number>>;
  /** What external systems call these nodes. */
  externalNames(queries: Queries, keys: readonly string[]): Promise<{ key: string; name: ExternalName }[]>;
  /**
   * Deletes nodes, or archives those that evidence depends on; returns those archived. Where a node came to be in use since it
   * was looked at, the transaction loses the race when it commits, and finds it so when it is repeated.
   */
  remove(tx: Queries, keys: readonly string[], now: number): Promise<Set<string>>;
}

/** References, or items that hold one, by how they are looked up. */
export function byKind<Item>(
  items: readonly Item[],
  referenceOf: (item: Item) => Reference,
): { readonly outside: Item[]; readonly internal: Item[] } {
  return {
    outside: items.filter((item) => isExternalKey(referenceOf(item))),
    internal: items.filter((item) => !isExternalKey(referenceOf(item))),
  };
}

/** Moves updatedAt on: to now, or past what it is where two changes meet in one millisecond. */
export function touched(variable: string): string {
  return `${variable}.updatedAt = CASE WHEN ${variable}.updatedAt >= $now THEN ${variable}.updatedAt + 1 ELSE $now END`;
}

/** Cypher: says of a node that goes that it did, when, and where it was merged into which other. */
export function leavingTombstone(gone: string, label: NodeType, kept?: string): string {
  const into = kept === undefined ? '' : `, tombstone.mergedInto = ${kept}.id`;
  return `MERGE (tombstone:Tombstone {id: ${gone}.id})
     SET tombstone.type = '${label}', tombstone.at = $now${into}`;
}

/** Labels whose nodes can be merged: the internal id of the merged node then refers to the one that is kept. */
const merged: readonly NodeType[] = ['Person', 'Skill'];

/**
 * Finds nodes by the references in $outside and $internal, as columns reference and node. An internal id that no node
 * has any more is looked up among those of merged nodes.
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
     MATCH (merged:MergedId {key: reference})-[:IDENTIFIES]->(node:${label})
     USING INDEX SEEK merged:MergedId(key)
     RETURN reference, node`;
}

const FORMER_IDS = statement<{ key: string; former: string[] }>(
  'identity.formerIds',
  `UNWIND $keys AS key
   CALL (key) {
     ${merged.map((label) => `MATCH (node:${label} {id: key}) RETURN node`).join(' UNION ALL ')}
   }
   MATCH (node)<-[:IDENTIFIES]-(merged:MergedId)
   RETURN key, collect(merged.key) AS former`,
);

/** By internal id, the internal ids of those that were merged into it. */
export async function formerIds(queries: Queries, keys: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await queries.query(FORMER_IDS, { keys: [...new Set(keys)] });
  return new Map(rows.map(({ key, former }) => [key, former]));
}

/** How nodes of one label are found, saved and removed by what external systems call them. */
export function identityOf(label: NodeType): Identity {
  return {
    label,
    resolve: resolving(label),
    save: saving(label),
    lock: locking(label),
    externalNames: namingExternally(label),
    remove: removing(label),
  };
}

function resolving(label: NodeType): Identity['resolve'] {
  const RESOLVE = statement<{ reference: string; key: string }>(
    `identity.resolve${label}`,
    `${referredNodes(label)}
     RETURN reference, node.id AS key`,
  );
  return async (queries, references) => {
    const distinct = [...new Set(references)];
    if (distinct.length === 0) return new Map();
    const rows = await queries.query(
      RESOLVE,
      byKind(distinct, (reference) => reference),
    );
    return new Map(rows.map(({ reference, key }) => [reference, key]));
  };
}

function saving(label: NodeType): Identity['save'] {
  // External ids in their order, then what is there in id order, then what is new: once its external id is held nobody else
  // creates it. So two writers of the same nodes, stored or new, never wait for each other in a circle.
  const SAVE = statement<{ key: string | null; place: number; differs: boolean }>(
    `identity.save${label}`,
    `UNWIND $items AS item
     MERGE (outside:OutsideId {key: item.reference})
     ON CREATE SET outside.value = toLower(item.value)
     WITH item, outside
     OPTIONAL MATCH (outside)-[:IDENTIFIES]->(there:${label})
     WITH item, outside, there ORDER BY there.id, item.place
     SET there.lock = 0
     WITH item, outside
     MERGE (outside)-[:IDENTIFIES]->(node:${label})
     ON CREATE SET node.id = item.newKey, node.lock = 0, node.createdAt = $now, node.updatedAt = $now
     SET node.lock = 0
     WITH node, item, properties(node) AS before
     SET node += item.properties, node.archivedAt = null
     WITH node, item, properties(node) <> before AS differs
     FOREACH (_ IN CASE WHEN differs THEN [1] ELSE [] END | SET ${touched('node')})
     RETURN node.id AS key, item.place AS place, differs OR node.id = item.newKey AS differs`,
  );
  return async (tx, items, now) => {
    if (items.length === 0) return [];
    const inOrder = items
      .map((item, place) => ({
        ...item,
        ...{ place, value: externalNameOf(item.reference).value, newKey: newKey() },
      }))
      .sort(({ reference: left }, { reference: right }) => (left < right ? -1 : left > right ? 1 : 0));
    const keys = Array<string>(items.length).fill('');
    const changed: string[] = [];
    for (const { key, place, differs } of await tx.query(SAVE, { items: inOrder, now })) {
      // Neo4j sets nothing, and reports nothing, on a node that was deleted while its lock was waited for.
      if (key === null) throw new LostRaceError();
      keys[place] = key;
      if (differs) changed.push(key);
    }
    sayChanged(tx, label, changed);
    return keys;
  };
}

function locking(label: NodeType): Identity['lock'] {
  const LOCK = statement<{ key: string | null; updatedAt: number }>(
    `identity.lock${label}`,
    `UNWIND $keys AS key
     MATCH (node:${label} {id: key})
     SET node.lock = 0
     RETURN node.id AS key, node.updatedAt AS updatedAt`,
  );
  return async (tx, keys) => {
    const ordered = [...new Set(keys)].sort();
    const rows = ordered.length === 0 ? [] : await tx.query(LOCK, { keys: ordered });
    // The id of a node that was deleted while its lock was waited for is null.
    return new Map(rows.flatMap(({ key, updatedAt }) => (key === null ? [] : [[key, updatedAt] as const])));
  };
}

function namingExternally(label: NodeType): Identity['externalNames'] {
  const EXTERNAL_NAMES = statement<{ key: string; outside: string }>(
    `identity.externalNames${label}`,
    `UNWIND $keys AS key
     MATCH (:${label} {id: key})<-[:IDENTIFIES]-(outside:OutsideId)
     RETURN key, outside.key AS outside
     ORDER BY outside.key`,
  );
  return async (queries, keys) => {
    const rows = await queries.query(EXTERNAL_NAMES, { keys });
    return rows.map(({ key, outside }) => ({ key, name: externalNameOf(outside) }));
  };
}

function removing(label: NodeType): Identity['remove'] {
  const ARCHIVE = statement<{ key: string }>(
    `identity.archive${label}`,
    `UNWIND $keys AS key
     MATCH (node:${label} {id: key}) WHERE ${inUse[label]}
     FOREACH (_ IN CASE WHEN node.archivedAt IS NULL THEN [1] ELSE [] END | SET node.archivedAt = $now, ${touched('node')})
     RETURN key`,
  );
  // Without DETACH, which would take with it what others have just hung on a node that was not in use when it was looked at.
  const REMOVE = statement(
    `identity.remove${label}`,
    `UNWIND $keys AS key
     MATCH (node:${label} {id: key})
     ${leavingTombstone('node', label)}
     WITH node
     CALL (node) {
       MATCH (node)-[:${composition.join('|')}*0..]->(part)
       OPTIONAL MATCH (name:OutsideId|MergedId)-[:IDENTIFIES]->(part)
       RETURN collect(DISTINCT part) + collect(DISTINCT name) AS going
     }
     CALL (going) {
       UNWIND going AS gone
       MATCH (gone)-[relationship]-(other) WHERE NOT (${uses('other', 'relationship', 'gone')})
       WITH DISTINCT relationship
       DELETE relationship
     }
     FOREACH (gone IN going | DELETE gone)`,
  );
  return async (tx, keys, now) => {
    if (keys.length === 0) return new Set();
    const archived = new Set((await tx.query(ARCHIVE, { keys, now })).map(({ key }) => key));
    const going = keys.filter((key) => !archived.has(key));
    await sayGoing(tx, label, going);
    await tx.query(REMOVE, { keys: going, now });
    sayChanged(tx, label, keys);
    return archived;
  };
}
