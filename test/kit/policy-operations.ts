import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import { buildApiSchema } from '../../src/app/graphql/schema';

export const schema = buildApiSchema();
export const types = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => !isIntrospectionType(type));

/** A field on the way from a root type, with the type that it stands on. */
export interface Step {
  readonly on: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
}

/** The shortest way to every object type that an operation can reach, found breadth first. */
export function shortestPaths(): Map<GraphQLObjectType, readonly Step[]> {
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((root) => root != null);
  const found = new Map<GraphQLObjectType, readonly Step[]>(roots.map((root) => [root, []]));
  const open = [...roots];
  for (let on = open.shift(); on !== undefined; on = open.shift()) {
    for (const field of Object.values(on.getFields())) {
      const named = getNamedType(field.type);
      const reached = isUnionType(named) ? named.getTypes() : isObjectType(named) ? [named] : [];
      for (const type of reached.filter((one) => !found.has(one))) {
        found.set(type, [...found.get(on)!, { on, field }]);
        open.push(type);
      }
    }
  }
  return found;
}

/** An operation that goes along a way, selects these fields of the type at its end, and nothing besides. */
export function operationAlong(way: readonly Step[], ends: readonly Step[]): string {
  const end = ends.map((step) => selectionOf(step, '{ __typename }')).join(' ');
  const selection = way.reduceRight((inner, step) => selectionOf(step, `{ ${inner} }`), end);
  const [root] = [...way, ...ends];
  return `${root!.on === schema.getMutationType() ? 'mutation' : 'query'} { ${selection} }`;
}

function selectionOf({ on, field }: Step, inner: string): string {
  const given = [...field.args].filter((one) => isRequired(one) || one.name === 'first').map(literalOf);
  const select = isLeafType(getNamedType(field.type)) ? '' : inner;
  return `... on ${on.name} { ${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${select} }`;
}

function isRequired({ type, defaultValue }: GraphQLArgument | GraphQLInputField): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

/** Whatever can be rehearsed is: what goes on by itself after its answer would move the levels of every other spec. */
function literalOf({ name, type }: GraphQLArgument | GraphQLInputField): string {
  return `${name}: ${name === 'dryRun' ? 'true' : dummyOf(type)}`;
}

/** A value that fits and finds nothing. */
function dummyOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return dummyOf(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type))
    return `{ ${Object.values(type.getFields()).filter(isRequired).map(literalOf).join(', ')} }`;
  return ['Int', 'Float'].includes(type.name) ? '1' : type.name === 'Boolean' ? 'false' : '"none"';
}
