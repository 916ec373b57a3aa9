import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, print, validate, visit } from 'graphql';
import { graphiqlLink } from '../src/app/graphiql/graphiql';
import { tour } from '../src/app/graphiql/tour';
import { readConfig } from '../src/shared/config';
import { startApp, type TestApp } from './kit/app';
import { openPage } from './kit/browser';
import { lacksChromium } from './kit/chromium';
import type { Client } from './kit/client';
import { answer, buildGraph, recordAll, type TestGraph } from './kit/graph';

const root = join(__dirname, '..');
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let app: TestApp;
let admin: Client;
let origin: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  origin = new URL(app.url).origin;
});
afterAll(() => app.close());

const get = (path: string, headers: Record<string, string> = browser) =>
  fetch(origin + path, { headers, redirect: 'manual' });

describe('GraphiQL', () => {
  it('is where a browser is sent, and nobody else', async () => {
    const sent = await get('/');
    expect([sent.status, sent.headers.get('location')]).toEqual([302, '/graphiql']);
    expect((await get('/', { accept: '*/*' })).status).toBe(404);
    const page = await get('/graphiql');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it('lets the browser run and load nothing but what this API serves', async () => {
    const page = await get('/graphiql');
    expect(page.headers.get('content-security-policy')!.split(';')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      expect.stringMatching(/^style-src 'self' 'sha256-[\w+/]{43}='$/),
      'font-src data:',
      'img-src data:',
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');

    const html = await page.text();
    expect(html).not.toMatch(/https?:|<script(?![^>]* src=)|<style| style=| on\w+=/);
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!);
    expect(files.filter((file) => file !== 'data:,')).toEqual([
      '/graphiql/graphiql.css',
      '/graphiql/page.css',
      '/graphiql/react.js',
      '/graphiql/react-dom.js',
      '/graphiql/graphiql.js',
      '/graphiql/page.js',
    ]);
    for (const file of files.filter((name) => name.startsWith('/'))) {
      const served = await get(file);
      expect([file, served.status, served.headers.get('content-type')]).toEqual([
        file,
        200,
        expect.stringMatching(file.endsWith('.css') ? /^text\/css/ : /^text\/javascript/),
      ]);
      const text = await served.text();
      if (file.endsWith('.css')) expect(text).not.toMatch(/@import|url\((?!["']?data:)/);
      if (file === '/graphiql/page.js') expect(text).not.toMatch(/https?:/);
    }
  });

  it.each([
    '/graphiql/package.json',
    '/graphiql/..%2fgraphiql.ts',
    '/graphiql/__proto__',
    '/graphiql/constructor',
  ])('serves no other file: %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('is served on loopback, elsewhere only where the setting says so', async () => {
    const elsewhere = { SKILLWAKE_HOST: '0.0.0.0', SKILLWAKE_SECRET: 'x'.repeat(32) };
    expect(readConfig({}).SKILLWAKE_GRAPHIQL).toBe(true);
    expect(readConfig(elsewhere).SKILLWAKE_GRAPHIQL).toBe(false);
    expect(readConfig({ ...elsewhere, SKILLWAKE_GRAPHIQL: 'true' }).SKILLWAKE_GRAPHIQL).toBe(true);
    const without = await startApp({ SKILLWAKE_GRAPHIQL: 'false' });
    for (const path of ['/', '/graphiql', '/graphiql/page.js'])
      expect((await fetch(new URL(path, without.url), { headers: browser })).status).toBe(404);
    await without.close();
  });
});

describe('the operations that GraphiQL opens with', () => {
  /** An operation as it is asked, whatever it is called and however it is laid out. */
  const asked = (operation: string) =>
    print(visit(parse(operation), { OperationDefinition: (node) => ({ ...node, name: undefined }) }));

  it('are those of the README, after the three questions that the demonstration answers', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/^```graphql\n(.*?)^```/gms)].map(([, operation]) => asked(operation!));
    expect(shown).toHaveLength(3);
    const opened = tour.filter(({ needs }) => needs.length === 0).map(({ query }) => asked(query));
    expect(new Set(opened)).toEqual(new Set(shown));
    expect(tour.map(({ needs }) => needs)).toEqual([['person'], ['project'], ['team'], [], [], []]);
  });

  it('fit the schema, and take the variables that they declare', () => {
    const schema = buildSchema(readFileSync(join(root, 'schema/schema.graphql'), 'utf8'));
    for (const { query, takes } of tour) {
      expect(validate(schema, parse(query))).toEqual([]);
      expect([...query.matchAll(/\$(\w+):/g)].map(([, name]) => name)).toEqual(takes);
    }
  });
});

const inBrowser = lacksChromium === undefined ? describe : describe.skip;
inBrowser(`in a browser${lacksChromium === undefined ? '' : ` (${lacksChromium})`}`, () => {
  const editors = `[...document.querySelectorAll('.graphiql-editor .CodeMirror')].map((editor) => editor.CodeMirror.getValue())`;
  const answered = `document.querySelector('.result-window .CodeMirror')?.CodeMirror.getValue()`;
  const run = `document.querySelector('.graphiql-execute-button').click()`;

  let graph: TestGraph;
  let page: Awaited<ReturnType<typeof openPage>>;
  beforeAll(async () => {
    graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1 });
    await recordAll(admin, [answer(graph, 0, 0)]);
    page = await openPage();
    const { id } = graph.people[0]!;
    await page.open(graphiqlLink(app.url, { token: admin.token, person: id, project: id, team: id }));
  }, 120_000);
  afterAll(() => page.close());

  const expectData = async () => {
    await page.until(`${editors}.length === 3 && ${editors}[1].includes('person')`);
    await page.evaluate(run);
    await page.until(`${answered}?.includes('"data"')`);
    const { data } = JSON.parse(await page.evaluate<string>(answered)) as { data: unknown };
    expect(data).toMatchObject({
      person: {
        name: graph.people[0]!.reference.id + ` of ${graph.source}`,
        mastery: { nodes: [{ explanation: { changes: [{ kind: 'FADING' }, { kind: 'ANSWER' }] } }] },
      },
    });
  };

  it('opens a tab for each operation, and runs the first with the ids and the token of the link', async () => {
    await expectData();
    const titles = `[...document.querySelectorAll('.graphiql-tab-button')].map((tab) => tab.textContent)`;
    expect(await page.evaluate(titles)).toEqual(['Person', 'Candidates', 'Gaps', 'Known', 'Content', 'Save']);
  });

  it('keeps the token out of addresses, of this page and of what it asks for, and asks no other host', async () => {
    expect(await page.evaluate('location.href')).toBe(`${origin}/graphiql`);
    expect(await page.evaluate('history.length')).toBeLessThanOrEqual(2);
    expect(page.requested.length).toBeGreaterThan(0);
    for (const address of page.requested) {
      expect(new URL(address).origin).toBe(origin);
      expect(address).not.toContain(admin.token);
    }
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain(admin.token);
  });

  it('goes on after a reload', async () => {
    await page.evaluate('location.reload()');
    await page.until(`${answered} === ''`);
    await expectData();
  });

  it('keeps to its content security policy, dialogs and documentation included, and complains of nothing', async () => {
    for (const label of ['Show Documentation Explorer', 'Open short keys dialog', 'Open settings dialog']) {
      await page.evaluate(`document.querySelector('button[aria-label="${label}"]').click()`);
      await page.until(`document.querySelector('.graphiql-doc-explorer, [role="dialog"]')`);
      if (!label.startsWith('Open')) continue;
      await page.until(`document.querySelector('[role="dialog"]')`);
      await page.evaluate(`document.querySelector('[role="dialog"] .graphiql-dialog-header button').click()`);
      await page.until(`document.querySelector('[role="dialog"]') === null`);
    }
    expect(page.complaints).toEqual([]);
  });
});
