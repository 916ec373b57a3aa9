import {
  buildSchema,
  getNamedType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';

/** Everything a schema can hold: what the API's own has not yet, it may have tomorrow. */
export const schema = buildSchema(`
  scalar Instant
  enum Colour { RED GREEN }
  input Point { x: Int! = 3, y: Int, tags: [String!], at: Instant, inner: Point }
  interface Named { name: String!, friend: Thing }
  type Thing implements Named {
    name: String!, friend: Thing, things: [Thing!], size(of: Float, colour: Colour = GREEN): String, broken: String
    strict: Int!, colour: Colour, at: Instant, flags: [[Boolean]]
  }
  type Other implements Named { name: String!, friend: Thing, weight: Float, others: [Other]! }
  union Either = Thing | Other
  type Query {
    echo(text: String, number: Int = 7, float: Float, flag: Boolean, id: ID, colour: Colour = RED, at: Instant,
      list: [Int], required: [Int!]! = [1], nested: [[Int]], point: Point, points: [Point!]): String
    must(id: ID!, point: Point!): String
    thing: Thing, things: [Thing!]!, mixed: [Thing], grid: [[Thing]], named: [Named!], either: [Either]
    strange: Either, unnamed: Named, brokenThing: Thing, strictThing: Thing!, colour: Colour, wrongColour: Colour
    at: Instant, wrongAt: Instant, wrongNumber: Int, none: Thing, refused: String, thrown: String, text: String
  }
  type Mutation { echo(text: String): String }
`);

function resolve(type: string, fields: Readonly<Record<string, GraphQLFieldResolver<never, unknown>>>): void {
  for (const [name, resolver] of Object.entries(fields))
    (schema.getType(type) as GraphQLObjectType).getFields()[name]!.resolve = resolver as never;
}

class Thing {
  readonly kind = 'Thing';
  readonly colour = 1;
  readonly at = new Date(1e12);
  readonly flags = [[true, null], null, []];
  readonly strict: number | null;
  constructor(readonly name: string | null) {
    this.strict = name === 'weak' ? null : 5;
  }
}
const other = (name: string): object => ({
  kind: 'Other',
  name,
  weight: 0.5,
  others: [null, { kind: 'Other', name: 'o' }],
});
const things = (): Thing[] => [new Thing('one'), new Thing('two')];
const fail = (message: string) => (): never => {
  throw new Error(message);
};

const colours = (
  schema.getType('Colour') as unknown as { getValues(): { name: string; value: unknown }[] }
).getValues();
for (const value of colours) value.value = value.name === 'RED' ? 1 : 2;
Object.assign(schema.getType('Colour')!, { _valueLookup: new Map(colours.map((one) => [one.value, one])) });
Object.assign(schema.getType('Instant')!, {
  serialize: (value: unknown) => {
    if (value instanceof Date) return value.toISOString();
    throw new TypeError('No date.');
  },
  parseValue: (value: unknown) => {
    if (typeof value === 'string') return new Date(value);
    throw new TypeError('An instant is a text.');
  },
  parseLiteral: (node: { value?: string }) => new Date(node.value ?? NaN),
});
for (const type of ['Named', 'Either'])
  Object.assign(schema.getType(type)!, {
    resolveType: ({ kind }: { kind?: string }) => {
      if (kind === undefined) throw new Error('Neither.');
      return kind;
    },
  });
/** The arguments as a resolver is given them, in the order of their names. */
const told = (_: unknown, given: object): string =>
  JSON.stringify(Object.entries(given).sort(), (_key, value: unknown) =>
    value === undefined ? 'undefined' : value,
  );
resolve('Query', {
  echo: told,
  must: (source, given) => Promise.resolve(told(source, given as object)),
  thing: () => Promise.resolve(new Thing('one')),
  things: () => Promise.resolve(things()),
  mixed: () => [
    new Thing('one'),
    null,
    Promise.resolve(new Thing('two')),
    Promise.reject(new Error('gone')),
    new Error('an error'),
  ],
  grid: () => [things(), null, [null, Promise.resolve(new Thing('three'))], []],
  named: () => Promise.resolve([new Thing('one'), other('x')]),
  either: () => [other('x'), new Thing('one'), null],
  strange: () => Promise.resolve({}),
  unnamed: () => new Thing(null),
  brokenThing: () => Promise.reject(new Error('no thing')),
  strictThing: () => Promise.resolve(new Thing('weak')),
  colour: () => 1,
  wrongColour: () => 3,
  at: () => new Date(0),
  wrongAt: () => 'yesterday',
  wrongNumber: () => 0.5,
  none: () => Promise.resolve(undefined),
  refused: () => {
    throw new GraphQLError('No.', { extensions: { code: 'REFUSED', http: { status: 418 } } });
  },
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
  thrown: () => Promise.reject('a text'),
});
resolve('Thing', {
  friend: ({ name }: Thing) => (name === 'one' ? Promise.resolve(new Thing('friend')) : null),
  things: async ({ name }: Thing) => ((await Promise.resolve(name)) === 'friend' ? things() : null),
  size: told as never,
  broken: fail('broken'),
});

const broken = ['broken', 'mixed', 'strange', 'unnamed', 'refused', 'thrown', 'brokenThing', 'strictThing'];
/** Whether a field never fails. */
export function sound({ name }: GraphQLField<unknown, unknown>): boolean {
  return !broken.includes(name) && !name.startsWith('wrong');
}

const conditions = [
  '',
  '',
  '',
  '',
  '',
  ' @include(if: $on)',
  ' @skip(if: $off)',
  ' @skip(if: $on) @include(if: $off)',
];
const argumentsOf: Readonly<Record<string, readonly string[]>> = {
  echo: ['', '(number: $n)', '(point: { y: $n })', '(list: [1, $n])', '(text: "a", colour: RED)'],
  must: ['(id: "a", point: {})'],
  size: ['', '(of: 1, colour: null)'],
};

/** A valid operation of the wanted fields, decided by a tape of numbers. */
export function randomQuery(
  tape: readonly number[],
  wanted: (field: GraphQLField<unknown, unknown>) => boolean,
): string {
  let at = 0;
  let aliases = 0;
  const oneOf = <Item>(items: readonly Item[]): Item => items[(tape[at++] ?? 0) % items.length]!;
  const object = (type: GraphQLObjectType, depth: number): string => {
    const leaves = depth > 3;
    const fields = Object.values(type.getFields())
      .filter(wanted)
      .filter((field) => !leaves || !isCompositeType(getNamedType(field.type)));
    const picks = oneOf([[0], [0, 1], [0, 1, 2]]).map(() => {
      if (!leaves && oneOf([1, 2, 3, 4]) === 2)
        return `...${oneOf(conditions)} { ${object(type, depth + 1)} }`;
      const { name, type: fieldType } = oneOf(fields);
      const given = oneOf(argumentsOf[name] ?? ['']);
      const alias = argumentsOf[name] || oneOf([1, 2, 3]) === 1 ? `k${String(aliases++)}: ` : '';
      return `${alias}${name}${given}${oneOf(conditions)}${inside(getNamedType(fieldType), depth + 1)}`;
    });
    return picks.join(' ');
  };
  const inside = (type: GraphQLNamedType, depth: number): string => {
    if (isObjectType(type)) return ` { ${object(type, depth)} }`;
    if (!isAbstractType(type)) return '';
    const ways = schema
      .getPossibleTypes(type)
      .map((one) => `... on ${one.name}${oneOf(conditions)} { ${object(one, depth)} }`);
    return ` { __typename ${ways.join(' ')} }`;
  };
  const selected = Array.from({ length: 4 }, () => object(schema.getQueryType()!, 0)).join(' ');
  return `query ($on: Boolean!, $off: Boolean!, $n: Int) { a: colour @include(if: $on) @skip(if: $off) b: echo(number: $n) ${selected} }`;
}
