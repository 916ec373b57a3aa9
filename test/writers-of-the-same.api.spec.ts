import { setTimeout as delay } from 'node:timers/promises';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, day, record } from './kit/graph';
import { holding, storedOf } from './kit/stored';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

describe('requests that record answers of the same people at a time', () => {
  it('are written together, and each is told of its own', async () => {
    const [graph, twin] = [
      await buildGraph(admin, { people: 2, skills: 1, questionsPerSkill: 2 }),
      await buildGraph(admin, { people: 2, skills: 1, questionsPerSkill: 2 }),
    ];
    const items = Array.from({ length: 8 }, (_, index) =>
      answer(graph, index % 2, index % 2, { score: index / 7, at: day((index * 5) % 8) }),
    );
    const [first, ...rest] = items as [(typeof items)[0], ...typeof items];
    const batches = [
      [first],
      rest.slice(0, 3),
      [{ ...first, score: 0.3 }, rest[3]!],
      [rest[2]!, { ...rest[4]!, score: 7 }],
      rest.slice(4),
    ];
    // In an object: the transaction must not wait for what waits for it.
    const { held } = await holding(app.database, graph.people, async () => {
      app.forget();
      const sent: ReturnType<typeof record>[] = [];
      for (const batch of batches) {
        sent.push(record(admin, batch));
        await delay(150);
      }
      return { held: Promise.all(sent) };
    });
    const told = (await held).map(({ recorded, duplicates, errors }) => ({
      recorded,
      duplicates,
      errors: errors.map(({ index, code }) => [index, code]),
    }));
    expect(told).toEqual([
      { recorded: 1, duplicates: 0, errors: [] },
      { recorded: 3, duplicates: 0, errors: [] },
      { recorded: 1, duplicates: 0, errors: [[0, 'CONFLICT']] },
      { recorded: 0, duplicates: 1, errors: [[1, 'INVALID']] },
      { recorded: 3, duplicates: 0, errors: [] },
    ]);
    expect(app.statements.filter((name) => name === 'evidence.writeAnswers')).toHaveLength(2);
    const alike = items.map((item, index) => ({
      ...answer(twin, index % 2, index % 2),
      ...{ id: item.id, score: item.score, at: item.at },
    }));
    for (const item of alike) await record(admin, [item]);
    const [stored, oneByOne] = [
      await storedOf(app.database, graph.people),
      await storedOf(app.database, twin.people),
    ];
    const figures = ({ general, skills }: (typeof stored)[0]) => [general, skills.map(([, edge]) => edge)];
    expect(stored.map(figures)).toEqual(oneByOne.map(figures));
  });
});
