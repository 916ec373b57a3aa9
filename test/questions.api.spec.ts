import { startApp, type TestApp } from './kit/app';
import { skillsOf, told } from './kit/catalogue';
import type { Client } from './kit/client';
import { uniqueSource, type Reference } from './kit/graph';
import { SAVE_QUESTIONS } from './kit/operations';

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

describe('questions', () => {
  const save = async (...items: object[]) =>
    (await admin.get(SAVE_QUESTIONS, { items: items as never })).saveQuestions;
  const first = { prompt: 'Two and two?', options: ['4', '5'], answerKey: '4' };

  it('publish the next version by a change, and none by the same again', async () => {
    const [a, b] = await skillsOf(admin, source, 'a', 'b');
    const created = await save({ ...named('q'), ...first, skills: [named('a')] });
    expect(created.questions[0]!.versions.nodes).toEqual([
      {
        id: expect.any(String),
        number: 1,
        ...first,
        skills: { nodes: [{ id: a }] },
        question: { prompt: first.prompt },
      },
    ]);
    expect((await save({ ...named('q'), ...first })).questions[0]!.versions.nodes).toHaveLength(1);
    const changed = await save({ ...named('q'), prompt: 'Three and one?', skills: [named('b'), named('a')] });
    const [one, two] = changed.questions[0]!.versions.nodes;
    expect(changed.questions[0]).toMatchObject({ prompt: 'Three and one?', current: { number: 2 } });
    expect(one).toMatchObject({
      ...first,
      id: created.questions[0]!.versions.nodes[0]!.id,
      skills: { nodes: [{ id: a }] },
    });
    expect(two).toMatchObject({
      ...first,
      number: 2,
      prompt: 'Three and one?',
      skills: { nodes: [{ id: a }, { id: b }] },
    });
    const cleared = await save({ ...named('q'), options: null, answerKey: null });
    expect(cleared.questions[0]!.versions.nodes[2]).toMatchObject({
      number: 3,
      prompt: 'Three and one?',
      options: [],
      answerKey: null,
    });
  });

  it('apply items of one batch in their order', async () => {
    await skillsOf(admin, source, 'a');
    const { questions } = await save(
      { ...named('q'), prompt: 'One?', skills: [named('a')] },
      { ...named('q'), prompt: 'Two?' },
      { ...named('q'), prompt: 'Two?' },
      { ...named('q'), answerKey: '2' },
    );
    expect(
      questions[0]!.versions.nodes.map(({ number, prompt, answerKey }) => [number, prompt, answerKey]),
    ).toEqual([
      [1, 'One?', null],
      [2, 'Two?', null],
      [3, 'Two?', '2'],
    ]);
    expect(questions[3]).toEqual(questions[0]);
  });

  it('number versions without gap or repetition where several writers publish at once', async () => {
    await skillsOf(admin, source, 'a');
    const prompts = ['1?', '2?', '3?', '4?', '5?', '6?'];
    await Promise.all(prompts.map((prompt) => save({ ...named('q'), prompt, skills: [named('a')] })));
    const { versions, prompt, current } = (await save(named('q'))).questions[0]!;
    expect(versions.nodes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(versions.nodes.map((version) => version.prompt).sort()).toEqual(prompts);
    expect(current.number).toBe(6);
    expect(prompt).toBe(versions.nodes[5]!.prompt);
  });

  it('name bad items and save the good ones', async () => {
    await skillsOf(admin, source, 'a');
    const { questions, errors } = await save(
      { ...named('1'), skills: [named('a')] },
      { ...named('2'), prompt: 'No skill?' },
      { ...named('3'), prompt: 'Empty?', skills: [] },
      { ...named('4'), prompt: 'Unknown?', skills: [named('nowhere')] },
      { ...named('5'), prompt: 'Good?', skills: [named('a')] },
    );
    expect(questions.map((question) => question?.prompt ?? null)).toEqual([null, null, null, null, 'Good?']);
    expect(told(errors)).toEqual([
      '0 INVALID prompt',
      '1 INVALID skills',
      '2 INVALID skills',
      '3 NOT_FOUND skills',
    ]);
  });
});
