import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, day, masteryOf, recordAll, type TestGraph } from './kit/graph';
import { SAVE_QUESTIONS } from './kit/operations';

const NEXT = graphql(`
  query NextQuestions($person: ID!, $skill: ID!, $first: Int) {
    nextQuestions(person: $person, skill: $skill, first: $first) {
      version {
        number
        prompt
        question {
          id
        }
      }
      probability
      expectedWidth
      narrowing
      repeated
      summary
    }
  }
`);
const STATE = graphql(`
  mutation NextQuestionsDifficulties($items: [DifficultyInput!]!) {
    saveDifficulties(items: $items) {
      errors {
        message
      }
    }
  }
`);
const ARCHIVE = graphql(`
  mutation NextQuestionsArchive($items: [ReferenceInput!]!) {
    deleteQuestions(items: $items) {
      results {
        status
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

async function next(graph: TestGraph, person: number, skill = 0, first = 200, client = admin) {
  const asked = { person: graph.people[person]!.id, skill: graph.skills[skill]!.id, first };
  const { nextQuestions } = await client.get(NEXT, asked);
  return nextQuestions!.map(({ version, ...told }) => ({
    ...told,
    version: version.number,
    question: graph.questions.findIndex(({ id }) => id === version.question.id),
  }));
}

async function state(graph: TestGraph, difficulties: readonly number[]): Promise<void> {
  const items = difficulties.map((difficulty, index) => ({
    ...{ question: graph.questions[index]!.reference, difficulty },
  }));
  expect((await admin.get(STATE, { items })).saveDifficulties.errors).toEqual([]);
}

/** By what the first calibration says of people of whom nothing is known: the ability varies by 2 squared logits. */
const widthOfPrior = 0.822;

describe('the next questions', () => {
  it('are those whose answers would tell the most, also of somebody of whom nothing is known', async () => {
    const graph = await buildGraph(admin, { people: 1, skills: 2, questions: [[0], [0], [0], [0, 1], [1]] });
    await state(graph, [2.5, 0, -1, 0, 0]);
    const told = await next(graph, 0);
    expect(told.map(({ question }) => question)).toEqual([1, 2, 3, 0]);
    for (const { expectedWidth, narrowing, probability, repeated } of told) {
      expect(narrowing).toBeGreaterThan(0);
      expect(expectedWidth + narrowing).toBeCloseTo(widthOfPrior, 3);
      expect(probability).toBeGreaterThan(0.1);
      expect(repeated).toBe(false);
    }
    const [best, easy] = told;
    expect(best!.probability).toBeCloseTo(0.5, 1);
    expect(easy!.probability).toBeGreaterThan(0.6);
    expect(best!.summary).toBe(
      `A right answer is expected with probability 50 %; once it is answered, the interval is expected to be ${(100 * best!.expectedWidth).toFixed(1)} points wide instead of 82.2.`,
    );
    expect(await next(graph, 0, 0, 2)).toEqual(told.slice(0, 2));
  });

  it('begin from the interval that mastery tells, and leave out what was answered while something new is left', async () => {
    const graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 3 });
    await recordAll(admin, [answer(graph, 0, 0, { at: day(1) })]);
    const told = await next(graph, 0);
    expect(told.map(({ question }) => question).sort()).toEqual([1, 2]);
    const { low, high } = (await masteryOf(admin, graph, 0)).get(0)!;
    expect(told[0]!.expectedWidth + told[0]!.narrowing).toBeCloseTo(high - low, 6);
    // Of equal questions, by id.
    expect(told.map(({ expectedWidth }) => expectedWidth)).toEqual([
      told[0]!.expectedWidth,
      told[0]!.expectedWidth,
    ]);

    await recordAll(admin, [answer(graph, 0, 1, { at: day(2) })]);
    const [last] = await next(graph, 0);
    await recordAll(admin, [answer(graph, 0, 2, { at: day(3), score: 0 })]);
    const again = await next(graph, 0);
    expect(again.map(({ question }) => question).sort()).toEqual([0, 1, 2]);
    for (const { repeated, narrowing } of again) {
      expect(repeated).toBe(true);
      expect(narrowing).toBeLessThan(last!.narrowing);
    }
  });

  it('are in their current version, and none that is archived', async () => {
    const graph = await buildGraph(admin, { people: 1, skills: 2, questions: [[0], [0], [0]] });
    const [moved, revised, archived] = graph.questions.map(({ reference }) => reference);
    const skill = (position: number) => graph.skills[position]!.reference;
    await recordAll(admin, [answer(graph, 0, 2, { at: day(1) })]);
    await admin.get(SAVE_QUESTIONS, {
      items: [
        { ...moved!, prompt: 'Of the other skill now?', skills: [skill(1)] },
        { ...revised!, prompt: 'Asked in other words?', skills: [skill(0)] },
      ],
    });
    await admin.get(ARCHIVE, { items: [archived!] });
    expect((await next(graph, 0)).map(({ question, version }) => [question, version])).toEqual([[1, 2]]);
  });

  it('are shown to the person and to who sees them, with a clear word to everybody else', async () => {
    const graph = await buildGraph(admin, { people: 2, skills: 1, questionsPerSkill: 1 });
    const [person, skill] = [graph.people[0]!.id, graph.skills[0]!.id];
    expect(await next(graph, 0, 0, 1, await app.as('person', person))).toHaveLength(1);
    expect(await next(graph, 0, 0, 1, await app.as('hr'))).toHaveLength(1);
    const other = await app.as('person', graph.people[1]!.id);
    const refused = async (client: Client, given: object, code: string, word: string) => {
      const { errors } = await client.ask(NEXT, { person, skill, ...given });
      expect([errors![0]!.extensions.code, errors![0]!.message]).toEqual([
        code,
        expect.stringContaining(word),
      ]);
    };
    await refused(other, {}, 'FORBIDDEN', 'not yours to see');
    await refused(other, { person: skill }, 'FORBIDDEN', 'not yours to see');
    await refused(await app.as('author'), {}, 'FORBIDDEN', 'Query.nextQuestions');
    await refused(admin, { person: skill }, 'BAD_INPUT', `person: nobody has the global id "${skill}"`);
    await refused(admin, { skill: person }, 'BAD_INPUT', `skill: no skill has the global id "${person}"`);
    await refused(admin, { first: 0 }, 'BAD_INPUT', 'first must be a whole number from 1 to 200');
  });

  it('cost the same statements however many questions and answers there are', async () => {
    const counts: string[][] = [];
    for (const size of [1, 60]) {
      const graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: size + 1 });
      await recordAll(
        admin,
        Array.from({ length: size }, (_, index) => answer(graph, 0, index, { at: day(index / 9) })),
      );
      app.forget();
      await next(graph, 0);
      counts.push([...app.statements].sort());
    }
    expect(counts[1]).toEqual(counts[0]);
  });
});
