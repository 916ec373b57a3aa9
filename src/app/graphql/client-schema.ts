import { Kind, parse, print, visit, type TypeNode } from 'graphql';

/** What the scalars that take any value expect, in the names that every generator of code knows. */
const expected: Readonly<Record<string, string>> = {
  LenientString: 'String',
  LenientInt: 'Int',
  LenientFloat: 'Float',
  LenientBoolean: 'Boolean',
  LenientDateTime: 'DateTimeISO',
  LenientJson: 'JSON',
};

/** Of these the one that the schema has not under that name anyway. */
const renamed = 'LenientJson';

/** How the description of a field begins without which its item is rejected. */
const alwaysRequired = 'Required. ';

/**
 * The schema for generators of code: the inputs of batches as a well-behaved client sends them. The API itself takes
 * any value there, and says by item what is wrong; to a compiler that says nothing.
 */
export function clientSchema(sdl: string): string {
  const document = visit(parse(sdl), {
    ScalarTypeDefinition: ({ name }) => (name.value in expected && name.value !== renamed ? null : undefined),
    Name: (node) => (node.value === renamed ? { ...node, value: 'JSON' } : undefined),
    NamedType: (node) => {
      const value = expected[node.name.value];
      return value === undefined ? undefined : { ...node, name: { kind: Kind.NAME, value } as const };
    },
    InputValueDefinition: {
      leave(node) {
        const type: TypeNode = node.type;
        if (type.kind === Kind.NON_NULL_TYPE || !node.description?.value.startsWith(alwaysRequired))
          return undefined;
        return { ...node, type: { kind: Kind.NON_NULL_TYPE, type } as const };
      },
    },
  });
  return `${print(document)}\n`;
}
