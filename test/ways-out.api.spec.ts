import { graphql } from './generated/gql';
import type { WaysOutOfProjectQuery } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, buildOrganisation, day, recordAll, type TestGraph } from './kit/graph';
import { LOOKED_AT } from './kit/looked-at';
import { inAllSizes } from './kit/statements';

const WAYS_OUT = graphql(`
  query WaysOutOfProject($id: ID!, $hoursPerWeek: Float, $asOf: DateTimeISO) {
    project(id: $id) {
      gaps(asOf: $asOf) {
        ... on GapReport {
          asOf
          gaps {
            demand
            supply {
              ... on GapSupply {
                expectedShortfall
              }
            }
            nearest {
              person {
                id
              }
            }
            waysOut(hoursPerWeek: $hoursPerWeek) {
              kind
              people {
                person {
                  id
                  name
                }
                probability
                probabilityAfter
                hours
                opens
              }
              modules {
                module {
                  name
                }
                hours
                gain
              }
              headcount
              hours
              readyAt
              remainingShortfall
              summary
            }
          }
        }
      }
    }
  }
`);

type Answer = Extract<NonNullable<WaysOutOfProjectQuery['project']>['gaps'], { gaps: unknown }>;
type Gap = Answer['gaps'][number];
type WayOut = NonNullable<Gap['waysOut']>[number];

/**
 * People by position: the four who are assigned, of whom one is there, two are below and one is unknown; then outsiders: one
 * who is free, one who is fully assigned elsewhere, one who is half, and one below; at last the two leads.
 */
const [there, nearest, next, unknown, free, busy, half, below, lead, otherLead] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
];
const rights = new Map([
  [there, 4],
  [nearest, 1],
  [next, 0],
  [free, 4],
  [busy, 4],
  [half, 3],
  [below, 0],
]);

let app: TestApp;
let admin: Client;
let graph: TestGraph;
let project: string;
let elsewhere: string;
let nobody: string;
const named = (id: string) => ({ source: graph.source, id });
const person = (position: number) => graph.people[position]!.reference;
const idOf = (position: number) => graph.people[position]!.id;

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 10, skills: 2, questionsPerSkill: 4 });
  const [skill, unknownToAll] = graph.skills.map(({ reference }) => reference);
  const saved = await buildOrganisation(admin, {
    teams: [
      { ...named('own'), name: 'Own', leads: [person(lead)] },
      { ...named('other'), name: 'Other', leads: [person(otherLead)] },
    ],
    memberships: [
      ...[there, nearest, next, unknown].map((one) => ({ person: person(one), team: named('own') })),
      ...[free, busy, half, below].map((one) => ({ person: person(one), team: named('other') })),
    ],
    projects: [
      { ...named('project'), name: 'Project', responsibleTeam: named('own') },
      { ...named('elsewhere'), name: 'Elsewhere', responsibleTeam: named('other') },
      { ...named('nobody'), name: 'Nobody' },
    ],
    requirements: [
      { project: named('project'), skill: skill!, level: 0.5, headcount: 4 },
      { project: named('elsewhere'), skill: skill!, level: 0.5, headcount: 2 },
      { project: named('nobody'), skill: unknownToAll!, level: 0.5, headcount: 3 },
    ],
    assignments: [
      ...[there, nearest, next, unknown].map((one) => ({ project: named('project'), person: person(one) })),
      { project: named('elsewhere'), person: person(busy) },
      { project: named('elsewhere'), person: person(half), share: 0.5 },
    ],
    modules: [
      { ...named('course'), name: 'Course', expectedMinutes: 120 },
      { ...named('first steps'), name: 'First steps', expectedMinutes: 30 },
    ],
    teaches: [
      { module: named('course'), skill: skill!, to: 0.8 },
      { module: named('first steps'), skill: skill!, to: 0.3 },
    ],
  });
  [project, elsewhere, nobody] = saved.projects as [string, string, string];
  await recordAll(
    admin,
    [...rights].flatMap(([position, right]) =>
      [0, 1, 2, 3].map((question) =>
        answer(graph, position, question, { score: question < right ? 1 : 0, at: day(50) }),
      ),
    ),
  );
});
afterAll(() => app.close());

const asLead = (position: number) => app.as('lead', idOf(position));
async function gapOf(
  id: string,
  client = admin,
  given: { hoursPerWeek?: number; asOf?: string } = {},
): Promise<Gap> {
  const { gaps } = (await client.get(WAYS_OUT, { id, ...given })).project!;
  if (!('gaps' in gaps)) throw new Error('Withheld');
  return gaps.gaps[0]!;
}
const way = ({ waysOut }: Gap, kind: WayOut['kind']): WayOut => waysOut!.find((one) => one.kind === kind)!;
const shortfallOf = ({ supply }: Gap) => ('expectedShortfall' in supply ? supply.expectedShortfall : NaN);
const idsOf = ({ people }: WayOut) => people.map(({ person: { id } }) => id);

