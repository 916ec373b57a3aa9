import { propertiesToFile } from '../../src/graph/backup/values';
import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';
import { beginEpoch } from '../../src/graph/feed/epoch';

type Properties = Readonly<Record<string, unknown>>;

const NODES = statement<{ labels: string[]; properties: Properties }>(
  'test.wholeGraphNodes',
  `MATCH (node) WHERE NOT node:Installation|Attempt|Feed|Lane|Change RETURN labels(node) AS labels, properties(node) AS properties`,
  'a spec may look at everything of its own',
);
const RELATIONSHIPS = statement<{ type: string; properties: Properties; from: Properties; to: Properties }>(
  'test.wholeGraphRelationships',
  `MATCH (from)-[relationship]->(to)
   RETURN type(relationship) AS type, properties(relationship) AS properties, properties(from) AS from, properties(to) AS to`,
  'a spec may look at everything of its own',
);

const textOf = (properties: Properties): string => JSON.stringify(propertiesToFile(properties));

/** Every node and relationship of a database with all its properties, each a line; integers and floats are told apart. */
export async function wholeGraphOf(database: Database): Promise<string[]> {
  const exact = await database.exact();
  try {
    const nodes = await exact.query(NODES);
    const relationships = await exact.query(RELATIONSHIPS);
    return [
      ...nodes.map(({ labels, properties }) => `${[...labels].sort().join()} ${textOf(properties)}`),
      ...relationships.map(
        ({ type, properties, from, to }) => `${type} ${textOf(properties)} ${textOf(from)} ${textOf(to)}`,
      ),
    ].sort();
  } finally {
    await exact.close();
  }
}

const EMPTY = statement('test.empty', `MATCH (node) DETACH DELETE node`, 'all of it goes');

/** A node without relationships, its properties as the driver has them exactly. */
export interface WholeNode {
  readonly labels: readonly string[];
  readonly properties: Properties;
}

const ALL = statement<WholeNode>(
  'test.wholeNodes',
  `MATCH (node) RETURN labels(node) AS labels, properties(node) AS properties`,
  'a spec may look at everything of its own',
);
const CREATE = statement(
  'test.createNodes',
  `UNWIND $nodes AS item CREATE (node:$(item.labels)) SET node = item.properties`,
);

/** Every node there is, in a database that has no relationships. */
export async function wholeNodesOf(database: Database): Promise<WholeNode[]> {
  const exact = await database.exact();
  try {
    return await exact.query(ALL);
  } finally {
    await exact.close();
  }
}

/** Takes everything out and puts these nodes in; whoever reads the feed begins anew. */
export async function refill(database: Database, nodes: readonly WholeNode[]): Promise<void> {
  const exact = await database.exact();
  try {
    await exact.idempotentTransaction(async (tx) => {
      await tx.query(EMPTY);
      await tx.query(CREATE, { nodes });
      await beginEpoch(tx);
    });
  } finally {
    await exact.close();
  }
}

/** Takes everything out of a database that is the spec's own. */
export async function emptyGraph(database: Database): Promise<void> {
  await database.idempotentTransaction((tx) => tx.query(EMPTY));
}
