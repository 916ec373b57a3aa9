import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { askExports, rowsOf } from './kit/exports';
import { answer, buildGraph, buildOrganisation, recordAll, type TestGraph } from './kit/graph';
import { SAVE_PEOPLE } from './kit/operations';

let app: TestApp;
let admin: Client;
let graph: TestGraph;
beforeAll(async () => {
  app = await startApp({ SKILLWAKE_ALLOWED_ORIGINS: 'https://hr.example.org' });
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 3, skills: 1, questionsPerSkill: 2 });
  const project = { source: graph.source, id: 'project' };
  await buildOrganisation(admin, {
    projects: [{ ...project, name: 'Project' }],
    requirements: [{ project, skill: graph.skills[0]!.reference, level: 0.6 }],
  });
  await recordAll(admin, [answer(graph, 0, 0)]);
});
afterAll(() => app.close());

const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  askExports(app, path, { token: admin.token, headers, method });

describe('an export over HTTP', () => {
  it('is not sent again while nothing changed, and is once something did', async () => {
    const first = await ask('people?format=ndjson');
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^W\/"/);
    await first.text();
    // Others of the run may change something in between: then the next time nothing has.
    const again = async (tag: string): Promise<number> =>
      (await ask('people?format=ndjson', { 'if-none-match': tag })).status;
    const tagNow = async () => (await ask('people?format=ndjson', {}, 'HEAD')).headers.get('etag')!;
    expect(await again(await tagNow())).toBe(304);
    expect(await again(etag)).toBe((await tagNow()) === etag ? 304 : 200);
    expect((await ask('people?format=csv', { 'if-none-match': await tagNow() })).status).toBe(200);
    const before = await tagNow();
    await recordAll(admin, [answer(graph, 1, 0)]);
    expect(await again(before)).toBe(200);
  });

  it('is packed for whoever takes that, and the same unpacked', async () => {
    const plain = await ask('people', { 'accept-encoding': 'identity' });
    const packed = await ask('people', { 'accept-encoding': 'gzip' });
    expect([plain, packed].map(({ headers }) => headers.get('content-encoding'))).toEqual([null, 'gzip']);
    const [one, other] = [await plain.text(), await packed.text()];
    const withoutLast = (text: string) => text.slice(0, text.lastIndexOf('#end'));
    expect(withoutLast(other)).toBe(withoutLast(one));
    expect(
      (await ask('people?format=xlsx', { 'accept-encoding': 'gzip' })).headers.get('content-encoding'),
    ).toBeNull();
  });

  it('comes in the format that Accept names', async () => {
    for (const [accept, type] of [
      ['application/x-ndjson', 'application/x-ndjson'],
      ['application/ld+json', 'application/ld+json'],
      [
        'text/html, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;q=0.5',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ],
      ['*/*', 'text/csv; charset=utf-8; header=present'],
    ] as const) {
      const { headers } = await ask('gaps', { accept }, 'HEAD');
      expect([headers.get('content-type'), headers.get('vary')]).toEqual([
        type,
        expect.stringContaining('Accept'),
      ]);
    }
    expect((await ask('gaps', { accept: 'text/html' })).status).toBe(406);
  });

  it('is answered to HEAD as to GET, without the rows', async () => {
    const [get, head] = [await ask('matrix'), await ask('matrix', {}, 'HEAD')];
    await get.text();
    expect(await head.text()).toBe('');
    for (const name of ['content-type', 'content-disposition'])
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    expect(head.headers.get('x-skillwake-snapshot')).toMatch(/./);
  });

  it.each([
    ['nothing', 404, 'BAD_REQUEST'],
    ['people/more', 404, 'BAD_REQUEST'],
    ['people?format=pdf', 400, 'BAD_INPUT'],
    ['people?page=1', 400, 'BAD_INPUT'],
    ['people?format=csv&format=csv', 400, 'BAD_INPUT'],
    ['people?asOf=2099-01-01', 400, 'BAD_INPUT'],
    ['people?source=', 400, 'BAD_INPUT'],
    ['matrix?asOf=tomorrow', 400, 'BAD_INPUT'],
  ])('is refused as %s', async (path, status, code) => {
    const refused = await ask(path);
    expect([refused.status, await refused.json()]).toEqual([
      status,
      { error: { code, message: expect.stringMatching(/[.]$/), requestId: expect.any(String) } },
    ]);
  });

  it('is read only, also by pages of allowed origins', async () => {
    const posted = await ask('people', {}, 'POST');
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const asked = await ask('people', { origin: 'https://hr.example.org' }, 'HEAD');
    expect(asked.headers.get('access-control-allow-origin')).toBe('https://hr.example.org');
    expect(asked.headers.get('access-control-expose-headers')).toContain('x-skillwake-snapshot');
  });

  it('is one at a time for a token: some wait, others are told to come back, and other tokens are served', async () => {
    const hr = await app.as('hr');
    const many = Array.from({ length: 12 }, () => ask('people'));
    const other = await askExports(app, 'people', { token: hr.token });
    expect(other.status).toBe(200);
    const answers = await Promise.all(many);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(5);
    for (const { status, headers } of refused)
      expect([status, headers.get('retry-after')]).toEqual([503, '1']);
    await Promise.all([other, ...answers].map((one) => one.text()));
  });
});

