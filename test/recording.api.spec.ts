import { graphql } from './generated/gql';
import type { AnswerInput } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  answer,
  buildGraph,
  day,
  masteryOf,
  record,
  withdraw,
  withdrawal,
  type TestGraph,
} from './kit/graph';

let app: TestApp;
let admin: Client;
/** Two skills; question 0 assesses the first, 1 the second, 2 both. */
let graph: TestGraph;
let peopleUsed = 0;

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const someDay = day(30);

/** The position of a person whom no other test has used. */
const someone = () => peopleUsed++;
const known = (person: number) => masteryOf(admin, graph, person, someDay);

const PUBLISH_VERSION = graphql(`
  mutation RecordingPublishVersion($items: [QuestionInput!]!) {
    saveQuestions(items: $items) {
      questions {
        current {
          number
        }
      }
      errors {
        message
      }
    }
  }
`);

const EXPLANATION = graphql(`
  query RecordingExplanation($id: ID!, $asOf: DateTimeISO) {
    person(id: $id) {
      mastery(asOf: $asOf) {
        nodes {
          level
          explanation {
            level
            changes {
              kind
              at
              score
            }
          }
        }
      }
    }
  }
`);

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 120, skills: 2, questions: [[0], [1], [0, 1]] });
});

afterAll(() => app.close());

describe('recordAnswers', () => {
  it('acknowledges an answer as recorded, and every reader sees what it moved', async () => {
    const person = someone();
    expect(await record(admin, [answer(graph, person, 0)])).toEqual({
      recorded: 1,
      duplicates: 0,
      results: [{ index: 0, status: 'RECORDED' }],
      errors: [],
    });

    const other = await startApp();
    const seen = await masteryOf(await other.as('hr'), graph, person, someDay);
    await other.close();

    expect([...seen.keys()]).toEqual([0]);
    expect(seen.get(0)).toMatchObject({ answers: 1, lastEvidenceAt: day(0) });
    expect(seen.get(0)!.level).toBeGreaterThan(0.5);
  });

  it('moves every skill that the question assesses', async () => {
    const person = someone();
    await record(admin, [answer(graph, person, 2)]);
    const seen = await known(person);
    expect([...seen.keys()].sort()).toEqual([0, 1]);
    expect(seen.get(0)!.level).toBe(seen.get(1)!.level);
    expect(seen.get(0)!.level).toBeGreaterThan(0.5);
  });

  it('counts a fraction as that share of a right answer', async () => {
    const people = [0, 0.5, 0.75, 1].map((score) => ({ person: someone(), score }));
    await record(
      admin,
      people.map(({ person, score }) => answer(graph, person, 0, { score })),
    );
    const levels = await Promise.all(people.map(async ({ person }) => (await known(person)).get(0)!.level));
    const [none, half, most, all] = levels as [number, number, number, number];
    expect(half).toBeCloseTo(0.5, 12);
    expect(none).toBeLessThan(half);
    expect(most).toBeGreaterThan(half);
    expect(most).toBeLessThan(all);
  });

  it('puts a late answer where it belongs: the level is the one of the order in which it happened', async () => {
    const [inOrder, late] = [someone(), someone()];
    const scores = [1, 0, 1, 1, 0];
    const at = (index: number) => day(index * 3);
    await record(
      admin,
      scores.map((score, index) => answer(graph, inOrder, 0, { score, at: at(index) })),
    );
    for (const index of [4, 1, 3, 0, 2]) {
      await record(admin, [answer(graph, late, 0, { score: scores[index], at: at(index) })]);
    }
    expect(await known(late)).toEqual(await known(inOrder));

    const told = await admin.get(EXPLANATION, { id: graph.people[late]!.id, asOf: someDay });
    const [{ level, explanation }] = told.person!.mastery.nodes as [
      (typeof told.person & object)['mastery']['nodes'][number],
    ];
    const answers = explanation.changes.filter(({ kind }) => kind === 'ANSWER');
    expect(answers.map((change) => change.at)).toEqual([4, 3, 2, 1, 0].map(at));
    expect(answers.map(({ score }) => score)).toEqual([...scores].reverse());
    expect(explanation.level).toBeCloseTo(level, 9);
  });

  it('reads an answer by the version it names, and by the current one where it names none', async () => {
    const { questions, skills } = await buildGraph(admin, { skills: 2, questions: [[0]] });
    const question = questions[0]!.reference;
    const published = await admin.get(PUBLISH_VERSION, {
      items: [
        { ...question, skills: [{ source: skills[1]!.reference.source, id: skills[1]!.reference.id }] },
      ],
    });
    expect(published.saveQuestions).toEqual({ questions: [{ current: { number: 2 } }], errors: [] });

    const [first, second, current] = [someone(), someone(), someone()];
    const payload = await record(admin, [
      answer(graph, first, 0, { question, version: 1 }),
      answer(graph, second, 0, { question, version: 2 }),
      answer(graph, current, 0, { question }),
    ]);
    expect(payload.errors).toEqual([]);
    const skillsOf = async (person: number) => [
      ...(await masteryOf(admin, { ...graph, skills }, person, someDay)).keys(),
    ];
    expect(await skillsOf(first)).toEqual([0]);
    expect(await skillsOf(second)).toEqual([1]);
    expect(await skillsOf(current)).toEqual([1]);
  });

  it('takes an answer that lies ahead of the clock by no more than the skew, and shows it at once', async () => {
    const person = someone();
    const payload = await record(admin, [answer(graph, person, 0, { at: soon(4.5) })]);
    expect(payload).toMatchObject({ recorded: 1, errors: [] });
    expect((await masteryOf(admin, graph, person)).get(0)).toMatchObject({ answers: 1 });
  });
});

