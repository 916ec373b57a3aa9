import { pino } from 'pino';
import { startApp, timesRun, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  answer,
  buildGraph,
  day,
  record,
  uniqueSource,
  withdraw,
  withdrawal,
  type TestGraph,
} from './kit/graph';
import { holding } from './kit/stored';
import { asks, send } from './kit/http';
import { RECORD_ANSWERS } from './kit/evidence-operations';

const logged: Record<string, unknown>[] = [];
const logger = pino(
  { level: 'debug' },
  { write: (line: string) => logged.push(JSON.parse(line) as (typeof logged)[number]) },
);

let app: TestApp;
let admin: Client;
let origin: string;
let graph: TestGraph;
beforeAll(async () => {
  app = await startApp({}, undefined, logger);
  admin = await app.as('admin');
  origin = new URL(app.url).origin;
  graph = await buildGraph(admin, { people: 2, skills: 1, questionsPerSkill: 1 });
});
afterAll(() => app.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers });

/** The figure of one line of /metrics; 0 where the line is not there yet. */
async function figure(line: string): Promise<number> {
  const text = await (await get('/metrics')).text();
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return Number(found?.slice(line.length + 1) ?? 0);
}

/** By how much the work adds to these figures. */
async function added(lines: readonly string[], work: () => Promise<unknown>): Promise<number[]> {
  const before = await Promise.all(lines.map(figure));
  await work();
  const after = await Promise.all(lines.map(figure));
  return after.map((value, place) => value - before[place]!);
}

describe('/healthz and /readyz', () => {
  it('answer without a token, and are kept by nobody', async () => {
    const [healthz, readyz] = await Promise.all([get('/healthz'), get('/readyz')]);
    expect([healthz.status, await healthz.json()]).toEqual([200, { healthy: true }]);
    expect([readyz.status, await readyz.json()]).toEqual([200, { ready: true }]);
    expect(readyz.headers.get('cache-control')).toBe('no-store');
  });

  it('ask the database seldom, however many ask', async () => {
    const asked = () => timesRun(app, 'migrations.migration');
    app.forget();
    // What it has said a moment ago holds for a moment.
    while (asked() === 0) await get('/readyz');
    await Promise.all(Array.from({ length: 50 }, () => get('/readyz')));
    expect(asked()).toBeLessThan(10);
  });
});

describe('/metrics', () => {
  const evidence = (kind: string, outcome: string) =>
    `skillwake_evidence_total{kind="${kind}",outcome="${outcome}"}`;

  it('counts evidence by what became of it, and who was folded from the beginning', async () => {
    const items = [
      answer(graph, 0, 0, { at: day(2) }),
      answer(graph, 1, 0, { at: day(2) }),
      { ...answer(graph, 0, 0), person: { source: graph.source, id: 'nobody' } },
    ];
    const recorded = ['recorded', 'duplicate', 'rejected'].map((outcome) => evidence('answer', outcome));
    expect(await added(recorded, () => record(admin, items))).toEqual([2, 0, 1]);
    expect(await added(recorded, () => record(admin, items))).toEqual([0, 2, 1]);
    const late = answer(graph, 0, 0, { at: day(1) });
    expect(await added(['skillwake_refolds_total'], () => record(admin, [late]))).toEqual([1]);
    expect(
      await added([evidence('withdrawal', 'recorded'), 'skillwake_refolds_total'], () =>
        withdraw(admin, [withdrawal(late)]),
      ),
    ).toEqual([1, 1]);
  });

  it('counts requests by what they ask for, and statements by name', async () => {
    const requests = (type: string, status: number) =>
      `skillwake_request_duration_seconds_count{type="${type}",status="${String(status)}"}`;
    const statement = 'skillwake_statement_duration_seconds_count{statement="people.list"}';
    const lines = [requests('query', 200), requests('none', 400), requests('none', 401), statement];
    const work = async () => {
      await admin.ask('{ people(first: 1) { nodes { id } } }');
      await admin.ask('{ people(');
      await send(app.url, asks('{ viewer { role } }'));
    };
    const [query, broken, refused, statements] = await added(lines, work);
    expect([query, broken, refused]).toEqual([1, 1, 1]);
    expect(statements).toBeGreaterThan(0);
  });

  it('says what each figure is, of the process too, and nothing that a client made up', async () => {
    const name = uniqueSource().replaceAll('-', '_');
    await admin.ask(`query ${name} { viewer { role } }`);
    const response = await get('/metrics');
    const text = await response.text();
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0[.]0[.]4/);
    const named = (mark: string) =>
      new Set([...text.matchAll(new RegExp(`^# ${mark} (\\S+) \\S`, 'gm'))].map(([, one]) => one));
    expect(named('HELP')).toEqual(named('TYPE'));
    for (const one of [
      'nodejs_eventloop_lag_seconds',
      'process_resident_memory_bytes',
      'skillwake_looks_waiting',
    ])
      expect(named('HELP')).toContain(one);
    expect(text).not.toContain(name);
    expect(text).not.toContain(graph.source);
  });

  it('is each server’s own', async () => {
    const other = await startApp();
    const { origin: second } = new URL(other.url);
    await admin.ask('{ people(first: 1) { nodes { id } } }');
    expect(await (await fetch(`${second}/metrics`)).text()).not.toContain('statement="people.list"');
    await other.close();
  });
});

