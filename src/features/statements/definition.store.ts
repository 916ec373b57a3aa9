import { statement, type Queries } from '../../graph/driver/statement';

/** What is known of an Activity or a Verb of a platform, as JSON. */
export interface DefinitionRow {
  readonly key: string;
  readonly text: string;
}

const FIND = statement<DefinitionRow>(
  'statements.definitions',
  `UNWIND $keys AS key
   MATCH (definition:Definition {key: key})
   RETURN key, definition.text AS text`,
);

export async function definitionsByKey(
  queries: Queries,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  return new Map((await queries.query(FIND, { keys })).map(({ key, text }) => [key, text]));
}

const LOCK = statement<{ key: string; text: string | null }>(
  'statements.lockDefinitions',
  `UNWIND $keys AS key
   MERGE (definition:Definition {key: key})
   SET definition.lock = true
   RETURN key, definition.text AS text`,
);

/** Keeps others from changing these until the transaction ends; gives what is known of each, null where it is new. */
export async function lockDefinitions(
  tx: Queries,
  keys: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await tx.query(LOCK, { keys: [...keys].sort() });
  return new Map(rows.map(({ key, text }) => [key, text]));
}

const WRITE = statement(
  'statements.writeDefinitions',
  `UNWIND $rows AS row
   MATCH (definition:Definition {key: row.key})
   SET definition = row`,
);

export async function writeDefinitions(tx: Queries, rows: readonly DefinitionRow[]): Promise<void> {
  await tx.query(WRITE, { rows });
}
