import { ApolloServer } from '@apollo/server';
import fc from 'fast-check';
import { getOperationAST, parse, validate } from 'graphql';
import { compilableSchema, compile, conditionsOf } from '../src/app/graphql/compile';
import type { requestContext } from '../src/app/graphql/context';
import { compiledExecution } from '../src/app/graphql/execute';
import { randomQuery, schema, sound } from './kit/kinds';

type Context = ReturnType<typeof requestContext>;
const noContext = { request: {} } as Context;
const serverOf = (plugins: ReturnType<typeof compiledExecution>[]) =>
  new ApolloServer<Context>({ schema, plugins, includeStacktraceInErrorResponses: false });
const interpreting = serverOf([]);
const compiling = serverOf([compiledExecution(compilableSchema(schema))]);
afterAll(() => Promise.all([interpreting.stop(), compiling.stop()]));

interface Request {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

async function answers(server: typeof compiling, request: Request): Promise<unknown> {
  const { http, body } = await server.executeOperation(request, { contextValue: noContext });
  return { status: http.status, body: JSON.parse(JSON.stringify(body)) as unknown };
}

/** Asks three times: interpreted, when it is compiled, and compiled. */
async function expectSame(request: Request): Promise<void> {
  const expected = await answers(interpreting, request);
  for (let time = 0; time < 3; time++) expect(await answers(compiling, request)).toEqual(expected);
}

const compilable = compilableSchema(schema);
function isCompiled(query: string, conditions: Record<string, boolean> = {}): boolean {
  const document = parse(query);
  const operation = getOperationAST(document, null)!;
  return (
    conditionsOf(document, operation) !== undefined &&
    compile(compilable, document, operation, conditions) !== undefined
  );
}

const THING =
  'fragment thing on Thing { name friend { name things { name } } size(of: 2.5) colour at flags strict }';

describe('compiled and interpreted, an operation has the same answer', () => {
  it.each<[string, Record<string, unknown>?]>([
    ['{ thing { name friend { name } } }'],
    [`{ thing { ...thing } things { ...thing } grid { ...thing } } ${THING}`],
    ['{ a: thing { b: name } c: thing { b: size d: size(colour: RED) } a: thing { e: name } }'],
    [
      '{ named { __typename name ... on Thing { colour } ... on Other { weight others { name } } friend { name } } __typename }',
    ],
    ['{ either { __typename ... on Thing { name friend { name } } ... on Named { n: name } } }'],
    ['{ echo }'],
    [
      '{ echo(text: "a", number: null, float: 1, flag: true, id: 5, colour: GREEN, at: "2026-01-01T00:00:00Z", list: 1) }',
    ],
    [
      '{ echo(list: [1, null], required: 2, nested: [[1], null, []], point: { tags: "a", inner: { x: 1 } }, points: { y: 2 }) }',
    ],
    [
      '{ echo(text: "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74dthrow") b: echo(text: "__proto__ \\u2028 ${1}") }',
    ],
    [
      'query ($n: Int, $t: [String!], $at: Instant, $p: Point) { echo(number: $n, list: [$n, 1], point: { x: 1, y: $n, tags: $t, at: $at, inner: $p }) }',
      { n: 4, t: 'one', at: '2026-01-01T00:00:00Z', p: {} },
    ],
    [
      'query ($n: Int, $t: [String!], $at: Instant, $p: Point) { echo(number: $n, list: [$n, 1], point: { x: 1, y: $n, tags: $t, at: $at, inner: $p }) }',
      {},
    ],
    [
      'query ($n: Int = 9, $c: Colour = GREEN, $at: Instant = "2026-01-01T00:00:00Z") { echo(number: $n, colour: $c, at: $at, points: [{ at: $at }]) }',
      {},
    ],
    ['query ($n: Int = 9, $c: Colour = GREEN) { echo(number: $n, colour: $c) }', { n: null, c: null }],
    [
      'query ($ps: [Point!], $l: [Int!]! = [2]) { echo(points: $ps, required: $l, list: $l) }',
      { ps: [{ y: 1 }, { x: 2, at: '2026-01-01T00:00:00Z' }] },
    ],
    ['query ($id: ID!, $p: Point!) { must(id: $id, point: $p) }', { id: 12, p: { tags: [] } }],
    [
      'query ($on: Boolean!, $off: Boolean = false) { thing { name @include(if: $on) colour @skip(if: $on) ...F @include(if: $off) ... @skip(if: $off) { at } } } fragment F on Thing { strict }',
      { on: true },
    ],
    [
      'query ($on: Boolean!) { thing { ...F @include(if: $on) ...F @skip(if: $on) friend @skip(if: $on) { name } friend { things { name } } } } fragment F on Thing { strict }',
      { on: true },
    ],
    [
      'query ($on: Boolean!) { a: thing { ...F } b: thing @skip(if: $on) { ...F } } fragment F on Thing { strict name @include(if: $on) }',
      { on: false },
    ],
    [
      '{ thing { name @skip(if: true) } things @include(if: false) { name } named { ... @include(if: true) @skip(if: false) { name } } }',
    ],
    ['{ none { name } at colour mixed: grid { name } }'],
    ['query Q { thing { constructor: name toString: colour class: at } }'],
  ])('%s', async (query, variables = {}) => {
    expect(isCompiled(query, variables as Record<string, boolean>)).toBe(true);
    await expectSame({ query, variables });
  });

  it.each<[string, Record<string, unknown>?]>([
    ['{ mixed { name friend { name } } }'],
    ['{ mixed { broken name } thing { broken } things { a: broken } }'],
    ['{ strictThing { strict } thing { name } }'],
    ['{ thing { friend { things { name strict broken } } } brokenThing { name } }'],
    ['{ strange { __typename } thing { name } }'],
    ['{ unnamed { name } }'],
    ['{ wrongColour }'],
    ['{ wrongAt wrongNumber colour }'],
    ['{ refused text }'],
    ['{ thrown }'],
    ['query ($id: ID!) { must(id: $id, point: {}) }', {}],
    ['query ($id: ID!) { must(id: $id, point: {}) }', { id: null }],
    ['query ($id: ID!) { must(id: $id, point: {}) }', { id: { a: 1 } }],
    [
      'query ($n: Int, $c: Colour, $at: Instant) { echo(number: $n, colour: $c, at: $at) }',
      { n: 1.5, c: 'BLUE', at: 5 },
    ],
    [
      'query ($p: Point, $ps: [Point!]) { echo(point: $p, points: $ps) }',
      { p: { x: null, z: 1 }, ps: [{ x: 'a' }, null] },
    ],
    ['query ($x: Int = 1) { echo(point: { x: $x }) }', { x: null }],
    ['query ($id: ID = 1) { must(id: $id, point: {}) }', { id: null }],
    ['query ($on: Boolean = true) { thing { name @include(if: $on) } }', { on: null }],
    ['query ($on: Boolean!) { thing { name @include(if: $on) } }', {}],
  ])('errors included: %s', async (query, variables = {}) => {
    await expectSame({ query, variables });
  });

  it.each([
    ['mutation', 'mutation { a: echo(text: "a") b: echo }'],
    ['introspection', '{ __schema { types { name } } t: __type(name: "Thing") { fields { name } } }'],
    [
      'a name with "_"',
      '{ a_b: thing { name } a: thing { b: friend { name } } b_a: thing { friend { name } } }',
    ],
    ['__proto__', '{ __proto__: thing { name } }'],
    ['an operation of that length', `{ thing { name ${' '.repeat(20_000)} } }`],
  ])('%s is left to graphql-js', async (_, query) => {
    expect(isCompiled(query)).toBe(false);
    await expectSame({ query });
  });

  it.each([undefined, 'A', 'B', 'C', ''])('of several, %p is asked for', async (operationName) => {
    const query =
      'query A { thing { ...F } } query B($n: Int) { echo(number: $n) } fragment F on Thing { name }';
    await expectSame({ query, variables: { n: 3 }, ...(operationName !== undefined && { operationName }) });
  });

  it.each([
    ['and nothing goes wrong', sound],
    ['and something goes wrong', () => true],
  ])('whatever is selected, by whatever way, %s', async (_, wanted) => {
    const numbers = fc.array(fc.nat({ max: 1_000 }), { minLength: 40, maxLength: 150 });
    await fc.assert(
      fc.asyncProperty(numbers, fc.boolean(), fc.boolean(), fc.nat(), async (tape, on, off, n) => {
        const query = randomQuery(tape, wanted);
        expect(validate(schema, parse(query))).toEqual([]);
        await expectSame({ query, variables: { on, off, n } });
      }),
      { numRuns: 150 },
    );
  });

  it('whatever the values of its conditions, once it is compiled', async () => {
    const query =
      'query ($on: Boolean!, $off: Boolean!) { thing { name @include(if: $on) at @skip(if: $off) } }';
    for (const on of [true, false, true])
      for (const off of [false, true]) await expectSame({ query, variables: { on, off } });
  });
});
