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
  soon,
  type Reference,
  type TestGraph,
} from './kit/graph';
import { SAVE_QUESTIONS } from './kit/operations';

let app: TestApp;
let admin: Client;
/** Two skills; question 0 assesses the first, 1 the second, 2 both. */
let graph: TestGraph;
let peopleUsed = 0;

const someDay = day(30);

/** The position of a person whom no other test has used. */
const someone = () => peopleUsed++;
const known = (person: number) => masteryOf(admin, graph, person, someDay);

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
  graph = await buildGraph(admin, { people: 80, skills: 2, questions: [[0], [1], [0, 1]] });
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
    expect(seen.get(0)).toMatchObject({ answerCount: 1, lastEvidenceAt: day(0) });
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
    // What it tells is nothing; practice adds a little.
    expect(half).toBeCloseTo(0.5, 2);
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
    const [{ level, explanation }] = told.person!.mastery!.nodes as [
      ((typeof told.person & object)['mastery'] & object)['nodes'][number],
    ];
    const answers = explanation.changes.filter(({ kind }) => kind === 'ANSWER');
    expect(answers.map((change) => change.at)).toEqual([4, 3, 2, 1, 0].map(at));
    expect(answers.map(({ score }) => score)).toEqual([...scores].reverse());
    expect(explanation.level).toBeCloseTo(level, 9);
  });

  it('never takes a question whose id ends in a number for a version of another', async () => {
    const { source, skills } = await buildGraph(admin, { skills: 2 });
    const [one, other] = ['q', 'q 1'].map((id) => ({ source, id })) as [Reference, Reference];
    const items = [one, other].map((named, index) => ({
      ...named,
      prompt: named.id,
      skills: [skills[index]!.reference],
    }));
    expect((await admin.get(SAVE_QUESTIONS, { items })).saveQuestions.errors).toEqual([]);
    const [first, second] = [someone(), someone()];
    const { recorded } = await record(admin, [
      answer(graph, first, 0, { question: one, version: 1 }),
      answer(graph, second, 0, { question: other }),
    ]);
    expect(recorded).toBe(2);
    const skillsOf = async (person: number) => [
      ...(await masteryOf(admin, { ...graph, skills }, person, someDay)).keys(),
    ];
    expect([await skillsOf(first), await skillsOf(second)]).toEqual([[0], [1]]);
  });

  it('reads an answer by the version it names, and by the current one where it names none', async () => {
    const { questions, skills } = await buildGraph(admin, { skills: 2, questions: [[0]] });
    const question = questions[0]!.reference;
    const published = await admin.get(SAVE_QUESTIONS, {
      items: [
        { ...question, skills: [{ source: skills[1]!.reference.source, id: skills[1]!.reference.id }] },
      ],
    });
    expect(published.saveQuestions).toMatchObject({ questions: [{ current: { number: 2 } }], errors: [] });

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
    expect((await masteryOf(admin, graph, person)).get(0)).toMatchObject({ answerCount: 1 });
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
    expect((await known(person)).get(0)!.answerCount).toBe(1);
  });

  it('is a duplicate still when a next version of its question was published meanwhile', async () => {
    const { questions, skills } = await buildGraph(admin, { skills: 2, questions: [[0]] });
    const person = someone();
    const item = answer(graph, person, 0, { question: questions[0]!.reference });
    await record(admin, [item]);
    await admin.get(SAVE_QUESTIONS, {
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
    expect((await known(person)).get(0)!.answerCount).toBe(2);
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
