import { startApp, type TestApp } from './kit/app';
import { RECORD_PAGE_VIEWS, RECORD_VISITS } from './kit/capture-operations';
import { idOfModule } from './kit/capture';
import type { Client } from './kit/client';
import { answer, buildGraph, buildOrganisation, day, recordAll, type TestGraph } from './kit/graph';
import { COMPARE_REVISIONS, GAINS_IN_SKILL, LEARNING_GAIN } from './kit/outcomes-operations';

const people = 40;
const asked = { before: [0, 1, 2, 3], after: [4, 5, 6, 7] } as const;
/** The second revision was taken by the people at odd places, of whom more get further. */
const tookSecond = (person: number) => person % 2 === 1;
const when = (minutes: number) => day(30 + minutes / 1_440);

let app: TestApp;
let admin: Client;
let graph: TestGraph;
let course: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people, skills: 1, questionsPerSkill: 8 });
  const { source, questions } = graph;
  const reference = { source, id: 'course' };
  const quiz = (places: readonly number[]) => ({
    kind: 'QUIZ' as const,
    sections: [{ questions: places.map((place) => ({ question: questions[place]!.reference })) }],
  });
  await buildOrganisation(admin, {
    modules: ['plain', 'with examples'].map((title) => ({
      ...{ ...reference, name: 'Course', expectedMinutes: 30, assignedAtRandom: title !== 'plain' },
      pages: [quiz(asked.before), { title, kind: 'TEXT' as const }, quiz(asked.after)],
    })),
  });
  course = await idOfModule(admin, reference);
  const each = graph.people.map((_, person) => person);
  const visitOf = (person: number) => ({
    ...{ source, id: `visit-${String(person)}`, person: graph.people[person]!.reference, module: reference },
    revision: tookSecond(person) ? 2 : 1,
  });
  const visits = await admin.get(RECORD_VISITS, {
    items: each.map((person) => ({
      ...visitOf(person),
      at: when(0),
      ...(person % 4 !== 0 && { completedAt: when(20) }),
    })),
  });
  expect(visits.payload.errors).toEqual([]);
  const views = await admin.get(RECORD_PAGE_VIEWS, {
    items: each.flatMap((person) =>
      [1, 2, 3].map((page) => {
        const { id: visit, ...of } = visitOf(person);
        return { ...of, visit, id: `${visit}-${String(page)}`, page, at: when(page), activeSeconds: 120 };
      }),
    ),
  });
  expect(views.payload.errors).toEqual([]);
  // Everybody knows half before; afterwards the first revision's people know more, and the second's still more.
  const rightAfter = (person: number) => (tookSecond(person) ? 4 : 3) - (person % 8 < 2 ? 2 : 0);
  await recordAll(
    admin,
    each.flatMap((person) => [
      ...asked.before.map((question) =>
        answer(graph, person, question, { at: when(1), score: (question + person) % 2 }),
      ),
      ...asked.after.map((question, place) =>
        answer(graph, person, question, { at: when(10), score: place < rightAfter(person) ? 1 : 0 }),
      ),
    ]),
  );
});
afterAll(() => app.close());

