import type { TestApp } from './kit/app';
import { statement } from '../src/graph/driver/statement';
import { rebuild, startApp } from './kit/app';
import type { Client } from './kit/client';
import {
  answer,
  buildGraph,
  claimAll,
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

/** Three times as many as are folded in one transaction, and some. */
const numberOfPeople = 620;

let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
let graph: TestGraph;
/** Two of each person. */
let first: ReturnType<typeof answer>[];

beforeAll(async () => {
  own = await openEmptiedDatabase();
  app = await startApp({}, own.address);
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: numberOfPeople, skills: 3, questions: [[0], [1], [2], [0, 1]] });
  first = graph.people.flatMap((_, person) =>
    [0, 3].map((question) => answer(graph, person, question, { at: day(question), score: person % 2 })),
  );
  await recordAll(admin, first);
});
afterAll(async () => {
  await app.close();
  await own.close();
});

const levelsOf = async (person: number) => [...(await masteryOf(admin, graph, person, day(200)))];

it('levels are the former ones until the switch and the new ones from then on; the former states are cleared', async () => {
  const before = await levelsOf(0);
  const during: (typeof before)[] = [];
  const number = await switchTo(app.database, () => otherCalibration(app.database, graph), {
    onProgress: async () => {
      during.push(await levelsOf(0));
    },
    atSwitch: async () => {
      during.push(await levelsOf(0));
    },
  });
  expect(number).toBe(2);
  expect(during).toEqual(Array(5).fill(before));
  const after = await levelsOf(0);
  expect(after).not.toEqual(before);
  expect(await statesIn(app.database, graph.people, 0)).toEqual({ edges: 0, general: 0 });
  expect(await calibrationsOf(app.database)).toEqual([
    { number: 1, current: false, slot: null, sets: 0 },
    { number: 2, current: true, slot: 1, sets: 7 },
  ]);
  expect(await rebuildEverybody(app.database)).toBe(0);
  expect(await levelsOf(0)).toEqual(after);
});

it('what is recorded and withdrawn while states are made is in both slots, and right afterwards', async () => {
  const steps: (() => Promise<unknown>)[] = [
    // Of the first, whose next states are made, and of the last, whose are not.
    () =>
      record(admin, [
        answer(graph, 0, 1, { at: day(20) }),
        answer(graph, numberOfPeople - 1, 1, { at: day(20) }),
        answer(graph, 1, 2, { at: day(-20) }),
        answer(graph, numberOfPeople - 2, 2, { at: day(-20) }),
      ]),
    () => withdraw(admin, [withdrawal(first[0]!), withdrawal(first.at(-1)!)]),
    () =>
      claimAll(
        admin,
        [2, numberOfPeople - 3].map((person) => ({
          ...{
            source: graph.source,
            id: `claim ${String(person)}`,
            kind: 'SELF',
            level: 0.9,
            at: day(30),
          },
          person: graph.people[person]!.reference,
          skill: graph.skills[2]!.reference,
        })),
      ),
    async () => {
      const { people } = await buildGraph(admin, { people: 1 });
      await record(admin, [
        { ...answer(graph, 0, 1, { id: 'of somebody new' }), person: people[0]!.reference },
      ]);
      expect(await statesIn(app.database, people, 0)).toEqual({ edges: 1, general: 1 });
      expect(await statesIn(app.database, people, 1)).toEqual({ edges: 1, general: 1 });
    },
  ];
  await switchTo(app.database, () => otherCalibration(app.database, graph, -1), {
    onProgress: async () => {
      await steps.shift()?.();
      // A rebuild in between leaves alone what is still being made.
      if (steps.length === 2) expect(await rebuildEverybody(app.database)).toBe(0);
    },
  });
  expect(steps).toEqual([]);
  expect(await rebuildEverybody(app.database)).toBe(0);
  expect((await statesIn(app.database, graph.people, 1)).edges).toBe(0);
});

