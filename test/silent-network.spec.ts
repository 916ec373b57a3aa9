import { setTimeout as delay } from 'node:timers/promises';
import { TimeoutError } from '../src/shared/errors';
import { statement } from '../src/graph/driver/statement';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { openDoor, type Door } from './kit/door';
import { RECORD_ANSWERS } from './kit/evidence-operations';
import { answer, buildGraph, type TestGraph } from './kit/graph';
import { holding } from './kit/stored';
import { triesWhole } from './kit/sampling';
import { timed } from './kit/watching';

const LONG = statement<{ counted: number }>(
  'test.long',
  `UNWIND range(1, 1000000000) AS number WITH number WHERE number % 7 = 8 RETURN count(*) AS counted`,
);

let door: Door;
let app: TestApp;
let admin: Client;
let graph: TestGraph;
beforeAll(async () => {
  door = await openDoor();
  // Locks are held no longer than this: the usual time is waited for in the long form.
  app = await startApp(triesWhole() ? {} : { SKILLWAKE_TRANSACTION_SECONDS: '6' }, door.address);
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1 });
});
afterAll(async () => {
  await app.close();
  await door.shut();
});

const write = (client = admin) => client.ask(RECORD_ANSWERS, { items: [answer(graph, 0, 0)] });

describe('a network that swallows what it is given', () => {
  it('leaves nobody waiting for longer, whatever the time of day becomes, and keeps no locks: the same people are written to within 20 seconds, by a new process too', async () => {
    let isHushed = false;
    const writers = Array.from({ length: 8 }, async () => {
      while (!isHushed) await write();
    });
    await delay(1_000);
    // One of them holds the person, and the database hears no more of it, not even that its connection ended.
    door.hush();
    isHushed = true;
    const asked = timed(Promise.all([admin.ask('{ people(first: 1) { nodes { id } } }'), ...writers]));
    await delay(1_000);
    const now = Date.now.bind(Date);
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() - 3_600_000);
    const { result, milliseconds } = await asked;
    clock.mockRestore();
    expect(result[0]).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }],
    });
    expect(milliseconds).toBeLessThan(15_000);
    if (triesWhole()) await delay(20_000);
    door.resume();
    const back = await timed(serviceBack());
    for (const { status, data } of back.result)
      expect([status, data?.recordAnswers.recorded]).toEqual([200, 1]);
    expect(back.milliseconds).toBeLessThan(20_000);
  }, 90_000);
});

/** The answers to writers of the same person: of the process that met the silence, and of one that did not. */
async function serviceBack() {
  const other = await startApp({}, door.address);
  const written = await Promise.all([write(), write(await other.as('admin'))]);
  await other.close();
  return written;
}

describe('a transaction that takes longer than it may', () => {
  it('is undone, and a request is told so by a code of its own', async () => {
    const hasty = await startApp({ SKILLWAKE_TRANSACTION_SECONDS: '1' }, door.address);
    const item = answer(graph, 0, 0);
    const client = await hasty.as('admin');
    const { told } = await holding(app.database, graph.people, async () => ({
      told: await client.ask(RECORD_ANSWERS, { items: [item] }),
    }));
    expect(told).toMatchObject({
      status: 504,
      errors: [
        {
          message: expect.stringMatching(/nothing of it was written: ask for less at a time/),
          extensions: { code: 'TIMEOUT' },
        },
      ],
    });
    const { data } = await client.ask(RECORD_ANSWERS, { items: [item] });
    expect(data!.recordAnswers).toMatchObject({ recorded: 1, duplicates: 0 });
    await hasty.close();
  }, 20_000);

  it('a statement alone is one', async () => {
    await expect(app.database.withTimeLimit(500).query(LONG)).rejects.toThrow(
      expect.objectContaining({
        constructor: TimeoutError,
        message: expect.stringMatching(/no more time to read this; what a mutation wrote/),
      }),
    );
    await expect(app.database.withTimeLimit(500).rehearse((all) => all.query(LONG))).rejects.toThrow(
      TimeoutError,
    );
  }, 20_000);
});
