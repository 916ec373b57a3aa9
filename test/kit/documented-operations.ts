import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse, type OperationDefinitionNode } from 'graphql';
import type { Role } from '../../src/features/access/viewer';

/** An operation that the documentation shows. */
export interface DocumentedOperation {
  readonly name: string;
  readonly text: string;
  /** Those that the heading above it names. */
  readonly roles: readonly Role[];
  readonly operation: OperationDefinitionNode;
}

/** Every operation of docs/queries.md. */
export function documentedOperations(): DocumentedOperation[] {
  const page = readFileSync(resolve(__dirname, '../../docs/queries.md'), 'utf8');
  return page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [heading = ''] = section.split('\n');
      const roles = (/\(([a-z, ]+)\)/.exec(heading)?.[1] ?? '').split(', ') as Role[];
      return [...section.matchAll(/```graphql\n([^]*?)```/g)].map(([, text = '']) => {
        const operation = parse(text).definitions[0] as OperationDefinitionNode;
        return { name: operation.name?.value ?? '', text, roles, operation };
      });
    });
}

/** Of these values those that the operation's variables name. */
export function variablesOf(
  { operation }: DocumentedOperation,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable: { name } }) => [name.value, values[name.value]]),
  );
}
