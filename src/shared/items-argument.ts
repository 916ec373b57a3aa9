import { defaultFieldResolver, type GraphQLField } from 'graphql';
import { createParameterDecorator, Extensions, type ClassType } from 'type-graphql';
import type { FieldExtensions } from './field-extensions';

/** Under which the items of a batch stand among the arguments of its mutation as graphql-js read them. */
const asGiven = Symbol('items as given');

/**
 * The argument `items` of a mutation that takes a batch whose items it checks itself. They come as graphql-js read them:
 * type-graphql would make an instance of its class of each, and of each reference in it, which takes longer than to check
 * them all.
 */
export function Items(type: () => ClassType, description: string): ParameterDecorator {
  const taken = createParameterDecorator(({ args }) => Reflect.get(args, asGiven) as unknown, {
    arg: { name: 'items', typeFunc: () => [type()], options: { description } },
  });
  return (prototype, method, place) => {
    if (method === undefined) throw new Error('Items of a batch are an argument of a mutation.');
    taken(prototype, method, place);
    Extensions({ itemsAsGiven: true } satisfies FieldExtensions)(prototype, method);
  };
}

/** Hands a mutation its items as graphql-js read them, where it takes them so. */
export function handItemsAsGiven(field: GraphQLField<unknown, unknown>): void {
  const { itemsAsGiven } = field.extensions as FieldExtensions;
  if (itemsAsGiven !== true) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, given: { readonly items?: unknown }, context, info): unknown =>
    resolve(source, { ...given, items: [], [asGiven]: given.items }, context, info);
}
