import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildGraph, buildOrganisation, type TestGraph } from './kit/graph';
import { nounKinds, nounsOf } from './kit/nouns';
import { SAVE_SKILLS } from './kit/operations';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

const ALIGNMENT = graphql(`
  query CatalogueAlignment($first: Int) {
    catalogueAlignment(first: $first) {
      asOf
      demandedCount
      untaughtCount
      moduleCount
      undemandedCount
      summary
      untaught {
        skill {
          id
        }
        level
        taughtTo
        seats
        projectCount
        roleTemplateCount
        summary
      }
      undemanded {
        module {
          name
        }
        skills {
          id
        }
        summary
      }
    }
  }
`);

let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
let graph: TestGraph;
beforeAll(async () => {
  own = await openEmptiedDatabase();
  app = await startApp({}, own.address);
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 1, skills: 8, questionsPerSkill: 0 });
});
afterAll(async () => {
  await app.close();
  await own.close();
});

/** By position: taught far enough, by a narrower one, not far enough, not at all, by role templates alone, no longer, nobody's, narrower. */
const [enough, broader, tooLittle, never, ofRole, past, nobodys, narrower] = [
  0, 1, 2, 3, 4, 5, 6, 7,
] as const;

it('the catalogue is compared with what open projects, their tasks and role templates require', async () => {
  const { source, skills } = graph;
  expect((await admin.get(ALIGNMENT, {})).catalogueAlignment).toMatchObject({
    ...{
      demandedCount: 0,
      untaughtCount: 0,
      untaught: [],
      moduleCount: 0,
      undemandedCount: 0,
      undemanded: [],
    },
    summary:
      '0 of 0 required skills are not taught as far as required; 0 of 0 modules teach nothing that is required.',
  });
  const skill = (one: number) => skills[one]!.reference;
  await admin.get(SAVE_SKILLS, { items: [{ ...skill(narrower), broader: [skill(broader)] }] });
  const called = (id: string) => ({ source, id, name: id });
  const of = (id: string) => ({ source, id });
  const need = (one: number, level: number, headcount = 1) => ({ skill: skill(one), level, headcount });
  const templates = nounKinds.find(({ type }) => type === 'RoleTemplate')!;
  await nounsOf(admin, templates, called('role'));
  await buildOrganisation(admin, {
    projects: [called('open'), called('other'), { ...called('over'), to: '2020-01-01T00:00:00Z' }],
    tasks: [{ ...called('task'), project: of('open') }],
    requirements: [
      { project: of('open'), ...need(enough, 0.7) },
      { project: of('open'), ...need(broader, 0.6) },
      { project: of('open'), ...need(tooLittle, 0.6, 2) },
      { task: of('task'), ...need(tooLittle, 0.8) },
      { project: of('other'), ...need(tooLittle, 0.5) },
      { task: of('task'), ...need(never, 0.5) },
      { roleTemplate: of('role'), ...need(ofRole, 0.5, 9) },
      { project: of('over'), ...need(past, 0.5) },
    ],
    modules: ['far', 'narrow', 'little', 'of the past', 'of nobody', 'nothing'].map(called),
    teaches: [
      { module: of('far'), skill: skill(enough), to: 0.7 },
      { module: of('narrow'), skill: skill(narrower), to: 0.6 },
      { module: of('little'), skill: skill(tooLittle), to: 0.6 },
      { module: of('of the past'), skill: skill(past), to: 0.6 },
      { module: of('of the past'), skill: skill(nobodys), to: 0.6 },
      { module: of('of nobody'), skill: skill(nobodys), to: 0.6 },
    ],
  });
  const idOf = (one: number) => ({ id: skills[one]!.id });
  const nameOf = (one: number) => `${skills[one]!.reference.id} of ${source}`;
  const found = (await admin.get(ALIGNMENT, { first: 200 })).catalogueAlignment;
  const teaching = (name: string, ...taught: number[]) => ({ module: { name }, skills: taught.map(idOf) });
  expect(found).toMatchObject({
    ...{ demandedCount: 5, untaughtCount: 3, moduleCount: 6, undemandedCount: 3 },
    untaught: [
      {
        ...{
          skill: idOf(tooLittle),
          level: 0.8,
          taughtTo: 0.6,
          seats: 4,
          projectCount: 2,
          roleTemplateCount: 0,
        },
        summary: `${nameOf(tooLittle)} is required up to level 0.8, by 2 projects of 4 people; modules lead no further than level 0.6.`,
      },
      {
        ...{
          skill: idOf(never),
          level: 0.5,
          taughtTo: null,
          seats: 1,
          projectCount: 1,
          roleTemplateCount: 0,
        },
        summary: `${nameOf(never)} is required up to level 0.5, by 1 project of 1 person; no module teaches it.`,
      },
      {
        ...{
          skill: idOf(ofRole),
          level: 0.5,
          taughtTo: null,
          seats: 0,
          projectCount: 0,
          roleTemplateCount: 1,
        },
        summary: `${nameOf(ofRole)} is required up to level 0.5, by 1 role template; no module teaches it.`,
      },
    ],
    undemanded: [teaching('nothing'), teaching('of nobody', nobodys), teaching('of the past', past, nobodys)],
    summary:
      '3 of 5 required skills are not taught as far as required; 3 of 6 modules teach nothing that is required.',
  });
  expect(found.undemanded.map(({ summary }) => summary).slice(0, 2)).toEqual([
    'nothing is not said to teach any skill.',
    `of nobody teaches ${nameOf(nobodys)}, which nothing requires now.`,
  ]);
  const short = (await admin.get(ALIGNMENT, { first: 1 })).catalogueAlignment;
  expect([short.untaughtCount, short.untaught.length, short.undemanded.length]).toEqual([3, 1, 1]);
});

it('is for those who judge content', async () => {
  for (const role of ['lead', 'author', 'hr'] as const)
    expect((await (await app.as(role, graph.people[0]!.id)).ask(ALIGNMENT, {})).errors).toBeUndefined();
  const { errors } = await (await app.as('person', graph.people[0]!.id)).ask(ALIGNMENT, {});
  expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
});
