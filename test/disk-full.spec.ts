import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { pathsOf } from '../src/graph/embedded/data-directory';
import { isAlive } from '../src/graph/embedded/processes';
import { readState } from '../src/graph/embedded/state-file';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, type TestGraph } from './kit/graph';
import { storedIn } from './kit/kill';
import { RECORD_ANSWERS } from './kit/evidence-operations';
import { openOwnDatabase, type OwnDatabase } from './kit/own-database';
import { triesWhole } from './kit/sampling';
import { mountSmallDisk } from './kit/small-disk';
import { isReady, until, watched } from './kit/watching';

const megabytes = 320;
const disk = mountSmallDisk(megabytes);
/** Root mounts one on Linux; what is to be seen here needs a disk that is full. */
const onSmallDisk = disk ? describe : describe.skip;

/** Java starts anew in it, on a machine that has other things to do. */
const patience = 240_000;
const rounds = triesWhole() ? 5 : 1;

onSmallDisk('on a disk that runs full (skipped where this user cannot mount a small one)', () => {
  let own: OwnDatabase;
  let app: TestApp;
  let admin: Client;
  let graph: TestGraph;
  const acknowledged = new Set<string>();

  beforeAll(async () => {
    own = await openOwnDatabase({ within: disk!.path });
    app = await startApp({}, own.embedded);
    admin = await app.as('admin');
    graph = await buildGraph(admin, { people: 3, skills: 1, questionsPerSkill: 1 });
  }, patience);
  afterAll(async () => {
    await disk!.empty();
    await app.close();
    await own.close();
    disk!.remove();
  }, patience);

  /** Records answers until one request is not answered with success, and gives that. */
  async function recordUntilFull() {
    await disk!.fill(1);
    for (;;) {
      const items = Array.from({ length: 100 }, (_, index) => answer(graph, index % 3, 0));
      const answered = await admin.ask(RECORD_ANSWERS, { items });
      if (answered.status !== 200 || answered.errors) return answered;
      for (const { id } of items) acknowledged.add(id);
    }
  }

  async function missing(): Promise<string[]> {
    const stored = [...(await storedIn(own.database)).keys()].join('\n');
    return [...acknowledged].filter((id) => !stored.includes(id));
  }

  async function expectWhole(): Promise<void> {
    await until(isReady(app), patience);
    expect(await missing()).toEqual([]);
    const items = [answer(graph, 0, 0)];
    expect(await admin.ask(RECORD_ANSWERS, { items })).toMatchObject({
      status: 200,
      data: { recordAnswers: { recorded: 1 } },
    });
  }

  const full = {
    status: 503,
    errors: [{ message: expect.stringMatching(/disk is full/), extensions: { code: 'DATABASE_FULL' } }],
  };

  it('writes and reads say so, and all is well by itself once there is room', async () => {
    expect(await recordUntilFull()).toMatchObject(full);
    expect(await admin.ask('{ people(first: 1) { nodes { id } } }')).toMatchObject(full);
    expect(await watched(app, '/healthz')).toEqual([200, { healthy: true }]);
    await until(async () => (await watched(app, '/readyz'))[0] === 503, 5_000);
    expect(await watched(app, '/readyz')).toEqual([
      503,
      { ready: false, reason: expect.stringMatching(/disk of the database is full/) },
    ]);
    expect(acknowledged.size).toBeGreaterThan(0);
    await disk!.empty();
    await expectWhole();
  }, 300_000);

  it.each(Array.from({ length: rounds }, (_, round) => round))(
    'a Neo4j that was told to stop once there was room again starts with all that it acknowledged (%i)',
    async () => {
      const { guardianProcess, javaProcess } = (await readState(own.dataDirectory))!;
      await recordUntilFull();
      // Without its guardian, which would kill it.
      process.kill(guardianProcess, 'SIGSTOP');
      await disk!.empty();
      process.kill(javaProcess!, 'SIGTERM');
      while (isAlive(javaProcess!)) await delay(50);
      process.kill(guardianProcess, 'SIGCONT');
      await expectWhole();
      expect(await readFile(pathsOf(own.dataDirectory).guardianLog, 'utf8')).toMatch(
        /ended in \d+ bytes that a stop after a full disk had written twice: cut off/,
      );
    },
    300_000,
  );
});
