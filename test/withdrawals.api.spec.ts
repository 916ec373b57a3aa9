import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  answer,
  buildGraph,
  day,
  masteryOf,
  record,
  soon,
  withdraw,
  withdrawal,
  type TestGraph,
} from './kit/graph';

let app: TestApp;
let admin: Client;
/** Two skills; question 0 assesses the first, 1 the second, 2 both. */
let graph: TestGraph;
let peopleUsed = 0;

const someDay = day(30);

/** The position of a person whom no other test has used. */
const someone = () => peopleUsed++;
const known = (person: number) => masteryOf(admin, graph, person, someDay);

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 40, skills: 2, questions: [[0], [1], [0, 1]] });
});

afterAll(() => app.close());

describe('withdrawAnswers', () => {
  const acknowledged = {
    recorded: 1,
    duplicates: 0,
    results: [{ index: 0, status: 'RECORDED' }],
    errors: [],
  };

  it('leaves no trace of an answer in levels, wherever it stood', async () => {
    const never = someone();
    const scores = [1, 0, 1];
    await record(
      admin,
      [0, 2].map((index) => answer(graph, never, 2, { at: day(index), score: scores[index] })),
    );
    await record(admin, [answer(graph, never, 2, { at: day(5), score: 0 })]);

    for (const at of [-1, 1, 6]) {
      const person = someone();
      const wrong = answer(graph, person, 2, { at: day(at), score: 0.2 });
      await record(admin, [wrong]);
      await record(
        admin,
        [0, 2].map((index) => answer(graph, person, 2, { at: day(index), score: scores[index] })),
      );
      expect(await withdraw(admin, [withdrawal(wrong)])).toEqual(acknowledged);
      await record(admin, [answer(graph, person, 2, { at: day(5), score: 0 })]);
      expect(await known(person)).toEqual(await known(never));
    }
  });

  it('makes a skill unknown again when nothing is left for it', async () => {
    const person = someone();
    const only = answer(graph, person, 1);
    await record(admin, [answer(graph, person, 0), only]);
    await withdraw(admin, [withdrawal(only)]);
    expect([...(await known(person)).keys()]).toEqual([0]);
  });

  it('holds for an answer that comes after it', async () => {
    const person = someone();
    const item = answer(graph, person, 0);
    expect(await withdraw(admin, [withdrawal(item)])).toEqual(acknowledged);
    expect(await record(admin, [item])).toEqual(acknowledged);
    expect(await known(person)).toEqual(new Map());
    expect(await record(admin, [item])).toMatchObject({ recorded: 0, duplicates: 1 });
    expect((await record(admin, [{ ...item, score: 0 }])).errors).toMatchObject([{ code: 'CONFLICT' }]);
    expect(await known(person)).toEqual(new Map());
  });

  it('costs other answers of the same batch nothing', async () => {
    const person = someone();
    const items = [0, 1, 2].map(() => answer(graph, person, 0));
    await withdraw(admin, [withdrawal(items[1]!)]);
    expect(await record(admin, items)).toMatchObject({ recorded: 3, errors: [] });
    expect((await known(person)).get(0)!.answerCount).toBe(2);
  });

  it('keeps the answer on record: sent again it is a duplicate and counts no more', async () => {
    const person = someone();
    const item = answer(graph, person, 0);
    await record(admin, [item]);
    await withdraw(admin, [withdrawal(item)]);
    expect(await record(admin, [item])).toMatchObject({ recorded: 0, duplicates: 1, errors: [] });
    expect(await known(person)).toEqual(new Map());
  });

  it('is a duplicate the second time, in another batch or the same', async () => {
    const item = answer(graph, someone(), 0);
    await record(admin, [item]);
    expect(await withdraw(admin, [withdrawal(item), withdrawal(item)])).toMatchObject({
      recorded: 1,
      duplicates: 1,
    });
    expect(await withdraw(admin, [withdrawal(item)])).toEqual({
      recorded: 0,
      duplicates: 1,
      results: [{ index: 0, status: 'DUPLICATE' }],
      errors: [],
    });
  });

  it('is a conflict where the second gives another reason', async () => {
    const item = answer(graph, someone(), 0);
    await withdraw(admin, [withdrawal(item, { reason: 'The key was wrong.' })]);
    expect(await withdraw(admin, [withdrawal(item, { reason: 'Copied.' })])).toMatchObject({
      recorded: 0,
      errors: [{ index: 0, code: 'CONFLICT' }],
    });
  });

  it('accepts what no answer ever follows', async () => {
    expect(await withdraw(admin, [withdrawal({ source: graph.source, id: 'never sent' })])).toEqual(
      acknowledged,
    );
  });

  it('rejects a bad one by its position, and costs no other', async () => {
    const item = answer(graph, someone(), 0);
    const payload = await withdraw(admin, [
      withdrawal(item, { at: 'today' }),
      withdrawal(item, { at: soon(6) }),
      withdrawal({ source: graph.source }),
      withdrawal(item),
    ]);
    expect(payload).toMatchObject({
      recorded: 1,
      results: [{ index: 3, status: 'RECORDED' }],
      errors: [
        { index: 0, code: 'INVALID', message: expect.stringMatching(/^at: /) },
        { index: 1, code: 'TIME_AHEAD', message: expect.stringMatching(/^at: /) },
        { index: 2, code: 'INVALID', message: expect.stringMatching(/^id: /) },
      ],
    });
  });

  it('moves nobody else', async () => {
    const [person, other] = [someone(), someone()];
    const item = answer(graph, person, 0);
    await record(admin, [item, answer(graph, other, 0)]);
    const before = await known(other);
    await withdraw(admin, [withdrawal(item)]);
    expect(await known(other)).toEqual(before);
  });
});
