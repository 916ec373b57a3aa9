import { statement } from '../src/graph/driver/statement';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, day, record, withdraw, withdrawal, type TestGraph } from './kit/graph';
import { SAVE_PEOPLE } from './kit/operations';

const NOTES = statement<{ token: string }>(
  'test.notesOfAttempts',
  `MATCH (attempt:Attempt) RETURN attempt.token AS token ORDER BY token`,
  'there are few',
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
