import { InstallationError } from '../../shared/errors';
import type { Queries, Statement } from '../driver/statement';
import { carriedLabels, keyOf, keys, parts } from './carried';
import type { NodeLine } from './lines';
import { fromFile, propertiesFromFile } from './values';

/** Rows for one text: the nodes of the same labels, or the relationships of the same type and ends. */
interface Group {
  readonly text: string;
  /** Whether each row must find what it hangs on. */
  readonly all: boolean;
  readonly rows: unknown[];
}

/** Writes the nodes that have a key. */
export async function loadNodes(tx: Queries, lines: readonly NodeLine[]): Promise<void> {
  const groups = new Map<string, Group>();
  for (const { node, properties, of } of lines) {
    if (of !== undefined) continue;
    const unknown = node.find((label) => !carriedLabels.includes(label));
    if (unknown !== undefined || keyOf(node) === undefined)
      throw new InstallationError(
        `The file has a node of a kind that this release does not know (${node.join(', ')}): restore it with the release that wrote it.`,
      );
    const text = `UNWIND $rows AS row CREATE (node:${node.join(':')}) SET node = row RETURN toFloat(count(node)) AS written`;
    add(groups, text, true, propertiesFromFile(properties));
  }
  await write(tx, groups);
}

/**
 * Writes the relationships that start at nodes with a key, and the nodes without one with theirs. A look at or by
 * somebody who was deleted while the file was written is left out, as it would have been by then.
 */
export async function loadRelationships(tx: Queries, lines: readonly NodeLine[]): Promise<void> {
  const groups = new Map<string, Group>();
  for (const line of lines) {
    if (line.of === undefined) addRelationships(groups, line);
    else addPart(groups, line, line.of);
  }
  await write(tx, groups);
}

type End = NodeLine['out'][number];

function addRelationships(groups: Map<string, Group>, { node, properties, out }: NodeLine): void {
  const own = keyOf(node);
  if (own === undefined) throw new Error(`Nodes with the labels ${node.join()} have no key.`);
  const from = fromFile(properties[own.name] ?? null);
  for (const [type, label, key, ofRelationship] of out) {
    const text = `UNWIND $rows AS row
      ${match('from', own.label, 'row[0]')} ${match('to', label, 'row[1]')}
      CREATE (from)-[made:${type}]->(to) SET made = row[2]
      RETURN toFloat(count(made)) AS written`;
    add(groups, text, true, [from, fromFile(key), propertiesFromFile(ofRelationship)]);
  }
}

function addPart(groups: Map<string, Group>, { node, properties, out }: NodeLine, of: End): void {
  const [type, wholeLabel, wholeKey, ofProperties] = of;
  const part = Object.values(parts).find(({ label }) => node.includes(label));
  if (part === undefined) throw new Error(`Nothing is known of parts with the labels ${node.join()}.`);
  const ends = out.map(
    ([outType, label], position) =>
      `WITH row, part CALL { WITH row, part ${match('other', label, `row[3][${String(position)}][0]`)}
         CREATE (part)-[made:${outType}]->(other) SET made = row[3][${String(position)}][1]
         RETURN count(made) AS made${String(position)} }`,
  );
  const text = `UNWIND $rows AS row
    ${match('whole', wholeLabel, 'row[0]')}
    CREATE (whole)-[of:${type}]->(part:${node.join(':')}) SET of = row[1], part = row[2]
    ${ends.join('\n')}
    RETURN toFloat(count(part)) AS written`;
  add(groups, text, false, [
    fromFile(wholeKey),
    propertiesFromFile(ofProperties),
    propertiesFromFile(properties),
    out.map(([, , key, outProperties]) => [fromFile(key), propertiesFromFile(outProperties)] as const),
  ]);
}

/** A node by its key, through the index of its uniqueness. */
function match(variable: string, label: string, value: string): string {
  const key = keys.get(label);
  if (key === undefined)
    throw new InstallationError(
      `The file leads to nodes of a kind that this release does not know (${label}): restore it with the release that wrote it.`,
    );
  return `MATCH (${variable}:${label} {${key}: ${value}})`;
}

function add(groups: Map<string, Group>, text: string, all: boolean, row: unknown): void {
  const group = groups.get(text);
  if (group) group.rows.push(row);
  else groups.set(text, { text, all, rows: [row] });
}

async function write(tx: Queries, groups: ReadonlyMap<string, Group>): Promise<void> {
  for (const { text, all, rows } of groups.values()) {
    const load: Statement<{ written: number }> = { name: 'restore.load', text, scansBecause: undefined };
    const [row] = await tx.query(load, { rows });
    if (all && row?.written !== rows.length)
      throw new Error(`Of ${String(rows.length)} rows ${String(row?.written)} were written by ${text}`);
  }
}
