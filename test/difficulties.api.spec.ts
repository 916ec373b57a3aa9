import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import { skillsOf, told } from './kit/catalogue';
import type { Client } from './kit/client';
import { answer, buildGraph, recordAll, uniqueSource, type Reference } from './kit/graph';
import { SAVE_QUESTIONS } from './kit/operations';

const SAVE_DIFFICULTIES = graphql(`
  mutation SaveDifficulties($items: [DifficultyInput!]!) {
    saveDifficulties(items: $items) {
      done
      errors {
        index
        code
        message
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
let source: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
beforeEach(() => (source = uniqueSource()));
afterAll(() => app.close());

const named = (id: string): Reference => ({ source, id });

describe('difficulties', () => {
  const state = async (...items: object[]) =>
    (await admin.get(SAVE_DIFFICULTIES, { items: items as never })).saveDifficulties;

  it('are IN_USE once answers were read with them, where they would change', async () => {
    const graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 2, source });
    const [asked, open] = graph.questions.map(({ reference }) => reference);
    const skill = graph.skills[0]!.reference;
    expect(await state({ question: asked, difficulty: 1 }, { skill, difficulty: 0.5 })).toEqual({
      done: 2,
      errors: [],
    });
    expect(await state({ question: asked, difficulty: 1.5 })).toMatchObject({ done: 1 });
    await recordAll(admin, [answer(graph, 0, 0)]);
    const { done, errors } = await state(
      { question: asked, difficulty: 1 },
      { skill, difficulty: 0.6 },
      { question: open, difficulty: -3 },
    );
    expect(done).toBe(1);
    expect(errors.map(({ index, code }) => [index, code])).toEqual([
      [0, 'IN_USE'],
      [1, 'IN_USE'],
    ]);
    const stated = await state({ question: asked, difficulty: 1.5 }, { skill, difficulty: 0.5 });
    expect(stated).toEqual({ done: 2, errors: [] });
  });

  it('are accepted as stated although another item of the batch would change them', async () => {
    const graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1, source });
    const question = graph.questions[0]!.reference;
    await state({ question, difficulty: 1 });
    await recordAll(admin, [answer(graph, 0, 0)]);
    const { done } = await state({ question, difficulty: 2 }, { question, difficulty: 1 });
    expect(done).toBe(1);
  });

  it('stay open for the next version of an answered question', async () => {
    const graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1, source });
    const question = graph.questions[0]!.reference;
    await recordAll(admin, [answer(graph, 0, 0)]);
    await admin.get(SAVE_QUESTIONS, { items: [{ ...question, prompt: 'Asked anew?' }] });
    const { errors } = await state(
      { question, version: 1, difficulty: 1 },
      { question, version: 2, difficulty: 1 },
      { question, difficulty: 1 },
    );
    expect(errors.map(({ index, code }) => [index, code])).toEqual([[0, 'IN_USE']]);
  });

  it('name bad items', async () => {
    await skillsOf(admin, source, 'a');
    const { errors } = await state(
      { skill: named('a'), difficulty: 11 },
      { difficulty: 1 },
      { skill: named('nowhere'), difficulty: 1 },
      { question: named('nowhere'), difficulty: 1 },
      { skill: named('a') },
      { skill: named('a'), difficulty: 2 },
    );
    expect(told(errors)).toEqual([
      '0 INVALID difficulty',
      '1 INVALID give',
      '2 NOT_FOUND skill',
      '3 NOT_FOUND question',
      '4 INVALID difficulty',
    ]);
  });
});
