import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { clientSchema } from '../graphql/client-schema';
import { withOperations } from '../graphql/operations-table';
import { buildApiSchema } from '../graphql/schema';
import { optionsOf } from './command';

/** The schema as it is committed: sorted, so that a change of it is a change of meaning. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildApiSchema()))}\n`;
}

/** The schema as generators of code take it. */
export function printedClientSchema(): string {
  return clientSchema(printedSchema());
}

const clientsPage = 'docs/clients.md';

/** Writes schema/schema.graphql, schema/clients.graphql and the operations in docs/clients.md; on a release also schema/released.graphql, against which breaking changes are found. */
export async function emitSchema(words: readonly string[]): Promise<void> {
  const { released } = optionsOf(words, { released: { type: 'boolean' } }, 'nothing, or --released');
  const schema = printedSchema();
  for (const name of released ? ['schema', 'released'] : ['schema'])
    await writeFile(resolve(`schema/${name}.graphql`), schema);
  await writeFile(resolve('schema/clients.graphql'), printedClientSchema());
  await writeFile(clientsPage, withOperations(await readFile(clientsPage, 'utf8'), buildApiSchema()));
}
