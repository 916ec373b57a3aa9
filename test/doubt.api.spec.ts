import { setTimeout as delay } from 'node:timers/promises';
import { statement } from '../src/graph/driver/statement';
import { externalKey, keyOfGlobalId } from '../src/shared/ids';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { doubt } from './kit/doubting';
import { answer, buildGraph, masteryOf, record, recordAll, type TestGraph } from './kit/graph';
import { rebuildEverybody, storedOf, undisturbed } from './kit/stored';

const TAKE_ID = statement('test.takeId', `CREATE (:Evidence {id: $id})`);
const MARKED = statement<{ unread: number }>(
  'test.unread',
  `MATCH (:Question {id: $question})-[:CURRENT]->(version) RETURN count(version.unread) AS unread`,
);

let app: TestApp;
let admin: Client;
let graph: TestGraph;

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
beforeEach(async () => {
  graph = await buildGraph(admin, { people: 2, skills: 1, questionsPerSkill: 4 });
});
afterAll(() => app.close());

const levelOf = async (person: number) => (await masteryOf(admin, graph, person)).get(0)!.level;

it('an answer to a question under an open problem moves a first level half as far, and as far as ever once that is closed', async () => {
  const asked = graph.questions[0]!;
  await recordAll(admin, [answer(graph, 0, 0)]);
  const moved = (await levelOf(0)) - 0.5;
  expect(moved).toBeGreaterThan(0.05);
  expect(await doubt(app.database, [asked])).toHaveLength(1);
  const doubted = (await levelOf(0)) - 0.5;
  expect(doubted / moved).toBeGreaterThan(0.3);
  expect(doubted / moved).toBeLessThan(0.55);
  expect(await doubt(app.database, [asked])).toEqual([]);
  expect(await doubt(app.database, [asked], false)).toHaveLength(1);
  expect((await levelOf(0)) - 0.5).toBe(moved);
});

it('whoever read a question before it was doubted, and writes after, is waited for', async () => {
  const [mine, asked] = [answer(graph, 0, 0), graph.questions[0]!];
  let writing: Promise<unknown> = Promise.resolve();
  let doubting: Promise<unknown> = Promise.resolve();
  const hasRun = async (statementName: string) => {
    while (!app.statements.includes(statementName)) await delay(20);
  };
  app.forget();
  const undone = app.database.transaction(async (tx) => {
    // The writer has read its question then, and waits for the id of its answer.
    await tx.query(TAKE_ID, { id: externalKey('answer', mine.source, mine.id) });
    writing = record(admin, [mine]);
    await hasRun('versions.referred');
    doubting = doubt(app.database, [asked]);
    await hasRun('unread.all');
    await delay(500);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await writing).toMatchObject({ recorded: 1 });
  await doubting;
  await recordAll(admin, [answer(graph, 1, 0)]);
  const [one, other] = await storedOf(app.database, graph.people);
  expect(one!.general).toEqual(other!.general);
  expect(one!.skills).toEqual(other!.skills);
});

it('what was left to be read anew is read anew by a server that starts, and by a rebuild', async () => {
  const [first, second] = graph.questions;
  const question = keyOfGlobalId('Question', first!.id)!;
  await recordAll(admin, [answer(graph, 0, 0), answer(graph, 1, 1)]);
  const before = await storedOf(app.database, graph.people);
  await doubt(app.database, [first!, second!], true, 'left');
  expect(await storedOf(app.database, graph.people)).toEqual(before);
  expect(await undisturbed(app.database, () => rebuildEverybody(app.database))).toBe(2);
  const after = await storedOf(app.database, graph.people);
  expect(after).not.toEqual(before);

  await doubt(app.database, [first!], false, 'left');
  expect(await app.database.query(MARKED, { question })).toEqual([{ unread: 1 }]);
  const next = await startApp();
  while ((await app.database.query(MARKED, { question }))[0]!.unread > 0) await delay(50);
  await next.close();
  expect(await storedOf(app.database, graph.people)).toEqual([before[0], after[1]]);
});
