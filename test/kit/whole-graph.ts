import { propertiesToFile } from '../../src/graph/backup/values';
import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';

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

/** Takes everything out of a database that is the spec's own. */
export async function emptyGraph(database: Database): Promise<void> {
  await database.idempotentTransaction((tx) => tx.query(EMPTY));
}
