import { fates, type Fate } from '../../../graph/nouns/relation';
import { statement, type Queries } from '../../../graph/driver/statement';
import type { ContentKind } from './content';

/** What an activity, or a type of activities, is here. */
export interface ActivityMapping {
  readonly key: string;
  readonly platform: string | null;
  readonly of: 'activity' | 'type';
  /** Its IRI. */
  readonly name: string;
  /** Null where nothing is said any more. */
  readonly kind: ContentKind | null;
  /** Internal id of the module or question. */
  readonly target: string | null;
  /** Of the revision or version. */
  readonly number: number | null;
  readonly page: number | null;
}

const WRITE = statement<{ key: string; fate: Fate }>(
  'statements.writeActivityMappings',
  `UNWIND $mappings AS one
   MERGE (mapping:ActivityMapping {key: one.key})
   ON CREATE SET mapping.isNew = true
   WITH mapping, one, properties(mapping) AS before
   SET mapping += one, mapping.isNew = null
   WITH mapping, before, properties(mapping) AS after
   SET mapping.savedAt = CASE WHEN before = after THEN mapping.savedAt ELSE $now END
   RETURN mapping.key AS key, CASE WHEN before.isNew THEN 'CREATED' WHEN before = after THEN 'UNCHANGED' ELSE 'CHANGED' END AS fate`,
);

/** Writes mappings, each with a key of its own; gives what became of each. */
export async function writeMappings(
  tx: Queries,
  mappings: readonly ActivityMapping[],
  now: number,
): Promise<Fate[]> {
  if (mappings.length === 0) return [];
  const inOrder = [...mappings].sort((one, other) => (one.key < other.key ? -1 : 1));
  return fatesByKey(
    await tx.query(WRITE, { mappings: inOrder, now }),
    mappings.map(({ key }) => key),
  );
}

const REMOVE = statement<{ key: string; fate: Fate }>(
  'statements.removeActivityMappings',
  `UNWIND $keys AS key
   MATCH (mapping:ActivityMapping {key: key})
   DELETE mapping
   RETURN key, 'REMOVED' AS fate`,
);

export async function removeMappings(tx: Queries, keys: readonly string[]): Promise<Fate[]> {
  if (keys.length === 0) return [];
  return fatesByKey(await tx.query(REMOVE, { keys: [...keys].sort() }), keys);
}

function fatesByKey(rows: readonly { key: string; fate: Fate }[], keys: readonly string[]): Fate[] {
  const found = new Map(rows.map(({ key, fate }) => [key, fate]));
  return keys.map((key) => found.get(key) ?? fates.UNCHANGED);
}
