import { startApp, type TestApp } from './kit/app';
import { idOfModule } from './kit/capture';
import type { Client } from './kit/client';
import {
  answerAll,
  diagnosisOf,
  gapsOf,
  likelyKeyOf,
  moduleAsking,
  problemsIn,
  problemsOf,
} from './kit/diagnosis';
import { answer, buildGraph, buildOrganisation, recordAll, withdraw, withdrawal } from './kit/graph';

let app: TestApp;
let admin: Client;
let author: Client;
beforeAll(async () => {
  app = await startApp();
  [admin, author] = [await app.as('admin'), await app.as('author')];
});
afterAll(() => app.close());

const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);
/** Of ten people from the weakest to the strongest, five to ten of ten questions right; of everybody other ones. */
const mixed = (person: number, question: number): boolean =>
  ((person * 7 + question * 3) % 10) / 10 < 0.55 + 0.05 * (person % 10);

describe('ten people of mixed level who all fail one question and pass its siblings', () => {
  it('show a problem of the content, whose age and people are known', async () => {
    const graph = await buildGraph(admin, { people: 10, skills: 1, questionsPerSkill: 6 });
    const [failed, sibling] = [graph.questions[0]!.id, graph.questions[1]!.id];
    const module = await idOfModule(admin, await moduleAsking(admin, graph));
    await answerAll(admin, graph, upTo(10), (person, question) => question > 0 && mixed(person, question));
    for (const client of [author, admin])
      expect(await diagnosisOf(client, failed)).toMatchObject({
        ...{ verdict: 'CONTENT_PROBLEM', people: 10, team: null, decidedBy: null },
        reasons: [{ kind: 'RIGHT_SHARE', value: 0, usual: 0.88 }, { kind: 'DISCRIMINATION' }],
        remedy: expect.stringContaining('Teach what is asked'),
        summary: expect.stringContaining('10 people got 0 % of it right: the question is likely at fault'),
      });
    expect((await diagnosisOf(author, sibling)) as object).toMatchObject({ verdict: 'SOUND', remedy: null });
    const [problem, ...others] = await problemsOf(author, module);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      ...{ verdict: 'CONTENT_PROBLEM', closedAt: null, closedBecause: null, reopenedAt: null },
      ...{ peopleAffected: 10, modules: [{ id: module }], on: { __typename: 'QuestionVersion' } },
      summary: expect.stringMatching(/^Open for .* hours: the question “.*” is likely at fault/),
    });
    expect(problem!.probability).toBeGreaterThan(0.8);
    // To somebody who asks again nothing new has happened, and the problem is the same one.
    expect((await problemsOf(admin, module)).map(({ id }) => id)).toEqual([problem!.id]);
    expect((await problemsIn(author, { module, open: true })).map(({ id }) => id)).toEqual([problem!.id]);
  });

  it('show it where no module asks the questions, too', async () => {
    const graph = await buildGraph(admin, { people: 10, skills: 1, questionsPerSkill: 6 });
    await answerAll(admin, graph, upTo(10), (person, question) => question > 0 && mixed(person, question));
    expect(await diagnosisOf(author, graph.questions[0]!.id)).toMatchObject({ verdict: 'CONTENT_PROBLEM' });
  });

  it('are not told of, to those who may not see them, before there are five, nor one by one after that', async () => {
    const graph = await buildGraph(admin, { people: 10, skills: 1, questionsPerSkill: 6 });
    const [question] = graph.questions;
    const failing = (person: number, place: number) => place > 0 && mixed(person, place);
    await answerAll(admin, graph, upTo(4), failing);
    expect(await diagnosisOf(author, question!.id)).toEqual({
      __typename: 'Withheld',
      reason: 'Fewer than 5 people answered this question: too few to say anything of.',
    });
    expect(await diagnosisOf(admin, question!.id)).toMatchObject({ verdict: 'NOT_ENOUGH_DATA', people: 4 });
    await answerAll(admin, graph, upTo(1, 4), failing);
    const ofFive = await diagnosisOf(author, question!.id);
    expect(ofFive).toMatchObject({ people: 5 });
    for (const person of upTo(4, 5)) {
      await answerAll(admin, graph, [person], failing);
      expect(await diagnosisOf(author, question!.id)).toEqual(ofFive);
    }
    expect(await diagnosisOf(admin, question!.id)).toMatchObject({ people: 9 });
    await answerAll(admin, graph, [9], failing);
    expect(await diagnosisOf(author, question!.id)).toMatchObject({ people: 10 });
  });

  it('close the problem once further people pass the question, and open it again once their answers are gone', async () => {
    const graph = await buildGraph(admin, { people: 50, skills: 1, questionsPerSkill: 6 });
    const module = await idOfModule(admin, await moduleAsking(admin, graph));
    await answerAll(admin, graph, upTo(10), (person, question) => question > 0 && mixed(person, question));
    const [opened] = await problemsOf(author, module);
    const later = await answerAll(admin, graph, upTo(40, 10), mixed);
    expect(await problemsOf(author, module)).toMatchObject([
      { id: opened!.id, closedAt: expect.any(String), closedBecause: 'NO_LONGER_SEEN' },
    ]);
    expect(await problemsOf(author, module, { open: true })).toEqual([]);
    await withdraw(
      admin,
      later.map((one) => withdrawal(one)),
    );
    expect(await problemsOf(author, module)).toMatchObject([
      { id: opened!.id, closedAt: null, closedBecause: null, reopenedAt: expect.any(String) },
    ]);
  });
});

