import { getIntrospectionQuery } from 'graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildGraph, buildOrganisation } from './kit/graph';
import { asks, send } from './kit/http';

/** A tight setting of every limit. */
const tight = {
  SKILLWAKE_MAX_BODY_MEGABYTES: '1',
  SKILLWAKE_MAX_TOKENS: '100',
  SKILLWAKE_MAX_DEPTH: '3',
  SKILLWAKE_MAX_ALIASES: '2',
  SKILLWAKE_MAX_DIRECTIVES: '2',
  SKILLWAKE_MAX_COST: '10',
};

let app: TestApp;
let tightApp: TestApp;
let admin: Client;
let tightAdmin: Client;
/** There is enough of everything for the longest pages: a page is weighed as no longer than what there is. */
async function fill(): Promise<void> {
  const building = await startApp();
  const client = await building.as('admin');
  const { source } = await buildGraph(client, { people: 200, skills: 200 });
  const projects = Array.from({ length: 200 }, (_, index) => ({
    source,
    id: String(index),
    name: 'Project',
  }));
  await buildOrganisation(client, { projects });
  await building.close();
}

beforeAll(async () => {
  await fill();
  [app, tightApp] = await Promise.all([startApp(), startApp(tight)]);
  [admin, tightAdmin] = await Promise.all([app.as('admin'), tightApp.as('admin')]);
});
afterAll(() => Promise.all([app.close(), tightApp.close()]));

/** So many levels of fields, each over one item only. */
function levels(depth: number): string {
  const fields = Array.from({ length: depth - 1 }, (_, level) =>
    level === 0 ? 'person(id: "nobody")' : ['person', 'mastery(first: 1)', 'nodes'][level % 3]!,
  );
  return `{ ${fields.join(' { ')} { __typename ${'}'.repeat(depth)}`;
}

/** The same, all but the first level in a fragment. */
function levelsInFragment(depth: number): string {
  const first = 'person(id: "nobody") {';
  return levels(depth).replace(first, `${first} ...Rest } } fragment Rest on Person {`).slice(0, -1);
}

const many = (count: number, field: (index: number) => string): string =>
  `{ ${Array.from({ length: count }, (_, index) => field(index)).join(' ')} }`;

/** So many words and signs. */
const words = (count: number): string =>
  `mutation { saveQuestions(items: [{ options: [${'"a" '.repeat(count - 22)}] }]) { errors { code } } }`;

const limits: [
  limit: string,
  byDefault: number,
  asSet: number,
  document: (size: number) => string,
  wayOut: RegExp,
][] = [
  ['depth', 16, 3, levels, /levels of fields .*request of its own/],
  ['depth', 16, 3, levelsInFragment, /levels of fields .*request of its own/],
  ['aliases', 30, 2, (size) => many(size, (index) => `a${String(index)}: viewer { role }`), /use lists/],
  ['aliases', 30, 2, (size) => many(size, (index) => `a${String(index)}: __typename`), /use lists/],
  ['directives', 30, 2, (size) => many(size, () => '__typename @include(if: true)'), /several requests/],
  ['tokens', 10_000, 100, words, /send values as variables/],
];

describe.each(limits)('the limit of %s', (limit, byDefault, asSet, document, wayOut) => {
  it.each([
    ['by default', () => admin, byDefault],
    ['as set', () => tightAdmin, asSet],
  ] as const)(
    '%s lets pass what it allows; one more is refused with the limit and the way out',
    async (_, client, most) => {
      expect(await client().ask(document(most))).toMatchObject({ status: 200, data: expect.anything() });
      const { status, data, errors } = await client().ask(document(most + 1));
      expect([status, data]).toEqual([400, undefined]);
      expect(errors).toMatchObject([
        { message: expect.stringMatching(wayOut), extensions: { code: 'LIMIT_EXCEEDED', limit, most } },
      ]);
      expect(errors![0]!.message).toContain(String(most));
    },
  );
});

