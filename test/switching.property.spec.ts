import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  answer,
  buildGraph,
  day,
  masteryOf,
  record,
  recordAll,
  withdraw,
  withdrawal,
  type TestGraph,
} from './kit/graph';
import { rebuildEverybody } from './kit/stored';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';
import { calibrationsOf, otherCalibration, statesIn, switchTo } from './kit/switching';
import { numberOfRuns } from './kit/sampling';

/** More than are folded in one transaction. */
const numberOfPeople = 230;
const numberOfWriters = 4;
const questions = [[0], [1], [2], [0, 1]];

let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
let graph: TestGraph;
let first: ReturnType<typeof answer>[];
/** Of those whose first answers were not withdrawn yet. */
let next = 0;

beforeAll(async () => {
  own = await openEmptiedDatabase();
  app = await startApp({}, own.address);
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: numberOfPeople, skills: 3, questions });
  first = graph.people.map((_, person) => answer(graph, person, person % questions.length, { at: day(0) }));
  await recordAll(admin, first);
});
afterAll(async () => {
  await app.close();
  await own.close();
});

/** What a writer sends, one batch after the other; the first and the last in the order of the making come often. */
const batches = fc.array(
  fc.array(
    fc.record({
      person: fc.oneof(
        fc.nat(3),
        fc.integer({ min: numberOfPeople - 4, max: numberOfPeople - 1 }),
        fc.nat(numberOfPeople - 1),
      ),
      question: fc.nat(questions.length - 1),
      day: fc.integer({ min: -3, max: 9 }),
      score: fc.constantFrom(0, 0.5, 1),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  { minLength: 2, maxLength: 6 },
);

it('what several writers record and withdraw while a calibration is made and switched to is in its states, and readers see either all of one or all of the other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(batches, { minLength: numberOfWriters, maxLength: numberOfWriters }),
      fc.integer({ min: -3, max: 3 }),
      async (writers, difference) => {
        const watched = Math.floor(numberOfPeople / 2);
        const level = async () => JSON.stringify([...(await masteryOf(admin, graph, watched, day(100)))]);
        const before = await level();
        const seen = new Set<string>();
        const writing = { isOver: false };
        const reading = (async () => {
          while (!writing.isOver) {
            seen.add(await level());
            await delay(10);
          }
        })();
        const written = writers.map(async (sent) => {
          for (const batch of sent) {
            const items = batch
              .filter(({ person }) => person !== watched)
              .map(({ person, question, day: at, score }) =>
                answer(graph, person, question, { at: day(at), score }),
              );
            if (items.length > 0) expect((await record(admin, items)).errors).toEqual([]);
            if (next !== watched && next < numberOfPeople)
              expect((await withdraw(admin, [withdrawal(first[next++]!)])).errors).toEqual([]);
            else next++;
          }
        });
        await switchTo(app.database, () => otherCalibration(app.database, graph, difference), {
          patience: 1_000,
        });
        await Promise.all(written);
        writing.isOver = true;
        await reading;

        const after = await level();
        for (const one of seen) expect([before, after]).toContain(one);
        expect(await rebuildEverybody(app.database)).toBe(0);
        const current = (await calibrationsOf(app.database)).find(({ current }) => current)!;
        expect(await statesIn(app.database, graph.people, current.slot === 0 ? 1 : 0)).toEqual({
          edges: 0,
          general: 0,
        });
      },
    ),
    { numRuns: numberOfRuns(3, 10), endOnFailure: true },
  );
}, 240_000);
