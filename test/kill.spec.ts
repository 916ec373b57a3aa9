import { setTimeout as pause } from 'node:timers/promises';
import type { AnswerInput } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import { answer, buildGraph, day, record, type TestGraph } from './kit/graph';
import { rebuildEverybody, storedOf, undisturbed } from './kit/stored';
import { KillInstallation } from './kit/kill';
import { endProcesses, startProcess } from './kit/process';
import { triesWhole } from './kit/sampling';

const answersPerBatch = 100;

let app: TestApp;
let graph: TestGraph;

beforeAll(async () => {
  app = await startApp();
  graph = await buildGraph(await app.as('admin'), { people: 20, skills: 2, questions: [[0], [1], [0, 1]] });
});

afterAll(async () => {
  await endProcesses();
  await app.close();
});

/** The next answers: of all people by turns, a third of them earlier than what is there. */
let batches = 0;
function nextBatch(): AnswerInput[] {
  batches++;
  return Array.from({ length: answersPerBatch }, (_, index) =>
    answer(graph, index % graph.people.length, index % 3, {
      at: day(index % 3 === 0 ? -batches : batches),
      score: index % 2,
    }),
  );
}

/** How often each answer is stored, by its external id. */
async function timesStored(): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const { answers } of await storedOf(app.database, graph.people)) {
    for (const [key] of answers) {
      const id = key.split('\u001f').at(-1)!;
      times.set(id, (times.get(id) ?? 0) + 1);
    }
  }
  return times;
}

/** How many answers of the first person are there; every batch has some. */
const numberSeen = async () => (await storedOf(app.database, graph.people.slice(0, 1)))[0]!.answers.length;

const idsOf = (items: readonly AnswerInput[]) => items.map(({ id }) => String(id));

/** Each of these is stored exactly once, and what is stored of mastery is what the evidence gives. */
async function expectStored(items: readonly AnswerInput[]): Promise<void> {
  const times = await timesStored();
  expect(idsOf(items).filter((id) => times.get(id) !== 1)).toEqual([]);
  const before = await storedOf(app.database, graph.people);
  expect(await undisturbed(app.database, () => rebuildEverybody(app.database))).toBe(0);
  expect(await storedOf(app.database, graph.people)).toEqual(before);
}

it('what was acknowledged is there once after the API and then Neo4j were killed under four writers', async () => {
  const installation = await KillInstallation.open();
  try {
    for (let round = 0; round < (triesWhole() ? 3 : 1); round++) {
      const { acknowledged, ...faults } = await installation.round(10 + 3 * round);
      expect(acknowledged).toBeGreaterThan(100);
      expect(faults).toEqual({ lost: 0, doubled: 0, unsent: 0, differing: 0 });
    }
  } finally {
    await installation.close();
  }
}, 600_000);

it('a batch whose request was killed is there as a whole or not at all, and sent again it is there once', async () => {
  const sent: AnswerInput[] = [];
  let unanswered = 0;
  let api = await startProcess();
  // After so many milliseconds, or as soon as the first of the evidence can be seen.
  for (const moment of triesWhole() ? ([5, 'seen', 60, 'seen'] as const) : ([5, 'seen'] as const)) {
    const before = await numberSeen();
    const acknowledged: AnswerInput[] = [];
    const batches = [nextBatch(), nextBatch(), nextBatch()];
    sent.push(...batches.flat());
    const { admin } = api;
    const requests = batches.map(async (batch) => {
      const { errors } = await record(admin, batch);
      expect(errors).toEqual([]);
      acknowledged.push(...batch);
    });
    const outcomes = Promise.allSettled(requests);
    if (moment !== 'seen') await pause(moment);
    else while ((await numberSeen()) === before && acknowledged.length === 0);
    await api.end('SIGKILL');
    unanswered += (await outcomes).filter(({ status }) => status === 'rejected').length;

    await expectStored(acknowledged);
    api = await startProcess();
    const times = await timesStored();
    for (const batch of batches) {
      expect([0, batch.length]).toContain(idsOf(batch).filter((id) => times.has(id)).length);
      const { recorded, duplicates, errors } = await record(api.admin, batch);
      expect(errors).toEqual([]);
      expect([recorded, duplicates]).toContain(batch.length);
    }
  }
  expect(unanswered).toBeGreaterThan(0);
  await api.end('SIGKILL');
  await expectStored(sent);
}, 120_000);

// SIGTERM has the same in commands.spec.
it.each(triesWhole() ? (['SIGTERM', 'SIGINT'] as const) : (['SIGINT'] as const))(
  '%s ends the API with exit code 0, after what is under way',
  async (signal) => {
    const api = await startProcess();
    const batch = nextBatch();
    const answered = record(api.admin, batch);
    await pause(30);
    expect(await api.end(signal)).toBe(0);
    expect(await answered).toMatchObject({ recorded: answersPerBatch, errors: [] });
    await expectStored(batch);
  },
);
