import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Database } from '../src/graph/database';
import { startEmbedded, type EmbeddedDatabase } from '../src/graph/embedded/embedded';
import { migrate, migrations } from '../src/graph/migrations/migrations';
import { statement } from '../src/graph/statement';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { openDoor, type Door } from './kit/door';
import { buildGraph, holding, uniqueSource, type Saved } from './kit/graph';
import { SAVE_PEOPLE, SAVE_SKILLS } from './kit/operations';

/** A request is never left without an answer for longer, milliseconds; the machine may be busy with other things. */
const seconds = 6_000;

const READ = '{ people(first: 1) { nodes { id } } }';

async function timed<Result>(work: Promise<Result>): Promise<{ result: Result; milliseconds: number }> {
  const begun = Date.now();
  return { result: await work, milliseconds: Date.now() - begun };
}

async function watched(app: TestApp, path: '/readyz' | '/healthz'): Promise<[number, unknown]> {
  const response = await fetch(new URL(path, app.url));
  return [response.status, await response.json()];
}

async function until(holds: () => Promise<boolean>, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not come within ${String(milliseconds)} ms.`);
    await delay(100);
  }
}

const isReady = (app: TestApp) => async () => (await watched(app, '/readyz'))[0] === 200;

const gone = {
  status: 503,
  errors: [
    {
      message: 'The database cannot be reached; try again in a moment.',
      extensions: { code: 'DATABASE_UNAVAILABLE', requestId: expect.any(String) },
    },
  ],
};

describe('while the database is gone', () => {
  let door: Door;
  let app: TestApp;
  let admin: Client;
  let people: readonly Saved[];
  const save = () =>
    admin.ask(SAVE_SKILLS, { items: [{ source: uniqueSource(), id: 'a', name: 'A skill' }] });
  beforeAll(async () => {
    door = await openDoor();
    app = await startApp({}, door.address);
    admin = await app.as('admin');
    ({ people } = await buildGraph(admin, { people: 1 }));
  });
  beforeEach(async () => {
    await until(isReady(app), 10_000);
    expect(await admin.ask(READ)).toMatchObject({ status: 200 });
  });
  afterAll(async () => {
    await app.close();
    await door.shut();
  });

  it('reads and writes fail within seconds, the next at once, and all is well when it is back', async () => {
    await door.shut();
    for (const request of [admin.ask(READ), save()]) {
      const { result, milliseconds } = await timed(request);
      expect(result).toMatchObject(gone);
      expect(milliseconds).toBeLessThan(seconds);
    }
    const next = await timed(Promise.all([admin.ask(READ), save()]));
    expect(next.result).toMatchObject([gone, gone]);
    expect(next.milliseconds).toBeLessThan(3_000);
    await door.open();
    expect(await admin.ask(READ)).toMatchObject({ status: 200, data: { people: { nodes: [{}] } } });
    expect(await save()).toMatchObject({ status: 200, data: { saveSkills: { errors: [] } } });
  });

  it('the API is healthy, not ready, and ready again by itself', async () => {
    await door.shut();
    await until(async () => (await watched(app, '/readyz'))[0] === 503, seconds);
    expect(await watched(app, '/readyz')).toEqual([
      503,
      { ready: false, reason: 'The database does not answer.' },
    ]);
    expect(await watched(app, '/healthz')).toEqual([200, { healthy: true }]);
    await door.open();
    await until(isReady(app), seconds);
  });

  it('says by a header when to ask again', async () => {
    await door.shut();
    const response = await fetch(app.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${admin.token}` },
      body: JSON.stringify({ query: READ }),
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    await door.open();
  });

  it('one that says nothing any more is gone too, and nobody waits for it for long', async () => {
    door.hush();
    for (const request of [admin.ask(READ), save()]) {
      const { result, milliseconds } = await timed(request);
      expect(result).toMatchObject(gone);
      expect(milliseconds).toBeLessThan(15_000);
    }
    expect((await watched(app, '/readyz'))[0]).toBe(503);
    await door.shut();
    await door.open();
    await until(isReady(app), 10_000);
    expect(await save()).toMatchObject({ status: 200, data: { saveSkills: { errors: [] } } });
  });

  it('one that only takes long is waited for', async () => {
    const { saved } = await holding(app.database, people, async () => {
      const saved = admin.ask(SAVE_PEOPLE, { items: [{ ...people[0]!.reference, name: 'Renamed' }] });
      await delay(9_000);
      return { saved };
    });
    expect(await saved).toMatchObject({ status: 200, data: { savePeople: { errors: [] } } });
  });

  it('a short absence is waited out: nobody is told of it', async () => {
    await door.shut();
    const requests = Promise.all([admin.ask(READ), save()]);
    await delay(1_000);
    await door.open();
    for (const { status, errors } of await requests) expect([status, errors]).toEqual([200, undefined]);
  });
});

