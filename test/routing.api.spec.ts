import { startApp, type TestApp } from './kit/app';
import { answer, buildGraph, masteryOf, record } from './kit/graph';
import { testDatabaseAddress } from './kit/worker-database';

let apps: TestApp[];

beforeAll(async () => {
  const address = await testDatabaseAddress();
  const routed = { ...address, uri: address.uri.replace(/^bolt:/, 'neo4j:') };
  apps = [await startApp({}, routed), await startApp({}, routed)];
});
afterAll(() => Promise.all(apps.map((app) => app.close())));

it('through a routing address each server reads at once what itself and others have written', async () => {
  const [one, other] = await Promise.all(apps.map((app) => app.as('admin')));
  const graph = await buildGraph(one!, { people: 1, skills: 1, questionsPerSkill: 5 });
  for (let question = 0; question < 5; question++) {
    const payload = await record(question % 2 === 0 ? one! : other!, [answer(graph, 0, question)]);
    expect(payload).toMatchObject({ recorded: 1, errors: [] });
    for (const reader of [one!, other!])
      expect((await masteryOf(reader, graph, 0)).get(0)?.answerCount).toBe(question + 1);
  }
});