describe('the OpenAPI document', () => {
  const folder = join(
    __dirname,
    '../node_modules/@seriousme/openapi-schema-validator/schemas/v3.1/schema.json',
  );
  interface OpenApi {
    readonly paths: Readonly<
      Record<string, { readonly get: { readonly parameters: readonly { readonly name: string }[] } }>
    >;
    readonly components: { readonly schemas: Readonly<Record<string, object>> };
  }

  it('is one of OpenAPI 3.1, for whoever has a token', async () => {
    const found = await ask('openapi.json');
    expect(found.headers.get('content-type')).toContain('application/json');
    const document = (await found.json()) as OpenApi;
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const isValid = ajv.compile(JSON.parse(await readFile(folder, 'utf8')) as object);
    expect([isValid(document), isValid.errors]).toEqual([true, null]);
    expect(Object.keys(document.paths)).toEqual(['/people', '/matrix', '/gaps', '/supply', '/changes']);
    expect((await askExports(app, 'openapi.json', { token: 'x' })).status).toBe(401);
  });

  it.each(['people', 'matrix', 'gaps', 'supply', 'changes'])(
    'says what %s is answered with',
    async (name) => {
      const document = (await (await ask('openapi.json')).json()) as OpenApi;
      const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: false });
      addFormats(ajv);
      ajv.addSchema({ $id: 'openapi', components: document.components }, 'openapi');
      ajv.addVocabulary(['components']);
      const schema = (of: string) =>
        ajv.compile({ $ref: `openapi#/components/schemas/${name[0]!.toUpperCase()}${name.slice(1)}${of}` });
      const { snapshot } = (await rowsOf(app, 'people', admin.token)).end;
      await recordAll(admin, [answer(graph, 2, 1)]);
      const email = `${name}@example.org`;
      await admin.get(SAVE_PEOPLE, { items: [{ ...graph.people[2]!.reference, email }] });
      const given: Readonly<Record<string, string>> = document.paths[`/${name}`]!.get.parameters.some(
        (one) => one.name === 'since',
      )
        ? { since: snapshot }
        : {};
      const isRow = schema('Row');
      const { rows } = await rowsOf(app, name, admin.token, given);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect([isRow(row), isRow.errors]).toEqual([true, null]);
      const isDocument = schema('Document');
      const search = new URLSearchParams({ ...given, format: 'jsonld' }).toString();
      const whole = (await (await ask(`${name}?${search}`)).json()) as {
        readonly '@graph': readonly object[];
      };
      expect([isDocument(whole), isDocument.errors]).toEqual([true, null]);
      expect(whole['@graph'].length).toBeGreaterThan(0);
    },
  );
});