describe('the ways out of a gap', () => {
  it('teach those nearest with what reaches the level, and say until when', async () => {
    const gap = await gapOf(project, admin, { hoursPerWeek: 2, asOf: day(60) });
    const taught = way(gap, 'TEACH');
    expect(idsOf(taught)).toEqual(gap.nearest.map((one) => one.person.id));
    expect(idsOf(taught)).toEqual([idOf(nearest), idOf(next)]);
    for (const { probability, probabilityAfter, hours, opens } of taught.people) {
      expect(probability).toBeLessThan(0.5);
      expect(probabilityAfter).toBeGreaterThan(0.5);
      expect([hours, opens]).toEqual([2, null]);
    }
    expect(taught).toMatchObject({
      modules: [{ module: { name: 'Course' }, hours: 2, gain: null }],
      ...{ headcount: 2, hours: 4, readyAt: day(67) },
      summary: expect.stringMatching(
        /^Teach .* with Course: about 4.0 hours together by what its authors expect, until/,
      ),
    });
    const gained = taught.people.reduce((sum, one) => sum + one.probabilityAfter! - one.probability, 0);
    expect(taught.remainingShortfall).toBeCloseTo(shortfallOf(gap) - gained, 6);
  });

  it('borrow who meets it and has time, and say what that opens elsewhere', async () => {
    const gap = await gapOf(project);
    const borrowed = way(gap, 'BORROW');
    expect(idsOf(borrowed)).toEqual([idOf(free), idOf(half)]);
    const [ofFree, ofHalf] = borrowed.people;
    expect(ofFree!.opens).toBe(0);
    // Two are assigned there for two seats: without one of them just that one is missing.
    expect(ofHalf!.opens).toBeCloseTo(ofHalf!.probability, 6);
    expect(borrowed.summary).toContain(`and leaves ${ofHalf!.opens!.toFixed(1)} more lacking elsewhere`);
    expect(way(gap, 'HIRE').remainingShortfall).toBeLessThan(borrowed.remainingShortfall);
    await buildOrganisation(admin, {
      assignments: [free, half].map((one) => ({
        project: named('project'),
        person: person(one),
        share: 0.2,
      })),
    });
    expect(shortfallOf(await gapOf(project))).toBeCloseTo(borrowed.remainingShortfall, 6);
    await buildOrganisation(admin, {
      assignments: [free, half].map((one) => ({
        ...{ project: named('project'), person: person(one), remove: true },
      })),
    });
  });

  it('say of people outside the teams of a lead no more than candidates do, and they see the look', async () => {
    // A look is written by the time that its server has stopped.
    const looking = await startApp();
    const { people, summary } = way(await gapOf(project, await looking.as('lead', idOf(lead))), 'BORROW');
    await looking.close();
    const exact = way(await gapOf(project), 'BORROW').people;
    for (const one of people) {
      expect(one.opens).toBeNull();
      expect(Math.round(one.probability * 10)).toBeCloseTo(one.probability * 10, 9);
      const known = exact.find(({ person: { id } }) => id === one.person.id);
      if (known) expect(Math.abs(known.probability - one.probability)).toBeLessThanOrEqual(0.05);
    }
    // Whether somebody is free is not said of whom they do not see.
    expect(people.map((one) => one.person.id)).toContain(idOf(busy));
    expect(summary).toContain('Whether those outside your teams have time is for their leads to say.');
    const themselves = await app.as('person', idOf(busy));
    const looks = (await themselves.get(LOOKED_AT, { id: idOf(busy) })).person!.accessLog!.nodes;
    expect(looks).toEqual([{ operation: 'WaysOutOfProject', need: 'GAPS' }]);
  });

  it('name nobody to be borrowed for a project whose candidates are not theirs to see', async () => {
    const hr = way(await gapOf(elsewhere, await app.as('hr')), 'BORROW');
    expect(idsOf(hr)).toEqual([idOf(free)]);
    // One is enough, and two meet it: who comes first follows from how their levels are read.
    const [first, ...others] = idsOf(way(await gapOf(elsewhere, await asLead(otherLead)), 'BORROW'));
    expect([idOf(free), idOf(there)]).toContain(first);
    expect(others).toEqual([]);
    const { gaps } = (await (await asLead(lead)).get(WAYS_OUT, { id: elsewhere })).project!;
    expect(gaps).toEqual({});
  });

  it('hire for all that nobody is known to meet, and for nothing more', async () => {
    const { waysOut, demand } = await gapOf(nobody);
    expect(waysOut).toMatchObject([
      {
        kind: 'HIRE',
        headcount: demand,
        remainingShortfall: 0,
        summary: expect.stringContaining('Hire 3 people with'),
      },
    ]);
  });

  it('need a pace that somebody can keep', async () => {
    for (const hoursPerWeek of [0, -1, 61]) {
      const { errors } = await admin.ask(WAYS_OUT, { id: project, hoursPerWeek });
      expect(errors![0]!.message).toBe('hoursPerWeek: must be above 0, and 60 at most.');
    }
  });

  it('cost the same statements however many gaps there are', async () => {
    const ran = await inAllSizes(app, async (size) => {
      await buildOrganisation(admin, {
        requirements: Array.from({ length: size }, (_, index) => ({
          ...{
            project: named('project'),
            skill: graph.skills[0]!.reference,
            level: 0.51 + (size + index) / 1_000,
          },
        })),
      });
      app.forget();
      await admin.get(WAYS_OUT, { id: project });
    });
    expect(ran[0]).toContain('modules.teachingSkills');
    expect(ran[1]).toEqual(ran[0]);
    expect(ran[2]).toEqual(ran[0]);
  });
});