describe('the limit of nesting', () => {
  const nested = (size: number) =>
    `mutation { savePeople(items: [{ id: ${'['.repeat(size - 4)}${']'.repeat(size - 4)} }]) { errors { code } } }`;
  /** An operation of two levels, and fragments of one. */
  const chained = (size: number) =>
    `{ viewer { ...F2 } } ${Array.from({ length: size - 2 }, (_, index) => `fragment F${String(index + 2)} on Viewer { ${index < size - 3 ? `...F${String(index + 3)}` : 'role'} }`).join(' ')}`;

  it.each([
    ['one document', nested],
    ['a chain of fragments', chained],
  ])('lets pass 400 levels of %s; one more is refused', async (_, document) => {
    expect(await admin.ask(document(400))).toMatchObject({ status: 200, data: expect.anything() });
    expect(await admin.ask(document(401))).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'nesting', most: 400 } }],
    });
  });

  it('holds for a document in the address as well, behind however many other parameters', async () => {
    const search = `?${'a&'.repeat(1_000)}query=${encodeURIComponent(nested(401))}`;
    const { status, json } = await send(app.url, { token: admin.token, method: 'GET', search });
    expect([status, json.errors![0]!.extensions]).toMatchObject([400, { limit: 'nesting', most: 400 }]);
  });
});

describe('the limit of a body', () => {
  const bodyOf = (bytes: number): string => {
    const empty = asks('{ __typename }', { filler: '' }).body;
    return empty.replace('""', `"${'x'.repeat(bytes - empty.length)}"`);
  };

  it.each([
    ['by default', () => app, () => admin, 8],
    ['as set', () => tightApp, () => tightAdmin, 1],
  ] as const)('%s lets pass what it allows; one byte more is refused', async (_, api, client, most) => {
    const { url } = api();
    const { token } = client();
    expect((await send(url, { token, body: bodyOf(most * 1024 * 1024) })).status).toBe(200);
    const { status, json } = await send(url, { token, body: bodyOf(most * 1024 * 1024 + 1) });
    expect(status).toBe(413);
    expect(json).toEqual({
      errors: [
        {
          message: `At most ${String(most)} megabytes in a body: send it in parts.`,
          extensions: { code: 'LIMIT_EXCEEDED', limit: 'body', most, requestId: expect.any(String) },
        },
      ],
    });
  });
});

/** Of nobody: what is found does not count, and other specs harm their own rows on purpose. */
const PAGE = `
  query ($people: Int!, $skills: Int! = 20) {
    people(first: $people, filterBy: { nameContains: "nobody is called so" }) {
      nodes {
        id
        name
        mastery(first: $skills) {
          nodes {
            summary
            level
            interval { low high }
            skill { id name broader { nodes { id name } } }
          }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }`;
const AMONG_ALL = 'people(first: 200) { nodes { mastery(first: 200) { nodes { skill { ...Masters } } } } }';
const MASTERS = 'fragment Masters on Skill { masteries(first: 200) { nodes { level } } }';

type Asked = readonly [document: string, variables?: object];

