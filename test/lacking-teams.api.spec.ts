import { startApp, type TestApp } from './kit/app';
import { idOfModule } from './kit/capture';
import type { Client } from './kit/client';
import { answerAll, diagnosisOf, gapsOf, moduleAsking, problemsOf } from './kit/diagnosis';
import { buildGraph, buildOrganisation, type TestGraph } from './kit/graph';
import { LACKS_AND_PEOPLE } from './kit/reports';

const perTeam = 10;
const names = ['Sales', 'Legal', 'Support', 'Service'] as const;
/** Two of the four teams lack the first of two skills. */
const lacking = ['Sales', 'Legal'];
const questionsPerSkill = 4;

let app: TestApp;
let admin: Client;
let graph: TestGraph;
let course: string;
let teams: string[];
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: perTeam * names.length, skills: 2, questionsPerSkill });
  const { source, people, skills } = graph;
  const reference = await moduleAsking(admin, graph);
  ({ teams } = await buildOrganisation(admin, {
    teams: names.map((name, place) => ({
      ...{ source, id: name, name: `${name} of ${source}` },
      leads: [people[place * perTeam]!.reference],
    })),
    memberships: people.map(({ reference: person }, index) => ({
      person,
      team: { source, id: nameOfTeam(index) },
    })),
    teaches: [{ module: reference, skill: skills[0]!.reference, to: 0.7 }],
    enrolments: people.map(({ reference: person }) => ({ person, module: reference })),
  }));
  course = await idOfModule(admin, reference);
  const everybody = people.map((_, index) => index);
  await answerAll(admin, graph, everybody, (person, question) =>
    question < questionsPerSkill
      ? !lacking.includes(nameOfTeam(person))
      : ((person * 7 + question * 3) % 10) / 10 < 0.75,
  );
});
afterAll(() => app.close());

const nameOfTeam = (person: number) => names[Math.floor(person / perTeam)]!;
const leadOf = (team: (typeof names)[number]) =>
  app.as('lead', graph.people[names.indexOf(team) * perTeam]!.id);
const teamsReportedTo = async (client: Client) => (await client.get(LACKS_AND_PEOPLE, {})).dailyReport!.teams;

describe('a skill that two teams lack and two others hold', () => {
  it('stands in the daily report of the lead of each, who is the first to ask, with what to do and nothing of anybody', async () => {
    for (const name of ['Sales', 'Legal'] as const) {
      const [team, ...others] = await teamsReportedTo(await leadOf(name));
      expect(others).toEqual([]);
      expect(team).toMatchObject({
        team: { name: `${name} of ${graph.source}` },
        lacks: [
          {
            ...{ news: 'OPENED', peopleSince: null, problem: { on: { __typename: 'Skill' } } },
            summary: expect.stringContaining(`${name} of ${graph.source} lacks skill-0001`),
          },
        ],
        summary: expect.stringContaining('lacks 1 skill that others hold'),
      });
    }
    for (const name of ['Support', 'Service'] as const)
      expect(await teamsReportedTo(await leadOf(name))).toEqual([]);
  });

  it('is a problem of each of the two, and a gap of each', async () => {
    const problems = await problemsOf(admin, course);
    expect(problems.map(({ team }) => team?.name).sort()).toEqual(
      ['Legal', 'Sales'].map((name) => `${name} of ${graph.source}`),
    );
    for (const problem of problems)
      expect(problem).toMatchObject({ verdict: 'KNOWLEDGE_GAP', peopleAffected: perTeam });
    for (const [place, name] of names.entries()) {
      const { gaps } = await gapsOf(admin, teams[place]!);
      expect(gaps).toHaveLength(lacking.includes(name) ? 1 : 0);
    }
  });

  it('blames neither the questions nor one of the teams alone', async () => {
    for (const { id } of graph.questions.slice(0, questionsPerSkill))
      expect(await diagnosisOf(admin, id)).toMatchObject({
        verdict: 'KNOWLEDGE_GAP',
        summary: expect.stringMatching(/(Sales|Legal) of \S+ and (Sales|Legal) of \S+ lack the skill/),
      });
  });
});