const SET_MIGRATION = statement(
  'spec.setMigration',
  `MATCH (installation:Installation {one: 1}) SET installation.migration = $number`,
);
const FORGET_INSTALLATION = statement('spec.forgetInstallation', `MATCH (node) DETACH DELETE node`);
const CONSTRAINTS = statement<{ name: string }>(
  'spec.constraints',
  `SHOW CONSTRAINTS YIELD name RETURN name`,
);

describe('an embedded database of its own', () => {
  let directory: string;
  let embedded: EmbeddedDatabase;
  let database: Database;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'skillwake-gone-'));
    embedded = await startEmbedded({ dataDirectory: directory, heapMegabytes: 512, pageCacheMegabytes: 128 });
    database = await Database.open(embedded);
  }, 120_000);
  afterAll(async () => {
    await database.close();
    await embedded.release();
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  });

  it.each([1, 2, 3, 4, 5])('is brought up to date once by two that start at once (%s)', async () => {
    await database.transaction((tx) => tx.query(FORGET_INSTALLATION));
    for (const { name } of await database.query(CONSTRAINTS))
      await database.autocommit({
        name: 'spec.dropConstraint',
        text: `DROP CONSTRAINT ${name}`,
        scansBecause: undefined,
      });
    const marked: string[] = [];
    const two = await Promise.all([Database.open(embedded), Database.open(embedded)]);
    await Promise.all(
      two.map((one) =>
        migrate(
          one.observedBy((name) => {
            if (name === 'migrations.mark') marked.push(name);
          }),
        ),
      ),
    );
    expect(marked).toHaveLength(migrations.length);
    await Promise.all(two.map((one) => one.close()));
  });

  it('makes the API ready only where its graph is of this release', async () => {
    await migrate(database);
    const newest = migrations.at(-1)!.number;
    for (const [number, reason] of [
      [newest - 1, /older release/],
      [newest + 1, /newer release/],
    ] as const) {
      const app = await startApp({}, embedded);
      await database.transaction((tx) => tx.query(SET_MIGRATION, { number }));
      expect(await watched(app, '/readyz')).toEqual([
        503,
        { ready: false, reason: expect.stringMatching(reason) },
      ]);
      await app.close();
    }
    await database.transaction((tx) => tx.query(SET_MIGRATION, { number: newest }));
  });

  it('is served again by itself once it died and was started again', async () => {
    await migrate(database);
    const app = await startApp({}, embedded);
    const admin = await app.as('admin');
    const { people } = await buildGraph(admin, { people: 1 });
    const javaProcess = async () =>
      (JSON.parse(await readFile(join(directory, 'guardian.json'), 'utf8')) as { javaProcess: number })
        .javaProcess;
    const killed = await javaProcess();
    process.kill(killed, 'SIGKILL');
    await until(async () => (await watched(app, '/readyz'))[0] === 503, seconds);
    expect(await watched(app, '/healthz')).toEqual([200, { healthy: true }]);
    const { result, milliseconds } = await timed(admin.ask(READ));
    expect([200, 503]).toContain(result.status);
    expect(milliseconds).toBeLessThan(seconds);
    await until(isReady(app), 100_000);
    expect(await javaProcess()).not.toBe(killed);
    expect(
      await admin.ask('query ($id: ID!) { person(id: $id) { id } }', { id: people[0]!.id }),
    ).toMatchObject({
      data: { person: { id: people[0]!.id } },
    });
    await app.close();
  }, 120_000);
});
