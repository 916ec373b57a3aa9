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

const WRITE = statement<{ changed: number }>(
  'statements.writeActivityMappings',
  `UNWIND $mappings AS one
   MERGE (mapping:ActivityMapping {key: one.key})
   WITH mapping, one, properties(mapping) AS before
   SET mapping += one
   WITH mapping, before, properties(mapping) AS after
   SET mapping.savedAt = CASE WHEN before = after THEN mapping.savedAt ELSE $now END
   RETURN toFloat(sum(CASE WHEN before = after THEN 0 ELSE 1 END)) AS changed`,
);

/** Writes mappings; gives how many are new or changed. */
export async function writeMappings(
  tx: Queries,
  mappings: readonly ActivityMapping[],
  now: number,
): Promise<number> {
  if (mappings.length === 0) return 0;
  const inOrder = [...mappings].sort((one, other) => (one.key < other.key ? -1 : 1));
  return (await tx.query(WRITE, { mappings: inOrder, now }))[0]?.changed ?? 0;
}

const REMOVE = statement<{ removed: number }>(
  'statements.removeActivityMappings',
  `UNWIND $keys AS key
   MATCH (mapping:ActivityMapping {key: key})
   DELETE mapping
   RETURN toFloat(count(*)) AS removed`,
);

export async function removeMappings(tx: Queries, keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0;
  return (await tx.query(REMOVE, { keys: [...keys].sort() }))[0]?.removed ?? 0;
}
