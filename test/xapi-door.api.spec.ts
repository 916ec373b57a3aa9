import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from './kit/app';
import { named, openPlatform, statement, type Platform } from './kit/xapi';

let app: TestApp;
let platform: Platform;
beforeAll(async () => {
  app = await startApp({
    SKILLWAKE_MAX_BODY_MEGABYTES: '1',
    SKILLWAKE_ALLOWED_ORIGINS: 'https://course.example.org',
  });
  platform = await openPlatform(app);
});
afterAll(() => app.close());

describe('the door', () => {
  it('tells everybody which versions it speaks', async () => {
    const answer = await platform.ask({
      path: '/xapi/about',
      headers: { authorization: undefined, 'x-experience-api-version': undefined },
    });
    expect([answer.status, answer.json]).toEqual([200, { version: ['1.0.0', '1.0.1', '1.0.2', '1.0.3'] }]);
    expect((await platform.ask({ path: '/xapi/about', method: 'POST', body: {} })).status).toBe(405);
  });

  it.each(['1.0', '1.0.0', '1.0.3', '1.0.99'])('takes requests in version %s', async (version) => {
    const headers = { 'x-experience-api-version': version };
    expect((await platform.ask({ headers })).status).toBe(200);
  });

  it.each([undefined, '', '0.9', '0.95', '1', '1.1', '1.1.0', '2.0.0', 'x'])(
    'refuses requests in version %s, with a sentence',
    async (version) => {
      const { status, json } = await platform.ask({ headers: { 'x-experience-api-version': version } });
      expect([status, json.error?.message]).toEqual([
        400,
        expect.stringContaining('X-Experience-API-Version'),
      ]);
    },
  );

  it('says its version and how far it is consistent on every answer, those of failures too', async () => {
    for (const request of [
      {},
      { path: '/xapi/about' },
      { query: { limit: 'x' } },
      { headers: { authorization: undefined } },
      { path: '/xapi/activities/state' },
      { method: 'DELETE' },
      { method: 'POST', body: '{' },
    ]) {
      const { headers } = await platform.ask(request);
      expect(headers.get('x-experience-api-version')).toBe('1.0.3');
      const through = Date.parse(headers.get('x-experience-api-consistent-through') ?? '');
      expect(Math.abs(Date.now() - through)).toBeLessThan(5_000);
      expect(headers.get('x-request-id')).toMatch(/./);
    }
  });

  it('says of what it has just stored that it can be read', async () => {
    const { headers, text } = await platform.ask({ method: 'POST', body: statement() });
    const [statementId = ''] = JSON.parse(text) as string[];
    const { json } = await platform.ask({ query: { statementId } });
    const through = headers.get('x-experience-api-consistent-through')!;
    expect(through >= (json as object as { stored: string }).stored).toBe(true);
  });

  it.each([
    undefined,
    'Basic',
    'Basic !',
    `Basic ${Buffer.from('no colon').toString('base64')}`,
    `Basic ${Buffer.from('nobody:secret').toString('base64')}`,
    'Bearer x',
  ])('lets nobody in by %s', async (authorization) => {
    const { status, headers, json } = await platform.ask({ headers: { authorization } });
    expect([status, json.error?.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(headers.get('www-authenticate')).toMatch(/^Basic /);
  });

  it('takes no token of the API, and the API no credentials of a platform', async () => {
    const { token } = await app.as('admin');
    expect((await platform.ask({ headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
    const asked = await fetch(app.url, {
      method: 'POST',
      headers: { authorization: platform.authorization, 'content-type': 'application/json' },
      body: '{"query":"{ viewer { role } }"}',
    });
    expect(asked.status).toBe(401);
  });

  it('answers HEAD as it answers GET, without the body', async () => {
    const [id] = await platform.post(named());
    for (const query of [{ statementId: id! }, { limit: '1' }, { statementId: randomUUID() }]) {
      const [get, head] = [await platform.ask({ query }), await platform.ask({ query, method: 'HEAD' })];
      expect([head.status, head.text]).toEqual([get.status, '']);
      for (const name of ['content-type', 'content-length', 'last-modified'])
        expect(head.headers.get(name)).toBe(get.headers.get(name));
    }
  });

  it('says which methods there are, and that other resources are not', async () => {
    const { status, headers } = await platform.ask({ method: 'DELETE' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, PUT']);
    for (const path of ['/xapi/activities/state', '/xapi/agents', '/xapi/Statements', '/xapi'])
      expect(await platform.ask({ path })).toMatchObject({
        status: 404,
        json: { error: { code: 'NOT_FOUND' } },
      });
  });

  it.each([
    ['no JSON', { body: '{' }],
    ['a text', { body: '"statement"' }],
    ['nothing', { body: '' }],
    ['no UTF-8', { body: latin1(statement({ result: { response: 'für' } })) }],
    ['another type', { body: statement(), headers: { 'content-type': 'text/plain' } }],
    ['no type', { body: new Uint8Array(Buffer.from('{}')), headers: { 'content-type': undefined } }],
    ['a form', { body: 'content={}', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['a parameter that means nothing', { body: statement(), query: { limit: '1' } }],
  ])('refuses a POST of %s', async (_what, request) => {
    const { status, json } = await platform.ask({ method: 'POST', ...request });
    expect([status, json.error]).toMatchObject([400, { code: 'BAD_REQUEST' }]);
  });

  it('refuses a PUT without the id, of several, and of one with another id', async () => {
    const put = (body: object, query = {}) => platform.ask({ method: 'PUT', body, query });
    const statementId = randomUUID();
    for (const answer of [
      await put(statement()),
      await put(statement(), { statementId: 'x' }),
      await put([statement()], { statementId }),
      await put(named(), { statementId }),
      await put(statement(), { statementId, format: 'ids' }),
    ])
      expect(answer.status).toBe(400);
    expect((await put(statement(), { statementId })).status).toBe(204);
    expect((await put(statement({ id: statementId.toUpperCase() }), { statementId })).status).toBe(204);
    expect((await platform.ask({ query: { statementId } })).json).toMatchObject({ id: statementId });
  });

  it('refuses what is larger than a body may be', async () => {
    const large = statement({ result: { response: 'x'.repeat(1_100_000) } });
    const { status, json } = await platform.ask({ method: 'POST', body: large });
    expect([status, json.error]).toMatchObject([413, { code: 'LIMIT_EXCEEDED' }]);
  });

  it('opens to pages of allowed origins', async () => {
    const { status, headers } = await platform.ask({
      method: 'OPTIONS',
      headers: {
        authorization: undefined,
        origin: 'https://course.example.org',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization,x-experience-api-version',
      },
    });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, 'https://course.example.org']);
    expect(headers.get('access-control-allow-headers')).toContain('x-experience-api-version');
  });
});

function latin1(body: object): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(JSON.stringify(body), 'latin1'));
}

describe('the syntax for clients that can only post forms', () => {
  const bare = {
    authorization: undefined,
    'x-experience-api-version': undefined,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const form = (method: string, fields: Record<string, string>, query = {}) =>
    platform.ask({
      method: 'POST',
      query: { method, ...query },
      headers: bare,
      body: new URLSearchParams(fields).toString(),
    });
  const heads = () => ({ Authorization: platform.authorization, 'X-Experience-API-Version': '1.0.3' });

  it('puts, posts and gets as the other does', async () => {
    const sent = named({ result: { response: 'ä & ü = +' } });
    const put = {
      ...heads(),
      'Content-Type': 'application/json',
      statementId: sent.id,
      content: JSON.stringify(sent),
    };
    expect((await form('PUT', put)).status).toBe(204);
    const posted = await form('POST', { ...heads(), content: JSON.stringify([sent]) });
    expect(JSON.parse(posted.text)).toEqual([sent.id]);
    const found = await form('GET', { ...heads(), statementId: sent.id });
    expect(found.json).toMatchObject({ id: sent.id, result: sent['result'] });
  });

  it('asks for credentials and version all the same, and for parameters in the form', async () => {
    expect((await form('GET', { 'X-Experience-API-Version': '1.0.3' })).status).toBe(401);
    expect((await form('GET', { Authorization: platform.authorization })).status).toBe(400);
    expect((await form('GET', heads(), { limit: '1' })).status).toBe(400);
    expect((await form('DELETE', heads())).status).toBe(405);
    expect((await form('GET', { ...heads(), page: '1' })).status).toBe(400);
  });
});
