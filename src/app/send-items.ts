import { execute, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Kind } from '../adapters/import/kinds';
import type { Fate, Send } from '../adapters/import/importer';
import type { Rules } from '../features/request/context';
import { ReadModel } from '../features/states/read-model';
import type { Database } from '../graph/driver/database';
import { newKey } from '../shared/ids';
import type { ItemError } from '../shared/items';
import { sharedByCommand } from './command-context';
import { requestContext } from './graphql/context';

interface SavedNoun {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What became of a relationship, as an import counts it: one that is gone is there no more as it was. */
const toldAs = {
  CREATED: 'created',
  CHANGED: 'changed',
  REMOVED: 'changed',
  UNCHANGED: 'unchanged',
} as const;
type RelationshipFate = keyof typeof toldAs;

interface Payload {
  readonly nouns?: readonly (SavedNoun | null)[];
  readonly fates?: readonly (RelationshipFate | null)[];
  readonly recorded?: number;
  readonly duplicates?: number;
  readonly errors: readonly ItemError[];
}

/** The API as a program of this installation asks it, without HTTP: with an admin's rights. Throws what went wrong. */
export type Ask = (
  database: Database,
  operation: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<{ readonly data: Readonly<Record<string, unknown>>; readonly now: number }>;

export function askerOf(schema: GraphQLSchema, rules: Rules): Ask {
  const documents = new Map<string, DocumentNode>();
  const shared = sharedByCommand(rules);
  const documentOf = (operation: string): DocumentNode => {
    const document = documents.get(operation) ?? parse(operation);
    const [fault] = documents.has(operation) ? [] : validate(schema, document);
    if (fault) throw fault;
    documents.set(operation, document);
    return document;
  };
  return async (database, operation, variableValues) => {
    const document = documentOf(operation);
    const admin = { role: 'admin', personKey: undefined } as const;
    const contextValue = requestContext(
      { ...shared, database, readModel: new ReadModel(database) },
      { id: newKey() },
      admin,
    );
    const { data, errors } = await execute({ schema, document, contextValue, variableValues });
    const [error] = errors ?? [];
    if (error) throw error.originalError ?? error;
    return { data: data ?? {}, now: contextValue.now };
  };
}

/** Sends items through their mutation; in a rehearsal nothing of it stays. */
export function senderOf(ask: Ask, database: Database, isRehearsal: boolean): Send {
  return async (kind, items) => {
    const send = (on: Database): ReturnType<Ask> => ask(on, operationOf(kind), { items });
    const { data, now } = await (isRehearsal ? database.rehearse(send) : send(database));
    return outcomeOf(data['payload'] as Payload, now);
  };
}

function operationOf({ name, mutation, input, isNoun, isEvidence }: Kind): string {
  const told = isNoun
    ? `nouns: ${name} { id createdAt updatedAt }`
    : isEvidence
      ? 'recorded duplicates'
      : 'fates';
  return `mutation Import($items: [${input.name}!]!) { payload: ${mutation}(items: $items) { ${told} errors { index code message } } }`;
}

/** Of nouns, what is as old as the request is new, and what changed since it began was changed by it. */
function outcomeOf({ nouns, errors, ...counted }: Payload, now: number): Awaited<ReturnType<Send>> {
  if (counted.fates) return { fates: counted.fates.map((fate) => (fate ? toldAs[fate] : undefined)), errors };
  if (!nouns) {
    const { recorded = 0, duplicates = 0 } = counted;
    return { created: recorded, changed: 0, unchanged: duplicates, errors };
  }
  const created = new Set<string>();
  const fates = nouns.map((noun): Fate | undefined => {
    if (!noun) return undefined;
    if (Date.parse(noun.updatedAt) < now) return 'unchanged';
    if (Date.parse(noun.createdAt) < now || created.has(noun.id)) return 'changed';
    created.add(noun.id);
    return 'created';
  });
  return { fates, errors };
}
