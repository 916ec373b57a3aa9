import { setTimeout as pause } from 'node:timers/promises';
import { statement, type Queries, type Statement } from '../driver/statement';
import {
  carriedLabels,
  derived,
  evidenceLabel,
  hangsOn,
  keyOf,
  keys,
  parts,
  type CarriedPart,
} from './carried';
import type { NodeLine } from './lines';
import { propertiesToFile, toFile } from './values';

type Properties = Readonly<Record<string, unknown>>;
type OutRow = readonly [type: string, labels: string[], other: Properties, properties: Properties];
type NodeRow = readonly [
  labels: string[],
  properties: Properties,
  out: OutRow[],
  of?: readonly [key: unknown, Properties],
];

interface Batch {
  /** Key of the last node of the batch; null where there was none. */
  readonly last: unknown;
  readonly rows: readonly NodeRow[];
}

const nodesAtOnce = 2_000;
/** Fewer: each may have many parts. */
const wholesAtOnce = 100;

/** What leads to nodes without a key is carried with these, and what is derived not at all. */
const skipped = [...derived.relationships, ...Object.values(parts).map(({ type }) => type)];

const keysOf = `{${[...new Set(keys.values())].map((key) => `.${key}`).join(', ')}}`;
const outOf = (node: string): string =>
  `[(${node})-[out]->(other) WHERE NOT type(out) IN $skipped | [type(out), labels(other), other ${keysOf}, properties(out)]]`;

const nextOfCatalogue = [...keys]
  .filter(([label]) => label !== evidenceLabel)
  .map(([label, key]) => ({
    // Numbers come after -1, texts after the empty one.
    first: label === 'Calibration' ? -1 : '',
    next: statement<Batch>(
      `backup.next${label}`,
      `MATCH (node:${label}) WHERE node.${key} > $after
       WITH node ORDER BY node.${key} LIMIT toInteger($limit)
       RETURN max(node.${key}) AS last, collect([labels(node), properties(node), ${outOf('node')}]) AS rows`,
    ),
  }));

const NEXT_EVIDENCE = statement<Batch>(
  'backup.nextEvidence',
  `MATCH (node:Evidence) WHERE node.id > $after
   WITH node ORDER BY node.id LIMIT toInteger($limit)
   WITH node, CASE WHEN node:Withdrawal THEN 0 WHEN EXISTS { (node)-->(:Evidence) } THEN 1 ELSE 2 END AS pass
   RETURN max(node.id) AS last,
     collect(CASE WHEN pass = $pass THEN [labels(node), properties(node), ${outOf('node')}] END) AS rows`,
);

const nextParts = (part: CarriedPart): Statement<Batch> =>
  statement<Batch>(
    `backup.next${part.label}`,
    `MATCH (whole:${part.whole}) WHERE whole.id > $after
     WITH whole ORDER BY whole.id LIMIT toInteger($limit)
     WITH whole, [(whole)-[of:${part.type}]->(part:${part.label}) |
       [labels(part), properties(part), ${outOf('part')}, [whole.id, properties(of)]]] AS found
     RETURN max(whole.id) AS last, reduce(rows = [], some IN collect(found) | rows + some) AS rows`,
  );
const NEXT_LOOKS = nextParts(parts.look);
const NEXT_AVAILABILITY = nextParts(parts.availability);

/** Everything but evidence and looks, in an order that is the same for the same graph. */
export async function* catalogueLines(queries: Queries): AsyncGenerator<NodeLine[]> {
  for (const { first, next } of nextOfCatalogue) yield* batches(queries, next, first, nodesAtOnce, lineOf);
  yield* partLines(queries, parts.availability, NEXT_AVAILABILITY);
}

/**
 * Evidence that others may add to meanwhile. What points at other evidence comes first: what it points at is there
 * then, and is read later. Withdrawals point at views, and these at visits.
 */
export async function* evidenceLines(queries: Queries): AsyncGenerator<NodeLine[]> {
  for (const pass of [0, 1, 2]) yield* batches(queries, NEXT_EVIDENCE, '', nodesAtOnce, lineOf, { pass });
}

/** Looks of people. */
export function lookLines(queries: Queries): AsyncGenerator<NodeLine[]> {
  return partLines(queries, parts.look, NEXT_LOOKS);
}

function partLines(queries: Queries, part: CarriedPart, next: Statement<Batch>): AsyncGenerator<NodeLine[]> {
  const line = (row: NodeRow): NodeLine => {
    const [key, properties] = row[3] ?? [null, {}];
    return { ...lineOf(row), of: [part.type, part.whole, toFile(key), propertiesToFile(properties)] };
  };
  return batches(queries, next, '', wholesAtOnce, line);
}

async function* batches(
  queries: Queries,
  next: Statement<Batch>,
  first: unknown,
  limit: number,
  lineFrom: (row: NodeRow) => NodeLine,
  more: Properties = {},
): AsyncGenerator<NodeLine[]> {
  for (let after = first; ;) {
    const { last, rows } = await wholeBatch(queries, next, { ...more, after, limit, skipped });
    if (last === null) return;
    yield rows.map(lineFrom);
    after = last;
  }
}

const repeats = 200;

/** A transaction that is just being committed shows its nodes a moment before their relationships. */
async function wholeBatch(queries: Queries, next: Statement<Batch>, parameters: Properties): Promise<Batch> {
  for (let repeat = 0; ; repeat++) {
    const [batch = { last: null, rows: [] }] = await queries.query(next, parameters);
    if (batch.rows.every(hangs)) return batch;
    if (repeat === repeats)
      throw new Error('Evidence hangs on nothing: the graph is not as any release of Skillwake makes it.');
    await pause(10);
  }
}

function hangs([labels, properties, out]: NodeRow): boolean {
  return labels.every((label) =>
    (hangsOn[label]?.(properties) ?? []).every((type) => out.some(([found]) => found === type)),
  );
}

function lineOf([labels, properties, out]: NodeRow): NodeLine {
  const unknown = labels.find((label) => !carriedLabels.includes(label));
  if (unknown !== undefined)
    throw new Error(`A node has the label ${unknown}, which graph/nouns/model does not know.`);
  const without = labels.flatMap((label) => derived.properties[label] ?? []);
  const ends = out.map(([type, otherLabels, other, ofRelationship]): NodeLine['out'][number] => {
    const key = keyOf(otherLabels);
    if (key === undefined)
      throw new Error(`A relationship ${type} leads to a node without a key (${otherLabels.join()}).`);
    return [type, key.label, toFile(other[key.name]), propertiesToFile(ofRelationship)];
  });
  return {
    node: [...labels].sort(),
    properties: propertiesToFile(properties, without),
    // In an order that only what they say decides.
    out: ends
      .map((end) => [JSON.stringify(end), end] as const)
      .sort(byText)
      .map(([, end]) => end),
  };
}

function byText([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