describe('an answer sent again', () => {
  it('is a duplicate where it says the same, and changes nothing', async () => {
    const person = someone();
    const item = answer(graph, person, 0, { response: 'b', responseMs: 900, sitting: 'monday', attempt: 1 });
    await record(admin, [item]);
    const before = await known(person);
    expect(await record(admin, [item])).toEqual({
      recorded: 0,
      duplicates: 1,
      results: [{ index: 0, status: 'DUPLICATE' }],
      errors: [],
    });
    expect(await known(person)).toEqual(before);
  });

  it('is the same however the same content is written', async () => {
    const person = someone();
    const item = answer(graph, person, 0, { at: '2026-01-01T09:00:00Z' });
    await record(admin, [item]);
    const again: AnswerInput[] = [
      { ...item, at: '2026-01-01T10:00:00.000+01:00' },
      { ...item, attempt: 1, response: null, responseMs: null, sitting: null },
      { ...item, person: { globalId: graph.people[person]!.id } },
      { ...item, question: { globalId: graph.questions[0]!.id } },
    ];
    expect(await record(admin, again)).toMatchObject({ recorded: 0, duplicates: 4, errors: [] });
  });

  it('is a duplicate within one batch', async () => {
    const person = someone();
    const item = answer(graph, person, 0);
    expect(await record(admin, [item, item, item])).toEqual({
      recorded: 1,
      duplicates: 2,
      results: [
        { index: 0, status: 'RECORDED' },
        { index: 1, status: 'DUPLICATE' },
        { index: 2, status: 'DUPLICATE' },
      ],
      errors: [],
    });
    expect((await known(person)).get(0)!.answers).toBe(1);
  });

  it('is a duplicate still when a next version of its question was published meanwhile', async () => {
    const { questions, skills } = await buildGraph(admin, { skills: 2, questions: [[0]] });
    const person = someone();
    const item = answer(graph, person, 0, { question: questions[0]!.reference });
    await record(admin, [item]);
    await admin.get(PUBLISH_VERSION, {
      items: [{ ...questions[0]!.reference, prompt: 'Asked anew?', skills: [skills[1]!.reference] }],
    });
    expect(await record(admin, [item])).toMatchObject({ recorded: 0, duplicates: 1, errors: [] });
    expect([...(await masteryOf(admin, { ...graph, skills }, person, someDay)).keys()]).toEqual([0]);
  });

  it('is the same id under another source another answer', async () => {
    const person = someone();
    const item = answer(graph, person, 0);
    await record(admin, [item]);
    expect(await record(admin, [{ ...item, source: `${graph.source}-b` }])).toMatchObject({ recorded: 1 });
    expect((await known(person)).get(0)!.answers).toBe(2);
  });

  it.each<[what: string, other: Partial<AnswerInput>]>([
    ['another score', { score: 0.5 }],
    ['another time', { at: day(1) }],
    ['another attempt', { attempt: 2 }],
    ['another response', { response: 'c' }],
    ['another response time', { responseMs: 901 }],
    ['another sitting', { sitting: 'tuesday' }],
    ['a version where it named none', { version: 1 }],
  ])('is a conflict with %s, and the first stands', async (_what, other) => {
    const person = someone();
    const item = answer(graph, person, 0, { response: 'b', responseMs: 900, sitting: 'monday' });
    await record(admin, [item]);
    const before = await known(person);
    const fresh = answer(graph, someone(), 0);
    expect(await record(admin, [{ ...item, ...other }, fresh])).toEqual({
      recorded: 1,
      duplicates: 0,
      results: [{ index: 1, status: 'RECORDED' }],
      errors: [{ index: 0, code: 'CONFLICT', message: expect.stringContaining('accepted before') }],
    });
    expect(await known(person)).toEqual(before);
  });

  it('is a conflict with another person or another question', async () => {
    const person = someone();
    const item = answer(graph, person, 0);
    await record(admin, [item]);
    const payload = await record(admin, [
      { ...item, person: graph.people[someone()]!.reference },
      { ...item, question: graph.questions[1]!.reference },
    ]);
    expect(payload.errors.map(({ index, code }) => [index, code])).toEqual([
      [0, 'CONFLICT'],
      [1, 'CONFLICT'],
    ]);
    expect([...(await known(person)).keys()]).toEqual([0]);
  });

  it('is a conflict within one batch, where what comes first stands', async () => {
    const person = someone();
    const item = answer(graph, person, 0);
    const payload = await record(admin, [item, { ...item, score: 0 }, item]);
    expect(payload).toMatchObject({
      recorded: 1,
      duplicates: 1,
      results: [
        { index: 0, status: 'RECORDED' },
        { index: 2, status: 'DUPLICATE' },
      ],
      errors: [{ index: 1, code: 'CONFLICT' }],
    });
    expect((await known(person)).get(0)!.level).toBeGreaterThan(0.5);
  });
});

