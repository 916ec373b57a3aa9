import { setTimeout as delay } from 'node:timers/promises';
import { Database } from '../src/graph/driver/database';
import { statement } from '../src/graph/driver/statement';
import { DatabaseUnavailableError } from '../src/shared/errors';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { openCuttingDoor } from './kit/cutting-door';
import { openDoor } from './kit/door';
import { answer, buildGraph, day, record, withdraw, withdrawal, type TestGraph } from './kit/graph';
import { SAVE_PEOPLE } from './kit/operations';

const NOTES = statement<{ token: string }>(
  'test.notesOfAttempts',
  `MATCH (attempt:Attempt) RETURN attempt.token AS token ORDER BY token`,
  'there are few',
);

const MARK = statement<{ marks: number }>(
  'test.mark',
  `CREATE (mark:TestMark) WITH count(mark) AS created
   MATCH (mark:TestMark) RETURN count(mark) AS marks`,
  'there is one',
);
const TAKE_MARKS = statement<{ taken: number }>(
  'test.takeMarks',
  `MATCH (mark:TestMark) DELETE mark RETURN count(*) AS taken`,
  'there is one',
);

let app: TestApp;
let admin: Client;
let graph: TestGraph;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 2, skills: 1, questionsPerSkill: 1 });
});
afterAll(() => app.close());

const notes = async (): Promise<string[]> => (await app.database.query(NOTES)).map(({ token }) => token);
const save = () => admin.get(SAVE_PEOPLE, { items: [{ source: graph.source, id: 'new', name: 'New' }] });

describe('the note by which a transaction that is repeated is found to be done', () => {
  it('is written by what is not the same when it is done twice, and goes with a later one', async () => {
    await save();
    const before = await notes();
    await save();
    const after = await notes();
    expect(after).not.toEqual(before);
    expect(after).toHaveLength(before.length);
  });

  it('goes once for those of many at a time', async () => {
    const before = await notes();
    await Promise.all(Array.from({ length: 20 }, save));
    await save();
    await save();
    expect((await notes()).length).toBeLessThanOrEqual(before.length);
  });

  it('is not written, nor taken away, with evidence', async () => {
    const before = await notes();
    const answers = [answer(graph, 0, 0, { at: day(1) }), answer(graph, 1, 0, { at: day(2) })];
    await record(admin, answers);
    await withdraw(admin, [withdrawal(answers[0]!)]);
    expect(await notes()).toEqual(before);
  });
});

it.each<[what: string, works: number, commits: number]>([
  ['however long it took until then', 3_500, 0],
  ['however long the COMMIT itself takes', 0, 3_500],
])(
  'a transaction whose COMMIT is cut off is done once, %s',
  async (_, works, commits) => {
    const door = await openCuttingDoor();
    const database = await Database.open(door.address);
    door.cut((number) => number === 0, commits);
    let tries = 0;
    const marked = database.transaction(async (tx) => {
      if (++tries === 1) await delay(works);
      return tx.query(MARK);
    });
    expect(await marked).toEqual([{ marks: 1 }]);
    expect([tries, door.commits()]).toEqual([1, 2]);
    expect(await app.database.transaction((tx) => tx.query(TAKE_MARKS))).toEqual([{ taken: 1 }]);
    await database.close();
    await door.shut();
  },
  20_000,
);

it('a COMMIT that is cut off late is not repeated for longer than the transaction may take', async () => {
  const door = await openCuttingDoor();
  const database = (await Database.open(door.address)).withTimeLimit(1_000);
  door.cut(() => true, 1_500);
  await expect(database.idempotentTransaction((tx) => tx.query(TAKE_MARKS))).rejects.toThrow(
    DatabaseUnavailableError,
  );
  expect(door.commits()).toBe(1);
  await database.close();
  await door.shut();
}, 20_000);

it('work whose connection breaks is repeated however long it took until then, where the database had just answered', async () => {
  const door = await openDoor();
  const database = await Database.open(door.address);
  let tries = 0;
  const marked = database.transaction(async (tx) => {
    if (++tries === 1) {
      await delay(3_500);
      await tx.query(NOTES);
      await door.shut();
      await door.open();
    }
    return tx.query(MARK);
  });
  expect(await marked).toEqual([{ marks: 1 }]);
  expect(tries).toBe(2);
  expect(await app.database.transaction((tx) => tx.query(TAKE_MARKS))).toEqual([{ taken: 1 }]);
  await database.close();
  await door.shut();
}, 20_000);