it('says what the calibration in force says where nothing is to change', async () => {
  const before = await levelsOf(0);
  const [, , former] = await calibrationsOf(app.database);
  const number = await switchTo(app.database, () => Promise.resolve('asInForce'));
  expect(number).toBe(4);
  expect(await levelsOf(0)).toEqual(before);
  const calibrations = await calibrationsOf(app.database);
  expect(calibrations.map(({ current }) => current)).toEqual([false, false, false, true]);
  expect(calibrations[3]!.sets).toBe(former!.sets);
});

it('a stopped one goes on where it was', async () => {
  const stopping = new AbortController();
  const before = await levelsOf(0);
  const stopped = await switchTo(app.database, () => otherCalibration(app.database, graph, 2), {
    stop: stopping.signal,
    onProgress: ({ people }) => {
      if (people === 400) stopping.abort();
    },
  });
  expect(stopped).toBeUndefined();
  await record(admin, [answer(graph, 0, 2, { at: day(40) }), answer(graph, 619, 2, { at: day(40) })]);
  const seen: number[] = [];
  const never = () => Promise.reject(new Error('It is made already.'));
  const number = await switchTo(app.database, never, {
    onProgress: ({ people }) => {
      seen.push(people);
    },
  });
  expect(number).toBe(5);
  expect(seen[0]).toBe(600);
  expect(await levelsOf(0)).not.toEqual(before);
  expect(await rebuildEverybody(app.database)).toBe(0);
});

it('one that was left behind for another purpose leaves no trace', async () => {
  const stopping = new AbortController();
  await switchTo(app.database, () => otherCalibration(app.database, graph, 3), {
    purpose: 'another',
    stop: stopping.signal,
    onProgress: () => {
      stopping.abort();
    },
  });
  expect((await calibrationsOf(app.database)).at(-1)).toMatchObject({ number: 6, current: false, slot: 1 });
  const number = await switchTo(app.database, () => otherCalibration(app.database, graph, 4));
  expect(number).toBe(6);
  expect(await rebuildEverybody(app.database)).toBe(0);
  expect((await statesIn(app.database, graph.people, 0)).edges).toBe(0);
});

const TAKE_SLOT = statement(
  'spec.takeSlot',
  `MATCH (calibration:Calibration {number: $number}) REMOVE calibration.slot`,
);

it('one that was killed before all that it says was written is begun anew', async () => {
  const stopping = new AbortController();
  await switchTo(app.database, () => otherCalibration(app.database, graph, 5), {
    stop: stopping.signal,
    onProgress: () => {
      stopping.abort();
    },
  });
  const { number } = (await calibrationsOf(app.database)).at(-1)!;
  await app.database.transaction((tx) => tx.query(TAKE_SLOT, { number }));
  let asked = 0;
  const made = await switchTo(app.database, () => {
    asked++;
    return otherCalibration(app.database, graph, 6);
  });
  expect([made, asked]).toEqual([number, 1]);
});

it('refuses a second one at a time', async () => {
  await switchTo(app.database, () => otherCalibration(app.database, graph), {
    atSwitch: async () => {
      await expect(switchTo(app.database, () => Promise.resolve('asInForce'))).rejects.toThrow(
        /^A calibration is being built \(since .*\): a spec has to end first[.] Wait until/,
      );
    },
  });
});

it('a rebuild goes on where it was stopped, or begins anew', async () => {
  const stopping = new AbortController();
  const stopped = await rebuild(app.database, () => stopping.abort(), {
    place: 'anew',
    stop: stopping.signal,
  });
  expect(stopped.people).toBe(200);
  const seen: number[] = [];
  const noting = ({ people }: { people: number }): void => void seen.push(people);
  const { people, total } = await rebuild(app.database, noting, { place: 'resumed' });
  expect(seen[0]).toBe(400);
  expect(people).toBe(total);
  seen.splice(0);
  await rebuild(app.database, noting, { place: 'resumed' });
  expect(seen[0]).toBe(200);
});