describe('a wrong key', () => {
  it('is named to authors with the option that is likely right, and not to leads', async () => {
    const graph = await buildGraph(admin, { people: 40, skills: 1, questionsPerSkill: 12 });
    await recordAll(
      admin,
      upTo(40).flatMap((person) =>
        graph.questions.map((_, question) => {
          const able = (person * 7 + question * 11) % 40 < 6 + person * 0.8;
          const response = able ? 'B' : ['A', 'C', 'D'][(person + question) % 3]!;
          const key = question === 0 ? 'A' : 'B';
          return answer(graph, person, question, { response, score: response === key ? 1 : 0 });
        }),
      ),
    );
    const { id } = graph.questions[0]!;
    expect(await diagnosisOf(author, id)).toMatchObject({ verdict: 'CONTENT_PROBLEM', kind: 'WRONG_KEY' });
    expect(await likelyKeyOf(author, id)).toBe('B');
    const lead = await app.as('lead', graph.people[0]!.id);
    await expect(likelyKeyOf(lead, id)).rejects.toThrow();
    expect(JSON.stringify(await diagnosisOf(lead, id))).not.toContain('“B”');
  });
});

describe('a team that fails every question of a skill that another team passes', () => {
  it('lacks the skill, and its gaps show it with those who are enrolled as the demand', async () => {
    const graph = await buildGraph(admin, { people: 20, skills: 2, questionsPerSkill: 4 });
    const { source, people, skills } = graph;
    const [sales, support] = [
      { source, id: 'sales' },
      { source, id: 'support' },
    ];
    const reference = await moduleAsking(admin, graph);
    const { teams } = await buildOrganisation(admin, {
      teams: [sales, support].map((team) => ({ ...team, name: `${team.id} of ${source}` })),
      memberships: people.map((person, index) => ({
        person: person.reference,
        team: index < 10 ? sales : support,
      })),
      teaches: [{ module: reference, skill: skills[0]!.reference, to: 0.7 }],
      enrolments: people
        .filter((_, index) => index < 8 || index > 15)
        .map((person) => ({ person: person.reference, module: reference })),
    });
    await answerAll(admin, graph, upTo(20), (person, question) =>
      question < 4 ? person >= 10 : mixed(person, question),
    );
    // Whoever asks for the gaps first finds what is due.
    for (const client of [admin, author]) {
      if (client === admin)
        expect(await gapsOf(client, teams[0]!)).toMatchObject({
          gaps: [
            {
              requirement: { level: 0.7, skill: { id: skills[0]!.id } },
              ...{ project: null, problem: { verdict: 'KNOWLEDGE_GAP' }, demand: 8 },
              summary: expect.stringContaining('8 of it are enrolled'),
            },
          ],
          summary: expect.stringContaining('The team is found to lack'),
        });
      for (const question of upTo(4))
        expect(await diagnosisOf(client, graph.questions[question]!.id)).toMatchObject({
          ...{ verdict: 'KNOWLEDGE_GAP', kind: null, team: { name: `sales of ${source}` } },
          summary: expect.stringContaining('lacks the skill, the question holds for others'),
        });
    }
    expect((await gapsOf(admin, teams[1]!)).gaps).toEqual([]);
    const module = await idOfModule(admin, reference);
    expect(await problemsOf(author, module)).toMatchObject([
      {
        ...{ verdict: 'KNOWLEDGE_GAP', team: { name: `sales of ${source}` }, on: { __typename: 'Skill' } },
        peopleAffected: 10,
      },
    ]);
  });
});

describe('answers that are withdrawn', () => {
  it('drop out of the diagnosis at once', async () => {
    const graph = await buildGraph(admin, { people: 10, skills: 1, questionsPerSkill: 4 });
    const given = upTo(10).flatMap((person) => upTo(4).map((question) => answer(graph, person, question)));
    await recordAll(admin, given);
    const { id } = graph.questions[0]!;
    expect(await diagnosisOf(author, id)).toMatchObject({ people: 10 });
    await withdraw(
      admin,
      given.slice(0, 24).map((one) => withdrawal(one)),
    );
    expect(await diagnosisOf(author, id)).toMatchObject({ __typename: 'Withheld' });
  });
});
