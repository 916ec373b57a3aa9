import type { AnswerInput } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, day, masteryOf, record, soon, type TestGraph } from './kit/graph';

let app: TestApp;
let admin: Client;
/** Two skills; question 0 assesses the first, 1 the second, 2 both. */
let graph: TestGraph;
/** Person 0 is the one of the tables below. */
let peopleUsed = 1;

const someDay = day(30);

/** The position of a person whom no other test has used. */
const someone = () => peopleUsed++;
const known = (person: number) => masteryOf(admin, graph, person, someDay);

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 10, skills: 2, questions: [[0], [1], [0, 1]] });
});

afterAll(() => app.close());

describe('a bad answer is rejected by its position, and costs no other', () => {
  const nobody = { source: 'nowhere', id: 'nobody' };
  const score = /^score: must be a number from 0 to 1$/;
  const date = /^at: must be a date and time with its offset/;

  it.each<[what: string, bad: Partial<AnswerInput>, code: string, message: RegExp]>([
    ['an unknown person', { person: nobody }, 'NOT_FOUND', /^person does not exist/],
    ['an unknown question', { question: nobody }, 'NOT_FOUND', /^question does not exist/],
    ['an unknown version', { version: 7 }, 'NOT_FOUND', /^version: version 7 of the question does not exist/],
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
    ['half a character in the id', { id: 'a\ud800b' }, 'INVALID', /^id: .* half a character/],
    ['half a character in the response', { response: '\udfff' }, 'INVALID', /^response: .* half a char/],
    ['no person', { person: undefined }, 'INVALID', /^person: must be \{source, id\}, or \{globalId\}/],
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
    expect(seen.get(0)!.answerCount + seen.get(1)!.answerCount).toBe(990);
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
