import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';

/** What a spec built, as it is stored: that of other specs, which run meanwhile, is not looked at. */
export interface Snapshot {
  /** All properties of a noun and its parts, by internal id of the noun. */
  readonly nodes: ReadonlyMap<string, string>;
  /** The external ids of the nouns, by internal id. */
  readonly outside: ReadonlyMap<string, string>;
  /** Internal ids at both ends of a relationship, by its text. */
  readonly edges: ReadonlyMap<string, readonly string[]>;
}

const SNAPSHOT = statement<{
  outside: string;
  owner: string;
  part: object;
  edges: [string, string, object, string][];
}>(
  'test.snapshot',
  `UNWIND ['Person', 'Team', 'Skill', 'Question', 'Module', 'Project', 'Task', 'RoleTemplate'] AS kind
   MATCH (outside:OutsideId)-[:IDENTIFIES]->(owner) WHERE outside.key STARTS WITH kind + $beginning
   MATCH (owner)-[:HAS_TASK|HAS_VERSION|HAS_REVISION|HAS_PAGE|HAS_AVAILABILITY*0..2]->(part)
   RETURN split(outside.key, $beginning)[1] AS outside, owner.id AS owner, properties(part) AS part,
     COLLECT { MATCH (part)-[edge]->(other) WHERE NOT other:Look
               RETURN [owner.id, type(edge), properties(edge), coalesce(other.id, '')] } AS edges`,
  'a spec may look at everything of its own',
);

/** All nouns whose external ids have this source. */
export async function snapshotOf(database: Database, source: string): Promise<Snapshot> {
  const rows = await database.query(SNAPSHOT, { beginning: `\u001f${source}\u001f` });
  const parts = new Map<string, string[]>();
  for (const { owner, part } of rows)
    parts.set(owner, [...(parts.get(owner) ?? []), JSON.stringify(part)].sort());
  return {
    nodes: new Map([...parts].map(([owner, texts]) => [owner, texts.join()])),
    outside: new Map(rows.map(({ owner, outside }) => [owner, outside])),
    edges: new Map(
      rows.flatMap(({ edges }) => edges.map((edge) => [JSON.stringify(edge), [edge[0], edge[3]]] as const)),
    ),
  };
}

/** What differs of the nodes of before and their relationships, where none of those that may have changed is touched. */
export function changesBeyond(named: ReadonlySet<string>, before: Snapshot, after: Snapshot): string[] {
  const nodes = [...before.nodes].filter(
    ([owner, text]) => !named.has(before.outside.get(owner) ?? '') && after.nodes.get(owner) !== text,
  );
  const mayChange = (end: string): boolean => {
    const outside = before.outside.get(end);
    return before.nodes.has(end) && outside !== undefined && named.has(outside);
  };
  const edges = [...before.edges, ...after.edges].filter(
    ([text, ends]) =>
      before.edges.has(text) !== after.edges.has(text) &&
      ends.some((end) => before.nodes.has(end)) &&
      !ends.some(mayChange),
  );
  return [...nodes.map(([, text]) => text), ...edges.map(([text]) => text)];
}
