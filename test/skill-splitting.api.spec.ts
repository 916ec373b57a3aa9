import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, day, masteryOf, recordAll } from './kit/graph';
import { rebuildEverybody } from './kit/stored';
import { SPLIT_SKILL } from './kit/merging-operations';
import { SAVE_QUESTIONS } from './kit/operations';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';
import { reference } from './kit/merged-skills';

let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
beforeAll(async () => {
  own = await openEmptiedDatabase();
  app = await startApp({ SKILLWAKE_SWITCH_PATIENCE_SECONDS: '0' }, own.address);
  admin = await app.as('admin');
});
afterAll(async () => {
  await app.close();
  await own.close();
});

async function split(...items: object[]) {
  return (await admin.get(SPLIT_SKILL, { items: items as never })).splitSkills;
}

it('a question that is moved takes all its versions and the answers to them along, and what it did not assess stays', async () => {
  const graph = await buildGraph(admin, { people: 1, skills: 3, questions: [[0], [0, 2], [0]] });
  const moved = graph.questions[1]!.reference;
  await recordAll(
    admin,
    [0, 1, 2].map((question) => answer(graph, 0, question)),
  );
  await admin.get(SAVE_QUESTIONS, { items: [{ ...moved, prompt: 'Another way to ask?' }] });
  await recordAll(admin, [answer(graph, 0, 1, { at: day(1) })]);
  const item = { skill: reference(graph, 0), part: reference(graph, 1), question: moved };
  expect(await split(item)).toMatchObject({ run: { state: 'DONE' }, errors: [] });
  const known = await masteryOf(admin, graph, 0, day(300));
  expect([...known].map(([skill, { answerCount }]) => [skill, answerCount]).sort()).toEqual([
    [0, 2],
    [1, 2],
    [2, 2],
  ]);
  // A next version goes by what its last one assesses.
  await admin.get(SAVE_QUESTIONS, { items: [{ ...moved, prompt: 'A third way?' }] });
  await recordAll(admin, [answer(graph, 0, 1, { at: day(2) })]);
  expect((await masteryOf(admin, graph, 0, day(300))).get(1)!.answerCount).toBe(3);
  expect(await rebuildEverybody(app.database)).toBe(0);
});
