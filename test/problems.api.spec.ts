import { startApp, type TestApp } from './kit/app';
import { idOfModule } from './kit/capture';
import type { Client } from './kit/client';
import { answerAll, DISMISS_PROBLEM, moduleAsking, problemsOf, PUBLISH_REVISION } from './kit/diagnosis';
import { buildGraph, masteryOf, soon, type Reference, type TestGraph } from './kit/graph';
import { SAVE_QUESTIONS } from './kit/operations';

let app: TestApp;
let admin: Client;
let author: Client;
beforeAll(async () => {
  app = await startApp();
  [admin, author] = [await app.as('admin'), await app.as('author')];
});
afterAll(() => app.close());

const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);
const mixed = (person: number, question: number): boolean =>
  ((person * 7 + question * 3) % 10) / 10 < 0.55 + 0.05 * (person % 10);
const allButFirst = (person: number, question: number) => question > 0 && mixed(person, question);

interface Failing {
  readonly graph: TestGraph;
  readonly reference: Reference;
  /** Global id of the module. */
  readonly module: string;
  /** Id of the problem. */
  readonly id: string;
}

/** A module of six questions, the first of which ten people failed. */
async function failingModule(): Promise<Failing> {
  const graph = await buildGraph(admin, { people: 30, skills: 1, questionsPerSkill: 6 });
  const reference = await moduleAsking(admin, graph);
  const module = await idOfModule(admin, reference);
  await answerAll(admin, graph, upTo(10), allButFirst);
  const [problem] = await problemsOf(author, module);
  return { graph, reference, module, id: problem!.id };
}

const levelOf = async ({ graph }: Failing, person: number) => (await masteryOf(admin, graph, person)).get(0)!;

async function publish({ reference, id }: Pick<Failing, 'reference' | 'id'>, module: object) {
  return (await author.get(PUBLISH_REVISION, { module: { ...reference, ...module }, solves: [id] }))
    .publishRevision;
}
const cheatSheet = {
  resources: [{ title: 'At a glance', kind: 'CHEAT_SHEET', url: 'https://example.org/1' }],
};

describe('a problem that a revision is published to solve', () => {
  it('closes once the next people do better, and levels count their answers fully again', async () => {
    const failing = await failingModule();
    const doubted = await levelOf(failing, 0);
    const { revision, problems, errors } = await publish(failing, { ...cheatSheet, note: 'A clearer page.' });
    expect([revision, errors]).toEqual([{ number: 2, resources: [{ title: 'At a glance' }] }, []]);
    expect(problems).toMatchObject([{ id: failing.id, closedAt: null, solvedBy: { number: 2 } }]);
    // What was known before is looked at no more, and says nothing of whether it helps.
    expect(await problemsOf(author, failing.module)).toMatchObject([{ closedAt: null, reopenedAt: null }]);
    await answerAll(admin, failing.graph, upTo(10, 10), mixed, { at: soon(1) });
    expect(await problemsOf(author, failing.module)).toMatchObject([
      { id: failing.id, closedBecause: 'SOLVED', closedAt: expect.any(String) },
    ]);
    expect((await levelOf(failing, 0)).level).toBeLessThan(doubted.level);
    const input = { problem: failing.id, reason: 'It was none.' };
    const { dismissProblem } = await author.get(DISMISS_PROBLEM, { input });
    expect(dismissProblem.errors).toMatchObject([{ code: 'INVALID', fields: ['problem'] }]);
  });

  it('is opened again where they do not', async () => {
    const failing = await failingModule();
    await publish(failing, cheatSheet);
    await answerAll(admin, failing.graph, upTo(10, 10), allButFirst, { at: soon(1) });
    expect(await problemsOf(author, failing.module)).toMatchObject([
      { id: failing.id, closedAt: null, reopenedAt: expect.any(String), peopleAffected: 10 },
    ]);
  });

  it('is solved by a next version of its question, while answers to the former one stay in doubt', async () => {
    const failing = await failingModule();
    const { graph } = failing;
    const doubted = await levelOf(failing, 0);
    await author.get(SAVE_QUESTIONS, { items: [{ ...graph.questions[0]!.reference, prompt: 'Reworded?' }] });
    const pages = [
      {
        title: 'Quiz',
        kind: 'QUIZ',
        sections: [{ questions: graph.questions.map(({ reference }) => ({ question: reference })) }],
      },
    ];
    expect(await publish(failing, { pages })).toMatchObject({ revision: { number: 2 }, errors: [] });
    await answerAll(admin, graph, upTo(10, 10), mixed, { at: soon(1) });
    expect(await problemsOf(author, failing.module)).toMatchObject([
      { id: failing.id, closedBecause: 'SOLVED' },
    ]);
    expect((await levelOf(failing, 0)).level).toBeCloseTo(doubted.level, 6);
  });

  it('has to be an open fault of the content of that module', async () => {
    const [failing, other] = [await failingModule(), await failingModule()];
    expect(await publish({ ...failing, id: other.id }, cheatSheet)).toEqual({
      ...{ revision: null, problems: [] },
      errors: [
        {
          code: 'INVALID',
          message: 'solves.0: is no open fault of the content of this module',
          fields: ['solves.0'],
        },
      ],
    });
    expect(await publish({ ...failing, reference: { ...failing.reference, id: 'none' } }, {})).toMatchObject({
      errors: [{ code: 'NOT_FOUND' }],
    });
    expect(await problemsOf(author, failing.module)).toMatchObject([{ closedAt: null, solvedBy: null }]);
  });
});

describe('a problem that is dismissed', () => {
  it('stays closed, with the reason, and answers count fully again', async () => {
    const failing = await failingModule();
    const doubted = await levelOf(failing, 0);
    const dismiss = async (input: object) =>
      (await author.get(DISMISS_PROBLEM, { input: { problem: failing.id, ...input } })).dismissProblem;
    expect(await dismiss({ reason: ' ' })).toMatchObject({
      problem: null,
      errors: [{ code: 'INVALID', fields: ['reason'] }],
    });
    expect(await dismiss({ problem: 'none', reason: 'None.' })).toMatchObject({
      errors: [{ code: 'NOT_FOUND', fields: ['problem'] }],
    });
    const dismissed = { closedBecause: 'DISMISSED', closedReason: 'It is meant to be hard.' };
    for (let time = 0; time < 2; time++)
      expect(await dismiss({ reason: 'It is meant to be hard.' })).toMatchObject({
        problem: { id: failing.id, ...dismissed },
        errors: [],
      });
    expect((await levelOf(failing, 0)).level).toBeLessThan(doubted.level);
    await answerAll(admin, failing.graph, upTo(10, 10), allButFirst);
    expect(await problemsOf(author, failing.module)).toMatchObject([dismissed]);
    const lead = await app.as('lead', failing.graph.people[0]!.id);
    const refused = await lead.ask(DISMISS_PROBLEM, { input: { problem: failing.id, reason: 'No.' } });
    expect(refused.errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});
