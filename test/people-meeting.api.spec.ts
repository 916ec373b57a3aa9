import { graphql } from './generated/gql';
import type { PeopleMeetingQueryVariables } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  answer,
  buildGraph,
  buildOrganisation,
  day,
  recordAll,
  soon,
  type Reference,
  type TestGraph,
} from './kit/graph';
import { SAVE_SKILLS } from './kit/operations';

const MEETING = graphql(`
  query PeopleMeeting(
    $meeting: [SkillNeed!]
    $filterBy: PersonFilter
    $orderBy: PersonOrder
    $first: Int
    $after: String
    $asOf: DateTimeISO
  ) {
    people(
      meeting: $meeting
      filterBy: $filterBy
      orderBy: $orderBy
      first: $first
      after: $after
      asOf: $asOf
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
        }
        fit {
          fit
          knownShare
          summary
          needs {
            status
            probability
            level
            interval {
              low
              high
            }
            summary
            skill {
              id
            }
            counted {
              id
            }
          }
        }
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
/** Person 0 is right on both skills, 1 wrong on both, 2 right on the first alone, 3 right below the second, 4 unknown. */
let graph: TestGraph;
let team: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 5, skills: 3, questionsPerSkill: 4 });
  const { source, people, skills } = graph;
  await admin.get(SAVE_SKILLS, { items: [{ ...skills[2]!.reference, broader: [skills[1]!.reference] }] });
  const answers = (person: number, skill: number, score: number) =>
    [0, 1, 2, 3].map((question) => answer(graph, person, 4 * skill + question, { score, at: day(question) }));
  await recordAll(admin, [
    ...answers(0, 0, 1),
    ...answers(0, 1, 1),
    ...answers(1, 0, 0),
    ...answers(1, 1, 0),
    ...answers(2, 0, 1),
    ...answers(3, 2, 1),
  ]);
  ({
    teams: [team = ''],
  } = await buildOrganisation(admin, {
    teams: [{ source, id: 'team', name: `${source} team` }],
    memberships: [1, 2].map((person) => ({
      team: { source, id: 'team' },
      person: people[person]!.reference,
    })),
  }));
});
afterAll(() => app.close());

const need = (skill: number, given: object = {}) => ({
  skill: graph.skills[skill]!.id,
  level: 0.6,
  importance: 1,
  narrower: true,
  ...given,
});

async function found(variables: PeopleMeetingQueryVariables, client = admin) {
  const { people } = await client.get(MEETING, variables);
  return people.edges.map(({ node, fit }) => ({
    person: graph.people.findIndex(({ id }) => id === node.id),
    ...fit!,
  }));
}

describe('people who meet needs', () => {
  it('are ranked by fit, with the reason for each need; unknown adds nothing and is not below', async () => {
    const people = await found({ meeting: [need(0), need(1)] });
    expect(people[0]!.person).toBe(0);
    expect(people.at(-1)!.person).toBe(1);
    expect(people.map(({ person }) => person).sort()).toEqual([0, 1, 2, 3]);
    const two = people.find(({ person }) => person === 2)!;
    expect(two.needs.map(({ status }) => status)).toEqual(['MEETS', 'UNKNOWN']);
    expect(two.fit).toBeCloseTo(two.needs[0]!.probability! / 2, 12);
    expect(two.knownShare).toBe(0.5);
    expect(two.needs[1]).toMatchObject({ probability: null, level: null, interval: null, counted: null });
    expect(people.at(-1)!.needs.map(({ status }) => status)).toEqual(['BELOW', 'BELOW']);
  });

  it('may meet one by a narrower skill, which is told, unless that is not wanted', async () => {
    const below = await found({ meeting: [need(1)] });
    const three = below.find(({ person }) => person === 3)!;
    expect(three.needs[0]).toMatchObject({
      status: 'MEETS',
      skill: { id: graph.skills[1]!.id },
      counted: { id: graph.skills[2]!.id },
    });
    const exact = await found({ meeting: [need(1, { narrower: false })] });
    expect(exact.map(({ person }) => person)).toEqual([0, 1]);
  });

  it('count with the weight of each need', async () => {
    const [best] = await found({ meeting: [need(0, { importance: 3 }), need(1)], filterBy: { team } });
    expect(best!.person).toBe(2);
    expect(best!.fit).toBeCloseTo((3 * best!.needs[0]!.probability!) / 4, 12);
  });

  it('may be asked for by band, and by how sure it must be', async () => {
    const asOf = '2100-01-01T00:00:00Z';
    const byBand = await found({ meeting: [need(0, { level: null, band: 'competent' })], asOf });
    const byLevel = await found({ meeting: [need(0, { level: 0.5 })], asOf });
    expect(byBand.map(({ person, fit }) => [person, fit])).toEqual(
      byLevel.map(({ person, fit }) => [person, fit]),
    );
    const sure = await found({ meeting: [need(0, { minimumProbability: 0.5 })] });
    expect(sure.map(({ person }) => person).sort()).toEqual([0, 2]);
  });

  it('are whoever is known where no level is asked', async () => {
    const known = await found({ meeting: [need(0, { level: null })] });
    expect(known.map(({ person, fit }) => [person, fit]).sort()).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
    const [one] = known;
    expect([one!.summary, one!.needs[0]!.summary].join()).not.toContain('%');
    expect(one!.summary).toMatch(/ is known in 1 of 1 skill; no level was asked for[.]$/);
  });

  it('are filtered as every list of people is', async () => {
    expect((await found({ meeting: [need(0)], filterBy: { team } })).map(({ person }) => person)).toEqual([
      2, 1,
    ]);
  });

  it('are only those whom the viewer sees', async () => {
    const two = await app.as('person', graph.people[2]!.id);
    const { errors } = await two.ask(MEETING, { meeting: [need(0)] });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    const { data } = await two.ask<{ people: { nodes: object[] } }, object>(
      'query ($meeting: [SkillNeed!]) { people(meeting: $meeting) { nodes { id } } }',
      { meeting: [need(0)] },
    );
    expect(data!.people.nodes).toEqual([{ id: graph.people[2]!.id }]);
  });

  it('come in pages of one order, which ends where other narrower skills count', async () => {
    const meeting = [need(0), need(1)];
    const { people } = await admin.get(MEETING, { meeting, first: 2 });
    const after = people.pageInfo.endCursor;
    const place = (broader: Reference[]) =>
      admin.get(SAVE_SKILLS, { items: [{ ...graph.skills[2]!.reference, broader }] });
    await place([]);
    const { errors } = await admin.ask(MEETING, { meeting, after });
    expect(errors![0]!.extensions.code).toBe('CURSOR_EXPIRED');
    expect(errors![0]!.message).toMatch(/^What is required, what counts for it,/);
    await place([graph.skills[1]!.reference]);
    expect((await admin.ask(MEETING, { meeting, after })).errors).toBeUndefined();
  });

  it('come in pages pinned to their date, which newer evidence ends', async () => {
    const all = await found({ meeting: [need(0), need(1)] });
    const first = await admin.get(MEETING, { meeting: [need(0), need(1)], first: 2 });
    expect(first.people.totalCount).toBe(4);
    const rest = await found({
      meeting: [need(0), need(1)],
      first: 2,
      after: first.people.pageInfo.endCursor,
    });
    expect(rest.map(({ person }) => person)).toEqual(all.slice(2).map(({ person }) => person));
    await recordAll(admin, [answer(graph, 3, 8, { at: soon(1) })]);
    const { errors } = await admin.ask(MEETING, {
      meeting: [need(0), need(1)],
      after: first.people.pageInfo.endCursor,
    });
    expect(errors![0]!.extensions.code).toBe('CURSOR_EXPIRED');
  });

  it.each([
    ['no need', { meeting: [] }, /1 to 20/],
    ['an order', { meeting: [{}], orderBy: { field: 'NAME' } }, /orderBy/],
    ['level and band', { meeting: [{ band: 'expert' }] }, /not both/],
    ['a band that is none', { meeting: [{ level: null, band: 'wizard' }] }, /novice/],
    ['a level out of range', { meeting: [{ level: 1 }] }, /level/],
    ['no such skill', { meeting: [{ skill: 'nothing' }] }, /skill/],
  ])('are refused with the way out for %s', async (_, variables, message) => {
    const meeting = variables.meeting.map((given) => need(0, given));
    const { errors } = await admin.ask(MEETING, { ...variables, meeting } as PeopleMeetingQueryVariables);
    expect(errors![0]!.extensions.code).toBe('BAD_INPUT');
    expect(errors![0]!.message).toMatch(message);
  });
});

it('a list of people that is not asked for needs has no fit on its edges', async () => {
  const { people } = await admin.get(MEETING, { first: 1 });
  expect(people.edges[0]!.fit).toBeNull();
});
