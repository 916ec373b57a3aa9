import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Run } from './compile';
import { fieldsOf } from './size';

/** Bytes of all that is compiled, together. */
export const mostCompiledBytes = 128 * 1024 * 1024;
/** What a field is compiled to and what it keeps alive, bytes: measured as 1,200 to 2,500. */
const bytesOfField = 2_500;

/** An operation compiled for one way in which its conditions may stand. */
export interface Compiled {
  readonly run: Run;
  readonly bytes: number;
}

/** Compiled operations by name and way, those last used of all that come. */
export function compiledStore(): LRUCache<string, Compiled> {
  return new LRUCache({ maxSize: mostCompiledBytes, sizeCalculation: ({ bytes }) => bytes });
}

/** About how many bytes an operation is compiled to, each way. */
export function bytesOfCompiled(document: DocumentNode, operation: OperationDefinitionNode): number {
  return Math.max(1, fieldsOf(document, operation)) * bytesOfField;
}
