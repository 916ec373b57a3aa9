import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildApiSchema } from '../graphql/schema';
import { optionsOf } from './command';

/** The schema as it is committed: sorted, so that a change of it is a change of meaning. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildApiSchema()))}\n`;
}

/** Writes schema/schema.graphql; on a release also schema/released.graphql, against which breaking changes are found. */
export async function emitSchema(words: readonly string[]): Promise<void> {
  const { released } = optionsOf(words, { released: { type: 'boolean' } }, 'nothing, or --released');
  const schema = printedSchema();
  for (const name of released ? ['schema', 'released'] : ['schema'])
    await writeFile(resolve(`schema/${name}.graphql`), schema);
}
