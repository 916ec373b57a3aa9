import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';

/**
 * Scalars of batch inputs. They let any value through, so that a bad one costs its item and not the request; the item's
 * own check then names it.
 */
function lenient(name: string, expected: string): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    description: `${expected} Checked item by item: a value that does not fit rejects its own item and no other.`,
    parseValue: (value) => value,
    parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
    serialize: () => {
      throw new TypeError(`${name} is for input only.`);
    },
  });
}

export const LenientString = lenient('LenientString', 'A text.');
export const LenientFloat = lenient('LenientFloat', 'A number.');
export const LenientInt = lenient('LenientInt', 'A whole number.');
export const LenientDateTime = lenient(
  'LenientDateTime',
  'A date and time as in RFC 3339, for example 2026-01-31T09:00:00Z.',
);
export const LenientBoolean = lenient('LenientBoolean', 'true or false.');
export const LenientJson = lenient('LenientJson', 'Any JSON.');