describe('a bad answer is rejected by its position, and costs no other', () => {
  const nobody = { source: 'nowhere', id: 'nobody' };
  const score = /^score: must be a number from 0 to 1$/;
  const date = /^at: must be a date and time with its offset/;

  it.each<[what: string, bad: Partial<AnswerInput>, code: string, message: RegExp]>([
    ['an unknown person', { person: nobody }, 'NOT_FOUND', /^person does not exist/],
    ['an unknown question', { question: nobody }, 'NOT_FOUND', /^question does not exist/],
    ['an unknown version', { version: 7 }, 'NOT_FOUND', /^version 7 of the question does not exist/],
    ['a version that is no number', { version: 'new' }, 'INVALID', /^version: must be a whole number/],
    ['no person', { person: undefined }, 'INVALID', /^person: /],
    ['no question', { question: null }, 'INVALID', /^question: /],
    [
      'half a reference',
      { person: { id: 'a' } },
      'INVALID',
      /^person: must be \{source, id\}, or \{globalId\}/,
    ],
    ['an unfit global id', { person: { globalId: 'x' } }, 'INVALID', /^person: .* for a Person$/],
    ['a score above 1', { score: 2 }, 'INVALID', score],
    ['a score below 0', { score: -0.01 }, 'INVALID', score],
    ['a score that is a text', { score: 'x' }, 'INVALID', score],
    ['a score that is a text of a number', { score: '1' }, 'INVALID', score],
    ['a score that is a truth value', { score: true }, 'INVALID', score],
    ['a score of null', { score: null }, 'INVALID', score],
    ['no score', { score: undefined }, 'INVALID', score],
    ['a time ahead of the clock', { at: soon(6) }, 'TIME_AHEAD', /^at: .* lies ahead of the server clock/],
    ['a date in words', { at: 'yesterday' }, 'INVALID', date],
    ['a date without time', { at: '2026-01-31' }, 'INVALID', date],
    ['a time without offset', { at: '2026-01-31T09:00:00' }, 'INVALID', date],
    ['a month that is none', { at: '2026-13-01T09:00:00Z' }, 'INVALID', date],
    ['a day that is none', { at: '2026-02-30T09:00:00Z' }, 'INVALID', date],
    ['a date as a number', { at: 1_767_225_600_000 }, 'INVALID', date],
    ['no date', { at: undefined }, 'INVALID', date],
    ['no id', { id: undefined }, 'INVALID', /^id: must be a text of 1 to 200 characters/],
    ['an empty id', { id: '' }, 'INVALID', /^id: must be a text of 1 to 200 characters/],
    ['an id of 201 characters', { id: 'x'.repeat(201) }, 'INVALID', /^id: must be a text of 1 to 200/],
    ['control characters in the id', { id: 'a\u001fb' }, 'INVALID', /^id: .* without control characters$/],
    ['a line break in the source', { source: 'a\nb' }, 'INVALID', /^source: .* without control characters$/],
    ['no source', { source: null }, 'INVALID', /^source: must be a text/],
    ['attempt 0', { attempt: 0 }, 'INVALID', /^attempt: must be a whole number from 1/],
    ['half an attempt', { attempt: 1.5 }, 'INVALID', /^attempt: must be a whole number/],
    ['an attempt that is a text', { attempt: 'first' }, 'INVALID', /^attempt: must be a whole number/],
    ['a negative response time', { responseMs: -1 }, 'INVALID', /^responseMs: must be a whole number from 0/],
    ['too long a response', { response: 'x'.repeat(4_001) }, 'INVALID', /^response: .*4000 characters$/],
  ])('%s', async (_what, bad, code, message) => {
    const [before, after] = [0, 1].map(() => answer(graph, 0, 1)) as [AnswerInput, AnswerInput];
    expect(await record(admin, [before, answer(graph, 0, 1, bad), after])).toEqual({
      recorded: 2,
      duplicates: 0,
      results: [
        { index: 0, status: 'RECORDED' },
        { index: 2, status: 'RECORDED' },
      ],
      errors: [{ index: 1, code, message: expect.stringMatching(message) }],
    });
  });

  it.each(['NaN', '1e999', '[1]', '{share: 1}'])('a score written %s in the operation', async (written) => {
    const { source, people, questions } = graph;
    const { data } = await admin.ask<
      { recordAnswers: { recorded: number; errors: object[] } },
      Record<string, never>
    >(`mutation {
      recordAnswers(items: [{source: "${source}", id: "written ${written.replace(/\W/g, '')}", score: ${written},
        person: {globalId: "${people[0]!.id}"}, question: {globalId: "${questions[0]!.id}"}, at: "${day(0)}"}]) {
        recorded errors { index code message }
      }
    }`);
    expect(data!.recordAnswers).toEqual({
      recorded: 0,
      errors: [{ index: 0, code: 'INVALID', message: expect.stringMatching(score) }],
    });
  });

  it('names every fault of an item in its one message', async () => {
    const { errors } = await record(admin, [answer(graph, 0, 0, { score: 2, attempt: 0, id: undefined })]);
    expect(errors).toHaveLength(1);
    expect(errors[0]!.message).toMatch(/score: /);
    expect(errors[0]!.message).toMatch(/attempt: /);
    expect(errors[0]!.message).toMatch(/id: /);
  });

  it('takes the 990 good ones of 1,000', async () => {
    const person = someone();
    const items = Array.from({ length: 1_000 }, (_, index) =>
      answer(graph, person, index % 2, {
        at: day(index / 100),
        score: index % 100 === 42 ? 7 : index % 3 === 0 ? 0 : 1,
      }),
    );
    const payload = await record(admin, items);
    expect(payload.recorded).toBe(990);
    expect(payload.errors.map(({ index }) => index)).toEqual([
      42, 142, 242, 342, 442, 542, 642, 742, 842, 942,
    ]);
    expect(payload.results.map(({ index }) => index)).toEqual(
      items.flatMap((_, index) => (index % 100 === 42 ? [] : [index])),
    );
    const seen = await known(person);
    expect(seen.get(0)!.answers + seen.get(1)!.answers).toBe(990);
  });

  it('is the whole request only where it holds more than 1,000, and then nothing of it lands', async () => {
    const person = someone();
    const { data, errors } = await admin.ask(
      'mutation ($items: [AnswerInput!]!) { recordAnswers(items: $items) { recorded } }',
      { items: Array.from({ length: 1_001 }, () => answer(graph, person, 0)) },
    );
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([
      {
        extensions: { code: 'BAD_INPUT' },
        path: ['recordAnswers'],
        message: expect.stringContaining('1001'),
      },
    ]);
    expect(errors![0]!.message).toContain('send it in parts');
    expect(await known(person)).toEqual(new Map());
  });

  it.each<[what: string, items: unknown, place: string]>([
    ['items that are a text', 'answers', 'items'],
    ['an item that is null', [null], 'items[0]'],
    ['a field that answers do not have', [{ skill: 'x' }], 'items[0]'],
    ['a person that is a text', [{ person: 'x' }], 'items[0].person'],
  ])('is the whole request where its structure is broken: %s', async (_what, items, place) => {
    const { status, errors } = await admin.ask(
      'mutation ($items: [AnswerInput!]!) { recordAnswers(items: $items) { recorded } }',
      { items },
    );
    expect(status).toBe(400);
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining(place) },
    ]);
  });
});

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
    expect((await known(person)).get(0)!.answers).toBe(2);
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
