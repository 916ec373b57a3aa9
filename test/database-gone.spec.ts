import { setTimeout as delay } from 'node:timers/promises';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { openDoor, type Door } from './kit/door';
import { buildGraph, uniqueSource } from './kit/graph';
import { holding } from './kit/stored';
import { SAVE_PEOPLE, SAVE_SKILLS } from './kit/operations';
import { isReady, timed, until, watched } from './kit/watching';

/** A request is never left without an answer for longer, milliseconds; the machine may be busy with other things. */
const seconds = 6_000;

const READ = '{ people(first: 1) { nodes { id } } }';

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
  let other: TestApp;
  /** A write that waits for nine seconds for somebody else, at another server, while the database is gone for this one. */
  let waiting: Promise<unknown>;
  const save = () =>
    admin.ask(SAVE_SKILLS, { items: [{ source: uniqueSource(), id: 'a', name: 'A skill' }] });
  beforeAll(async () => {
    door = await openDoor();
    app = await startApp({}, door.address);
    admin = await app.as('admin');
    const { people } = await buildGraph(admin, { people: 1 });
    other = await startApp();
    const elsewhere = await other.as('admin');
    waiting = holding(other.database, people, async () => {
      const saved = elsewhere.ask(SAVE_PEOPLE, { items: [{ ...people[0]!.reference, name: 'Renamed' }] });
      await delay(9_000);
      return { saved };
    }).then(({ saved }) => saved);
    waiting.catch(() => undefined);
  });
  beforeEach(async () => {
    await until(isReady(app), 10_000);
    expect(await admin.ask(READ)).toMatchObject({ status: 200 });
  });
  afterAll(async () => {
    await Promise.all([app.close(), other.close()]);
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
    expect(await waiting).toMatchObject({ status: 200, data: { savePeople: { errors: [] } } });
  });

  it('a short absence is waited out: nobody is told of it', async () => {
    await door.shut();
    const requests = Promise.all([admin.ask(READ), save()]);
    await delay(1_000);
    await door.open();
    for (const { status, errors } of await requests) expect([status, errors]).toEqual([200, undefined]);
  });
});
