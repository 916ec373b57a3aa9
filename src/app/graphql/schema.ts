import 'reflect-metadata';
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  GraphQLObjectType,
  isCompositeType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import type { RequestContext } from '../../features/request/context';
import { load } from '../../features/request/loaders';
import { handItemsAsGiven } from '../../shared/items-argument';
import { nodesByKey } from './node.resolver';
import { resolvers } from './resolvers';

/** The schema as the code states it. Items of batches are checked by the features themselves, hence no validation here. */
export function statedSchema(): GraphQLSchema {
  return buildSchemaSync({ resolvers, validate: false });
}

/** The schema that is served: what is stated, and a look-up of what was not read with its node. */
export function buildApiSchema(): GraphQLSchema {
  const schema = statedSchema();
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    handItemsAsGiven(field);
    forgetLoadedBy(field);
  }
  for (const [name, byKey] of Object.entries(nodesByKey)) {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLObjectType)) throw new Error(`The schema has no type ${name}.`);
    for (const field of Object.values(type.getFields())) if (mayBeMissing(field)) lookUpMissing(field, byKey);
  }
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !type.name.startsWith('__'))
      for (const field of Object.values(type.getFields())) if (holdsObjects(field)) completeInTurns(field);
  return schema;
}

/** What a node is called is read wherever it is named; its other own fields only by its look-up and its own lists. */
const alwaysRead = new Set(['id', 'name', 'prompt']);

function mayBeMissing({ name, resolve }: GraphQLField<unknown, unknown>): boolean {
  return resolve === undefined && !alwaysRead.has(name);
}

/** A field that was not read with its node is looked up by the node's key; one that was stays synchronous. */
function lookUpMissing(
  field: GraphQLField<unknown, unknown>,
  byKey: (typeof nodesByKey)[keyof typeof nodesByKey],
): void {
  const { name } = field;
  field.resolve = (source, _, context): unknown => {
    const node = source as Record<string, unknown>;
    if (node[name] !== undefined) return node[name];
    return load(context as RequestContext, byKey, String(node['key']), null).then(
      (found) => (found as Record<string, unknown> | null)?.[name],
    );
  };
}

/** Whether completing its value may take long: what is a scalar is there at once. */
function holdsObjects({ type, resolve }: GraphQLField<unknown, unknown>): boolean {
  return isCompositeType(getNamedType(type)) && (resolve !== undefined || isListType(getNullableType(type)));
}

/** Objects that were waited for, and what is far down in a long list, are completed when it is their turn. */
function completeInTurns(field: GraphQLField<unknown, unknown>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, given, context, info): unknown => {
    const { completing } = context as RequestContext;
    const inParts = (value: unknown): unknown => (Array.isArray(value) ? completing.inParts(value) : value);
    const value: unknown = resolve(source, given, context, info);
    return value instanceof Promise
      ? value.then((found) => completing.inTurn(found)).then(inParts)
      : inParts(value);
  };
}

/** What the request loaded before a mutation may be wrong after it: payloads and later mutations load it again. */
function forgetLoadedBy(field: GraphQLField<unknown, unknown>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, given, context, info): unknown => {
    (context as RequestContext).loaders.clear();
    return resolve(source, given, context, info);
  };
}