describe('the limit of cost', () => {
  it.each<[what: string, asked: Asked]>([
    ['a page of 50 people with 20 skills each and what these belong to', [PAGE, { people: 50 }]],
    [
      'what tools ask of the schema',
      [getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true, oneOf: true })],
    ],
  ])('lets pass %s', async (_, asked) => {
    const { status, errors } = await admin.ask(...asked);
    expect([status, errors]).toEqual([200, undefined]);
  });

  it.each<[what: string, asked: Asked]>([
    ['everybody with all who share a skill with them', [`{ ${AMONG_ALL} } ${MASTERS}`]],
    [
      'the same by edges',
      [
        `{ ${AMONG_ALL.replace('people(first: 200) { nodes {', 'people(first: 200) { edges { node {')} } } ${MASTERS}`,
      ],
    ],
    ['pages whose length is in variables', [PAGE, { people: 200, skills: 200 }]],
    ['pages whose length is the default of a variable', [PAGE.replace('= 20', '= 200'), { people: 200 }]],
    [
      'the candidates of every project',
      ['{ projects(first: 200) { nodes { candidates(first: 1) { nodes { fit } } } } }'],
    ],
    [
      'the gaps of everybody, as often as aliases allow',
      [many(30, (index) => `a${String(index)}: organisationGaps { summary }`)],
    ],
    [
      'what a batch gives back',
      [
        'mutation ($items: [PersonInput!]!) { savePeople(items: $items) { people { mastery(first: 200) { nodes { level } } } } }',
        { items: Array.from({ length: 1_000 }, () => ({})) },
      ],
    ],
    [
      'one thing two hundred times, by its id, with everything of it',
      [
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { mastery(first: 200) { nodes { level summary } } } } }',
        { ids: Array<string>(200).fill('nobody') },
      ],
    ],
    [
      'lists without pages within each other',
      [
        '{ people(first: 200) { nodes { mastery(first: 10) { nodes { skill { broader { nodes { broader { nodes { id } } } } } } } } } }',
      ],
    ],
  ])('refuses %s before a statement runs', async (_, asked) => {
    app.forget();
    const { status, data, errors } = await admin.ask(...asked);
    expect([status, data, app.statements]).toEqual([400, undefined, []]);
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(
          /At most 100000 values .*, and this one could need \d+: use shorter pages/,
        ),
        extensions: { code: 'LIMIT_EXCEEDED', limit: 'cost', most: 100_000 },
      },
    ]);
  });

  it('counts as many as ids are given, and every answer says what it was', async () => {
    const asked = (ids: string[]) =>
      send(app.url, {
        token: admin.token,
        ...asks('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids }),
      });
    const costs = await Promise.all([asked([]), asked(['nobody']), asked(Array<string>(200).fill('nobody'))]);
    expect(costs.map(({ json }) => json)).toMatchObject(
      [0, 2, 400].map((cost) => ({ extensions: { cost: { cost, limit: 100_000 } } })),
    );
  });

  it('is as set, and counts the same through fragments', async () => {
    const inFragment = (count: number) =>
      `{ viewer { ...Role } } fragment Role on Viewer ${many(count, () => 'role')}`;
    for (const document of [`{ viewer ${many(9, () => 'role')} }`, inFragment(9)])
      expect(await tightAdmin.ask(document)).toMatchObject({ status: 200 });
    for (const document of [`{ viewer ${many(10, () => 'role')} }`, inFragment(10)])
      expect((await tightAdmin.ask(document)).errors).toMatchObject([
        { extensions: { limit: 'cost', most: 10 } },
      ]);
  });

  it('counts a ranking of people by needs as what it takes, and a list of them as what it holds', async () => {
    const list = (given: string) => tightAdmin.ask(`{ people(first: 1${given}) { totalCount } }`);
    expect(await list('')).toMatchObject({ status: 200 });
    expect((await list(', meeting: [{ skill: "S" }]')).errors).toMatchObject([
      { extensions: { limit: 'cost' } },
    ]);
  });
});

describe('the limit of a batch', () => {
  it('is 1,000 items: one more is refused, nothing is done, and the way out is named', async () => {
    const save = (count: number) =>
      admin.ask('mutation ($items: [PersonInput!]!) { savePeople(items: $items) { errors { code } } }', {
        items: Array.from({ length: count }, () => ({})),
      });
    expect(await save(1_000)).toMatchObject({
      status: 200,
      data: { savePeople: { errors: expect.anything() } },
    });
    expect((await save(1_001)).errors).toMatchObject([
      {
        message: expect.stringMatching(/at most 1000 items, this one has 1001: send it in parts/),
        extensions: { code: 'BAD_INPUT' },
      },
    ]);
  });
});
