import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { asks, send, type HttpAnswer, type HttpRequest } from './kit/http';
import { quick, nested, many, PERSON, SAVE, requests } from './kit/hostile-requests';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

function expectGraphqlError({ status, headers, text, json, milliseconds }: HttpAnswer): void {
  expect(headers.get('content-type')).toMatch(/^application\/json/);
  // What it would have cost is nothing of the inside.
  expect(Object.keys(json).filter((key) => key !== 'extensions')).toEqual(['errors']);
  expect(json.errors!.length).toBeGreaterThan(0);
  for (const { message, extensions } of json.errors!) {
    expect(message.length).toBeGreaterThan(0);
    expect(extensions).not.toHaveProperty('stacktrace');
    expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
  }
  expect(text).not.toMatch(/node_modules|[.]ts:|[.]js:| at [A-Z]\w+[.]|call stack/);
  expect(text.length).toBeLessThan(20_000);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(milliseconds).toBeLessThan(quick);
}

describe.each(requests)('%s', (_, request, status, code) => {
  it('is refused quickly, with a GraphQL error and nothing of the inside', async () => {
    const answer = await send(app.url, { token: admin.token, ...request });
    expect([answer.status, answer.json.errors?.[0]?.extensions.code]).toEqual([status, code]);
    expectGraphqlError(answer);
    expect(app.statements).toEqual([]);
  });

  it('tells an outsider only that a token is missing or does not hold', async () => {
    const without = await send(app.url, request);
    expectGraphqlError(without);
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(without.json.errors).toEqual([
      {
        message: expect.stringMatching(/^Send a token as /),
        extensions: { code: 'UNAUTHENTICATED', requestId: expect.any(String) },
      },
    ]);
    const forged = await send(app.url, { ...request, token: `${admin.token.slice(0, -8)}AAAAAAAA` });
    expectGraphqlError(forged);
    expect(forged.status).toBe(401);
    expect(forged.json.errors).toEqual([
      {
        message: expect.stringMatching(/^The token is not valid /),
        extensions: { code: 'UNAUTHENTICATED', requestId: expect.any(String) },
      },
    ]);
  });
});

describe('what is odd and no fault of the request', () => {
  it.each<[what: string, request: HttpRequest, data: unknown]>([
    ['an id of a million letters', asks(PERSON, { id: 'x'.repeat(1_000_000) }), { person: null }],
    ['an id of the prototype', asks(PERSON, { id: '__proto__' }), { person: null }],
    [
      'variables that nothing asks for, the prototype’s among them',
      { body: '{"query":"{ viewer { role } }","variables":{"__proto__":{"role":1},"constructor":2}}' },
      { viewer: { role: 'ADMIN' } },
    ],
    [
      'an alias of the prototype',
      asks('{ constructor: viewer { toString: role } }'),
      { constructor: { toString: 'ADMIN' } },
    ],
    [
      'a variable of the prototype',
      asks('query ($constructor: ID!) { person(id: $constructor) { name } }', { constructor: 'x' }),
      { person: null },
    ],
    [
      '100,000 brackets in a field of an item, which rejects the item alone',
      {
        body: `{"query":${JSON.stringify(SAVE)},"variables":{"items":[{"source":"x","id":${nested(100_000)}}]}}`,
      },
      { savePeople: { errors: [{ code: 'INVALID' }] } },
    ],
    [
      'an id of a million letters in an item',
      asks(SAVE, { items: [{ source: 'x', id: 'x'.repeat(1_000_000), name: 'X' }] }),
      { savePeople: { errors: [{ code: 'INVALID' }] } },
    ],
  ])('is answered: %s', async (_, request, data) => {
    const { status, json, milliseconds } = await send(app.url, { token: admin.token, ...request });
    expect([status, json.data, json.errors]).toEqual([200, data, undefined]);
    expect(milliseconds).toBeLessThan(quick);
  });
});

describe('who may know the schema', () => {
  it('is helped with the name of a field', async () => {
    const { json } = await send(app.url, { token: admin.token, ...asks('{ viewer { rol } }') });
    expect(json.errors![0]!.message).toContain('Did you mean "role"?');
  });

  it('reads a limited number of errors', async () => {
    const { json } = await send(app.url, {
      token: admin.token,
      ...asks(`{ ${many(500, (index) => `f${String(index)}`)} }`),
    });
    expect(json.errors!.length).toBeLessThanOrEqual(21);
  });
});

describe('an address where nothing is', () => {
  it.each(['/../', '/../nothing', '/../__proto__', '/../%E0%A4%A'])(
    'is answered as GraphQL errors are: %s',
    async (search) => {
      const answer = await send(app.url, { method: 'GET', search });
      expectGraphqlError(answer);
    },
  );
});
