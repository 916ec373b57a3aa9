import { startApp, type TestApp } from './kit/app';
import { AskedCourse } from './kit/asked-course';
import type { Client } from './kit/client';
import { day, withdraw, withdrawal } from './kit/graph';
import { FAILURES, FAILURES_OF_PARTS, KEYS_AMONG_RESPONSES } from './kit/outcomes-operations';
import { SAVE_QUESTIONS } from './kit/operations';

let app: TestApp;
let admin: Client;
let author: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  author = await app.as('author');
});
afterAll(() => app.close());

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place);
const failures = async (client: Client, id: string, cut: object = {}) =>
  (await client.get(FAILURES, { id, ...cut })).module!.failureRate;
const partsOf = async (client: Client, id: string, team?: string) =>
  (await client.get(FAILURES_OF_PARTS, { id, ...(team !== undefined && { team }) })).module!.current!;

describe('how many first answers are wrong', () => {
  it('is shown from five people on and by five people more, and at once to who may see everybody', async () => {
    const own = await AskedCourse.build(admin, { people: 10 });
    const wrong = (person: number) => ({ score: person % 2 });
    await own.answered(range(0, 4), [0, 1], wrong);
    expect(await failures(author, own.module)).toEqual({
      __typename: 'Withheld',
      reason: 'Of the answers there those of fewer than 5 people can be shown: too few to say anything of.',
    });
    expect(await failures(admin, own.module)).toMatchObject({ people: 4, answers: 8, failed: 4, rate: 0.5 });
    await own.answered([4], [0, 1], wrong);
    const five = { people: 5, answers: 10, failed: 6, rate: 0.6 };
    expect(await failures(author, own.module)).toMatchObject({
      ...five,
      summary: expect.stringMatching(
        /^60 % of 10 first answers by 5 people were wrong [(]likely between \d+ % and \d+ %[)], /,
      ),
    });
    await own.answered(range(5, 9), [0, 1], wrong);
    expect(await failures(author, own.module)).toMatchObject(five);
    expect(await failures(admin, own.module)).toMatchObject({ people: 9, answers: 18 });
    await own.answered([9], [0, 1], wrong);
    for (const client of [author, admin, await app.as('hr'), await app.as('lead', own.graph.people[0]!.id)])
      expect(await failures(client, own.module)).toMatchObject({ people: 10, answers: 20, failed: 10 });
  });

  it('counts the first attempt of everybody, and no answer that was withdrawn', async () => {
    const own = await AskedCourse.build(admin, { people: 7, questionsPerSkill: 1 });
    const [first] = await own.answered(range(0, 7), [0], () => ({ score: 0 }));
    await own.answered([1, 2], [0], () => ({ score: 1, attempt: 2, at: day(1) }));
    expect(await failures(author, own.module)).toMatchObject({ answers: 7, failed: 7, rate: 1, high: 1 });
    await withdraw(admin, [withdrawal(first!)]);
    expect(await failures(author, own.module)).toMatchObject({ people: 6, answers: 6, failed: 6 });
  });

  it('is cut by team, with teams within it, and by section', async () => {
    const own = await AskedCourse.build(admin, { people: 11, red: 5, skills: 2 });
    const { red, all } = own.teams;
    await own.answered(range(0, 11), [0, 1, 2, 3], (person, question) => ({
      score: person < 5 && question > 1 ? 0 : 1,
    }));
    const cut = (given: object) => failures(author, own.module, given);
    expect(await cut({ team: red })).toMatchObject({ people: 5, answers: 20, failed: 10 });
    expect(await cut({ team: all })).toMatchObject({ people: 11, answers: 44, failed: 10 });
    expect(await cut({ team: red, section: 'Section 1' })).toMatchObject({
      ...{ answers: 10, failed: 10, rate: 1 },
      sections: [
        {
          ...{ section: 'Section 1', page: { number: 2 }, people: 5, rate: 1 },
          summary: expect.stringContaining('Section 1 (page 2, first 1): 100 % of 10 first answers'),
        },
      ],
    });
    expect(await cut({ section: 'Nowhere' })).toEqual({
      __typename: 'Withheld',
      reason: 'No question is asked there.',
    });
    const pages = (await partsOf(author, own.module, red)).pages.nodes;
    expect(pages.map(({ failureRate }) => failureRate)).toMatchObject([{ failed: 0 }, { failed: 10 }]);
    const unknown = await author.ask(FAILURES, { id: own.module, team: own.module });
    expect(unknown.errors).toMatchObject([
      { extensions: { code: 'BAD_INPUT' }, message: expect.stringContaining('team: no team has') },
    ]);
  });

  it('is of what a revision was answered in: the one that its person began last', async () => {
    const own = await AskedCourse.build(admin, { people: 10 });
    await own.answered(range(0, 5), [0, 1], () => ({ score: 0, at: new Date().toISOString() }));
    await own.publish('second');
    await own.answered(range(5, 10), [0, 1], () => ({ at: new Date().toISOString() }));
    const of = (revision: number | null) => failures(author, own.module, { revision });
    expect(await of(1)).toMatchObject({ people: 5, rate: 1 });
    expect(await of(2)).toMatchObject({ people: 5, rate: 0 });
    expect(await of(null)).toMatchObject({ people: 5, rate: 0 });
    const { nodes } = (await partsOf(author, own.module)).pages;
    expect(nodes[0]!.questions.nodes[0]!.version.failureRate).toMatchObject({ people: 10, rate: 0.5 });
    const { errors } = await author.ask(FAILURES, { id: own.module, revision: 7 });
    expect(errors).toMatchObject([{ message: expect.stringContaining('has no revision 7') }]);
  });

  it('is refused to learners', async () => {
    const own = await AskedCourse.build(admin, { people: 1 });
    const learner = await app.as('person', own.graph.people[0]!.id);
    const { errors } = await learner.ask(FAILURES, { id: own.module });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('a question among the others', () => {
  it('shows how it tells apart who is good at them, what was answered and how long it took', async () => {
    const own = await AskedCourse.build(admin, { people: 15, questionsPerSkill: 4 });
    const { skills, questions } = own.graph;
    const saved = await admin.get(SAVE_QUESTIONS, {
      items: [
        {
          ...{ ...questions[0]!.reference, prompt: 'Which?', answerKey: 'A', options: ['A', 'B', 'C'] },
          skills: [skills[0]!.reference],
        },
      ],
    });
    expect(saved.saveQuestions.errors).toEqual([]);
    await own.publish('with options');
    // The first five know nothing, the last five everything but the first question, which has another key for them.
    const responseOf = (person: number) => (person < 5 ? 'B' : person < 10 ? 'A' : 'C');
    await own.answered(range(0, 15), [0, 1, 2, 3], (person, question) => ({
      at: new Date(Date.now() + question).toISOString(),
      ...(question === 0
        ? {
            response: person === 14 ? null : responseOf(person),
            score: person >= 5 && person < 10 ? 1 : 0,
            responseMs: 1_000 * (person + 1),
          }
        : { score: person >= 10 || (person >= 5 && question > 1) ? 1 : 0 }),
    }));
    const ofQuestion = async (client: Client) => {
      const { nodes } = (await partsOf(client, own.module)).pages;
      return nodes[0]!.questions.nodes[0]!.version.failureRate;
    };
    const expected = {
      ...{ people: 15, answers: 15, failed: 10, rate: 0.67, omissions: 0.07 },
      ...{ difficulty: expect.any(Number), discrimination: 1, expectedRate: expect.any(Number) },
      ...{ firstQuartileSeconds: 5, medianSeconds: 8, thirdQuartileSeconds: 12 },
      responses: [
        { response: 'A', share: 0.33, lowestThird: 0, middleThird: 1, highestThird: 0 },
        { response: 'B', share: 0.33, lowestThird: 1, middleThird: 0, highestThird: 0 },
        { response: 'C', share: 0.27, lowestThird: 0, middleThird: 0, highestThird: 0.8 },
      ],
      restCorrelation: expect.closeTo(0.14, 1),
    };
    expect(await ofQuestion(author)).toMatchObject(expected);
    expect(await ofQuestion(admin)).toMatchObject({ rate: 10 / 15, firstQuartileSeconds: 4.5 });
    const keys = await author.get(KEYS_AMONG_RESPONSES, { id: own.module });
    expect(keys.module!.current!.pages.nodes[0]!.questions.nodes[0]!.version.failureRate).toEqual({
      responses: [
        { response: 'A', isKey: true },
        { response: 'B', isKey: false },
        { response: 'C', isKey: false },
      ],
    });
    const { errors } = await (await app.as('hr')).ask(KEYS_AMONG_RESPONSES, { id: own.module });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('is read by as many statements as ten of them', async () => {
    const own = await AskedCourse.build(admin, { people: 1, skills: 2, questionsPerSkill: 5 });
    const few = await AskedCourse.build(admin, { people: 1, questionsPerSkill: 1 });
    const statementsFor = async ({ module }: AskedCourse) => {
      app.forget();
      await partsOf(admin, module);
      return app.statements.length;
    };
    expect(await statementsFor(own)).toBe(await statementsFor(few));
  });
});