describe('what people learn in a revision', () => {
  it('is their ability after the better part of what it teaches less that before it', async () => {
    const { learningGain } = (await admin.get(LEARNING_GAIN, { id: course })).module!;
    expect(learningGain).toMatchObject({
      ...{ people: 20, hours: 0.1 },
      skills: [
        {
          skill: { id: graph.skills[0]!.id },
          ...{ people: 20, answersBefore: 80, answersAfter: 80, levelBefore: expect.closeTo(0.5, 1) },
          summary: expect.stringMatching(
            /^From \d+ % to \d+ % in skill-0001.*: it is safe to say that they learned[.]$/,
          ),
        },
      ],
      summary: expect.stringContaining('20 people answered before and after in about 0.1 hours'),
    });
    const [inSkill] = 'skills' in learningGain ? learningGain.skills : [];
    expect(inSkill!.low).toBeGreaterThan(0);
    expect(inSkill!.gain).toBeCloseTo(inSkill!.abilityAfter - inSkill!.abilityBefore, 9);
    expect(inSkill!.gainPerHour).toBeCloseTo(inSkill!.gain / 0.1, 9);
    expect(inSkill!.levelAfter).toBeGreaterThan(inSkill!.levelBefore);
    const { skill } = await admin.get(GAINS_IN_SKILL, { id: graph.skills[0]!.id });
    expect(skill!.learningGains).toEqual([
      { module: { id: course }, gain: inSkill!.gain, gainPerHour: inSkill!.gainPerHour },
    ]);
  });

  it('is rounded for who does not see everybody, and refused to learners', async () => {
    const { learningGain } = (await (await app.as('author')).get(LEARNING_GAIN, { id: course })).module!;
    expect(learningGain).toMatchObject({ people: 20 });
    const [inSkill] = 'skills' in learningGain ? learningGain.skills : [];
    expect(inSkill!.gain).toBe(Number(inSkill!.gain.toFixed(2)));
    const learner = await app.as('person', graph.people[0]!.id);
    const { errors } = await learner.ask(LEARNING_GAIN, { id: course });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('is set beside that of people whom chance gave the revision before, where chance decided', async () => {
    const gainOf = async (revision: number) =>
      (await admin.get(LEARNING_GAIN, { id: course, revision })).module!.learningGain;
    expect(await gainOf(1)).toMatchObject({
      ...{ assignedAtRandom: false, beyondFormer: null },
      summary: expect.stringContaining('corrected by what they began with, and not compared'),
    });
    const { compareRevisions } = (await admin.get(COMPARE_REVISIONS, { id: course })).module!;
    expect(await gainOf(2)).toMatchObject({
      assignedAtRandom: true,
      beyondFormer: 'ability' in compareRevisions ? compareRevisions.ability : undefined,
      summary: expect.stringContaining('Chance decided who took it and who the revision before'),
    });
  });

  it('is not told where nothing is asked before what it teaches', async () => {
    const { source, questions } = graph;
    const reference = { source, id: 'no test before' };
    await buildOrganisation(admin, {
      modules: [
        {
          ...reference,
          name: 'No test before',
          pages: [
            { title: 'Text', kind: 'TEXT' },
            { sections: [{ questions: [{ question: questions[0]!.reference }] }] },
          ],
        },
      ],
    });
    const id = await idOfModule(admin, reference);
    expect((await admin.get(LEARNING_GAIN, { id })).module!.learningGain).toEqual({
      __typename: 'Withheld',
      reason:
        'Fewer than 5 people answered its questions before and after what it teaches: too few to compare.',
    });
  });
});

describe('two revisions side by side', () => {
  const compared = async (client: Client, before?: number, after?: number) =>
    client.ask(COMPARE_REVISIONS, { id: course, ...(before && after && { before, after }) });

  it('show whether it got better, for people who were equal before', async () => {
    const { data } = await compared(admin, 1, 2);
    const sides = { peopleBefore: 20, peopleAfter: 20 };
    const { compareRevisions } = data!.module!;
    expect(compareRevisions).toMatchObject({
      failureRate: { ...sides, summary: expect.stringMatching(/^Wrong answers: \d+ % before, \d+ % after/) },
      ability: sides,
      startedWith: { ...sides, difference: expect.closeTo(0, 5) },
      dropOffRate: { ...sides, before: 0.5, after: 0, difference: -0.5 },
      assignedAtRandom: true,
      summary: expect.stringMatching(/^People answer better now[.] .* Chance decided who took which[.]$/),
    });
    const { failureRate, dropOffRate } = 'failureRate' in compareRevisions ? compareRevisions : {};
    expect(failureRate!.probabilityBetter).toBeGreaterThan(0.95);
    expect(failureRate!.high).toBeLessThan(0);
    expect(failureRate!.low).toBeLessThan(failureRate!.high!);
    expect(dropOffRate!.probabilityBetter).toBeGreaterThan(0.99);
  });

  it('say the same the other way round', async () => {
    const [one, other] = await Promise.all([compared(admin, 1, 2), compared(admin, 2, 1)]);
    const probability = ({ data }: typeof one) => {
      const { compareRevisions } = data!.module!;
      return 'failureRate' in compareRevisions ? compareRevisions.failureRate!.probabilityBetter! : NaN;
    };
    expect(probability(one) + probability(other)).toBeCloseTo(1, 3);
  });

  it('are the current one and the one before it where nothing else is said', async () => {
    expect((await compared(admin)).data).toEqual((await compared(admin, 1, 2)).data);
  });

  it('are two, and both there', async () => {
    const same = await compared(admin, 1, 1);
    expect(same.errors![0]!.message).toBe('after: name another revision than before.');
    const none = await compared(admin, 1, 9);
    expect(none.errors![0]!.message).toContain('has no revision 9');
  });
});