describe('the id of a request', () => {
  const query = '{ viewer { role } }';
  const idOf = async (given?: string) => {
    const headers = given === undefined ? {} : { 'x-request-id': given };
    const answered = await send(app.url, { token: admin.token, ...asks(query), headers });
    return answered.headers.get('x-request-id');
  };

  it('comes back as it was sent where it is sane, else it is a new one', async () => {
    expect(await idOf('trace:7/a_b-c')).toBe('trace:7/a_b-c');
    const made = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/;
    expect(await idOf()).toMatch(made);
    expect(await idOf('with blanks and "quotes"')).toMatch(made);
    expect(await idOf('x'.repeat(129))).toMatch(made);
    expect(await idOf()).not.toBe(await idOf());
  });

  it('is on what watchers get as well, and pages of allowed origins may read it', async () => {
    expect((await get('/healthz')).headers.get('x-request-id')).not.toBeNull();
    const answered = await send(app.url, { token: admin.token, ...asks(query) });
    expect(answered.headers.get('access-control-expose-headers')).toContain('x-request-id');
  });

  it.each<[what: string, sent: { body?: string; method?: string; search?: string }, status: number]>([
    ['a syntax error', asks('{ viewer {'), 400],
    ['a field that there is not', asks('{ nothing }'), 400],
    ['an operation that there is not', asks('query A { viewer { role } }', {}, 'B'), 400],
    ['variables of the wrong type', asks('query ($id: ID!) { person(id: $id) { id } }', {}), 400],
    ['a body that is no request', { body: '{}' }, 400],
    ['a batch of requests', { body: '[{"query":"{ viewer { role } }"}]' }, 400],
    ['a body that is no JSON', { body: '{' }, 400],
    ['a document that is no text', { body: '{"query":1}' }, 400],
    ['a method that there is not', { method: 'PUT', body: '{}' }, 405],
    ['an item that is broken', asks('{ people(first: -1) { nodes { id } } }'), 200],
  ])('is in every error: %s', async (_, sent, status) => {
    const answered = await send(app.url, {
      token: admin.token,
      ...sent,
      headers: { 'x-request-id': 'mine-1' },
    });
    expect(answered.status).toBe(status);
    const errors = answered.json.errors ?? [];
    expect(errors.length).toBeGreaterThan(0);
    for (const { extensions } of errors) {
      expect(extensions).toMatchObject({ code: expect.any(String), requestId: 'mine-1' });
      expect(extensions).not.toHaveProperty('http');
    }
  });

  it('is in the error of who has no token, and of an address where nothing is', async () => {
    const headers = { 'x-request-id': 'mine-2' };
    for (const [path, status] of [
      ['/graphql', 401],
      ['/nowhere', 404],
    ] as const) {
      const answered = await send(origin + path, { ...asks(query), headers });
      expect(answered.status).toBe(status);
      expect(answered.json.errors).toMatchObject([{ extensions: { requestId: 'mine-2' } }]);
    }
  });
});

describe('the log', () => {
  /** The lines about one request, which may come a moment after its answer. */
  async function linesOf(requestId: string): Promise<Record<string, unknown>[]> {
    for (let tries = 0; tries < 100; tries++) {
      const lines = logged.filter((line) => line['requestId'] === requestId);
      if (lines.length > 0) return lines;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return [];
  }

  it('has one line for a request, without what it sent', async () => {
    const secret = uniqueSource();
    const requestId = uniqueSource();
    await send(app.url, {
      token: admin.token,
      ...asks('query Who($id: ID!) { person(id: $id) { id } }', { id: secret }),
      headers: { 'x-request-id': requestId },
    });
    const [line, ...more] = await linesOf(requestId);
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      ...{ level: 30, msg: 'request', method: 'POST', path: '/graphql', status: 200 },
      ...{ milliseconds: expect.any(Number), type: 'query', operation: 'Who' },
    });
    const search = `?query=${encodeURIComponent(`{ person(id: "${secret}") { id } }`)}`;
    await send(app.url, { token: admin.token, method: 'GET', search });
    expect(JSON.stringify(logged)).not.toContain(secret);
    expect(JSON.stringify(logged)).not.toContain(admin.token);
  });

  it('tells of watchers only where everything is told', async () => {
    await get('/healthz', { 'x-request-id': 'watcher-1' });
    expect(await linesOf('watcher-1')).toMatchObject([{ level: 20, path: '/healthz', status: 200 }]);
  });

  it('tells of a client that left before its answer', async () => {
    const items = [answer(graph, 0, 0)];
    const left = new AbortController();
    await holding(app.database, graph.people, async () => {
      const sent = fetch(app.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${admin.token}`,
          'x-request-id': 'left-1',
        },
        ...asks(RECORD_ANSWERS.toString(), { items }),
        signal: left.signal,
      });
      setTimeout(() => left.abort(), 200);
      await expect(sent).rejects.toThrow();
      expect(await linesOf('left-1')).toMatchObject([{ status: 499, type: 'mutation' }]);
    });
  });
});
