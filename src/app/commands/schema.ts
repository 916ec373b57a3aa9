import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildApiSchema } from '../schema';

/** The schema as it is committed: sorted, so that a change of it is a change of meaning. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildApiSchema()))}\n`;
}

/** Writes schema/schema.graphql. */
export async function emitSchema(): Promise<void> {
  await writeFile(resolve('schema/schema.graphql'), printedSchema());
}
