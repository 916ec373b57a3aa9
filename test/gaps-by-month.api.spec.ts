import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, buildOrganisation, day, recordAll, type TestGraph } from './kit/graph';
import { OF_PROJECT, reportOf, SAVE_ROLE, supplyOf } from './kit/gaps';

graphql(`
  fragment GapsOfMonthParts on GapReportResult {
    __typename
    ... on GapReport {
      asOf
      personCount
      gaps {
        demand
        supply {
          __typename
          ... on GapSupply {
            expectedSupply
            expectedShortfall
          }
        }
      }
      summary
    }
  }
`);
const OF_PROJECT_BY_MONTH = graphql(`
  query GapsOfProjectByMonth($id: ID!, $months: Int) {
    project(id: $id) {
      gapsByMonth(months: $months) {
        ...GapsOfMonthParts
      }
    }
  }
`);
const OF_OTHERS = graphql(`
  query GapsOfOthersByMonth($team: ID!, $role: ID!, $months: Int!) {
    team(id: $team) {
      gapsByMonth(months: $months) {
        ...GapsOfMonthParts
      }
    }
    roleTemplate(id: $role) {
      gapsByMonth(team: $team, headcount: 2, months: $months) {
        ...GapsOfMonthParts
      }
    }
  }
`);
const OF_ROLE_BY_MONTH = graphql(`
  query GapsOfRoleByMonth($id: ID!) {
    roleTemplate(id: $id) {
      gapsByMonth {
        ...GapsOfMonthParts
      }
    }
  }
`);
const OF_ORGANISATION = graphql(`
  query GapsOfOrganisationByMonth($months: Int!) {
    organisationGaps {
      personCount
      gaps {
        demand
      }
      summary
    }
    organisationGapsByMonth(months: $months) {
      asOf
      personCount
      gaps {
        demand
        project {
          id
        }
      }
      summary
    }
  }
`);
/** 5 leads the team of 0 to 3; 4 is of no team. */
const [stranger, lead] = [4, 5] as const;
const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

let app: TestApp;
let admin: Client;
let graph: TestGraph;
let ids: {
  readonly changing: string;
  readonly steady: string;
  readonly lasting: string;
  readonly team: string;
  readonly role: string;
};
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 6, skills: 1, questionsPerSkill: 2 });
  const { source, people, skills } = graph;
  const named = (id: string) => ({ source, id });
  const person = (position: number) => people[position]!.reference;
  const skill = skills[0]!.reference;
  const { projects, teams } = await buildOrganisation(admin, {
    people: [{ ...person(2), activeUntil: soon(10) }],
    teams: [{ ...named('team'), name: 'Team', leads: [person(lead)] }],
    memberships: [0, 1, 2, 3].map((one) => ({
      ...{ person: person(one), team: named('team') },
      ...(one === 3 && { to: soon(45) }),
    })),
    projects: [
      { ...named('changing'), name: 'Changing', responsibleTeam: named('team'), to: soon(80) },
      { ...named('steady'), name: 'Steady', responsibleTeam: named('team'), from: soon(40) },
      { ...named('lasting'), name: 'Lasting' },
    ],
    requirements: [
      { project: named('changing'), skill, level: 0.5, headcount: 2 },
      { project: named('steady'), skill, level: 0.6 },
      { project: named('lasting'), skill, level: 0.6, headcount: 3 },
    ],
    assignments: [
      ...[0, 1, 2, 3].map((one) => ({
        ...{ project: named('changing'), person: person(one) },
        ...(one === 3 && { to: soon(45) }),
      })),
      ...[0, 1, 3].map((one) => ({ project: named('lasting'), person: person(one) })),
      { project: named('lasting'), person: person(stranger), from: soon(45) },
    ],
  });
  const { saveRoleTemplates } = await admin.get(SAVE_ROLE, {
    roles: [{ ...named('role'), name: 'Role' }],
    requirements: [{ roleTemplate: named('role'), skill, level: 0.5 }],
  });
  ids = {
    changing: projects[0]!,
    steady: projects[1]!,
    lasting: projects[2]!,
    team: teams[0]!,
    role: saveRoleTemplates.roleTemplates[0]!.id,
  };
  await recordAll(
    admin,
    [0, 1, 2, 3, stranger].flatMap((one) =>
      [0, 1].map((question) =>
        answer(graph, one, question, { score: (one + question) % 2, at: day(question) }),
      ),
    ),
  );
});
afterAll(() => app.close());

const ofProject = async (id: string, months?: number, client = admin) =>
  (await client.get(OF_PROJECT_BY_MONTH, { id, months })).project!.gapsByMonth;
type Month = Awaited<ReturnType<typeof ofProject>>[number];

function shown(month: Month | undefined) {
  if (month?.__typename !== 'GapReport') throw new Error('Withheld.');
  return month;
}
const lackingIn = (month: Month | undefined) =>
  shown(month).gaps.reduce(
    (sum, { supply }) => sum + (supply.__typename === 'GapSupply' ? supply.expectedShortfall : NaN),
    0,
  );

describe('gaps by month', () => {
  it('are of those who are assigned and active then, and of nothing before the project begins or once it has ended', async () => {
    const months = (await ofProject(ids.changing, 3)).map(shown);
    expect(months.map(({ personCount }) => personCount)).toEqual([4, 3, 2, 2]);
    expect(months.map(({ gaps }) => gaps.map(({ demand }) => demand))).toEqual([[2], [2], [2], []]);
    expect(lackingIn(months[2])).toBeGreaterThan(lackingIn(months[1]) + 0.01);
    expect(months[3]!.summary).toContain('Nothing is required yet');
    expect(await ofProject(ids.changing)).toHaveLength(7);
  });

  it('fade until then, as the gaps of that date have it', async () => {
    const months = await ofProject(ids.lasting, 2);
    expect(months.map((month) => shown(month).personCount)).toEqual([3, 3, 4]);
    const { asOf } = shown(months[2]);
    const { project } = await admin.get(OF_PROJECT, { id: ids.lasting, asOf });
    const supply = supplyOf(reportOf(project!.gaps).gaps[0]!);
    const { expectedSupply, expectedShortfall } = supply;
    expect(shown(months[2]).gaps[0]!.supply).toMatchObject({
      expectedSupply: expect.closeTo(expectedSupply, 9),
      expectedShortfall: expect.closeTo(expectedShortfall, 9),
    });
    const month = new Date(asOf).getUTCMonth() - new Date().getUTCMonth();
    expect((month + 12) % 12).toBe(2);
  });

  it('are of the members of a team for the projects of each month, and of a role by those who are there then', async () => {
    const { team, roleTemplate } = await admin.get(OF_OTHERS, { team: ids.team, role: ids.role, months: 3 });
    const ofTeam = team!.gapsByMonth.map(shown);
    expect(ofTeam.map(({ personCount }) => personCount)).toEqual([4, 3, 2, 2]);
    expect(ofTeam.map(({ gaps }) => gaps.map(({ demand }) => demand).sort())).toEqual([
      [2],
      [2],
      [1, 2],
      [1],
    ]);
    const ofRole = roleTemplate!.gapsByMonth!.map(shown);
    expect(ofRole.map(({ personCount }) => personCount)).toEqual([4, 3, 2, 2]);
    expect(ofRole.map(({ gaps }) => gaps.map(({ demand }) => demand))).toEqual([[2], [2], [2], [2]]);
    expect(lackingIn(ofRole[2])).toBeGreaterThan(lackingIn(ofRole[0]) + 0.1);
    const ofAll = (await admin.get(OF_ROLE_BY_MONTH, { id: ids.role })).roleTemplate!.gapsByMonth!;
    const [now, later] = ofAll.map(shown);
    expect(later!.personCount).toBe(now!.personCount - 1);
  });

  it('are, of the organisation now, its gaps, but for projects that have not begun', async () => {
    const { organisationGaps, organisationGapsByMonth } = await admin.get(OF_ORGANISATION, { months: 3 });
    const [now, , second, third] = organisationGapsByMonth;
    expect(now!.personCount).toBe(organisationGaps.personCount);
    expect(second!.personCount).toBeLessThan(now!.personCount);
    const own = new Set<string | undefined>([ids.changing, ids.steady, ids.lasting]);
    const required = (month: typeof now) => month!.gaps.filter(({ project }) => own.has(project?.id)).length;
    expect([now, second, third].map(required)).toEqual([2, 3, 2]);
  });

  it('take as many statements whatever the months', async () => {
    const statements = async (months: number) => {
      app.forget();
      await ofProject(ids.lasting, months);
      return app.statements.length;
    };
    const few = await statements(1);
    expect(await statements(12)).toBe(few);
  });

  it('are withheld from a lead for the months in which too few are not theirs to see', async () => {
    const client = await app.as('lead', graph.people[lead]!.id);
    const months = await ofProject(ids.lasting, 2, client);
    expect(months.map(({ __typename }) => __typename)).toEqual(['GapReport', 'GapReport', 'Withheld']);
  });

  it('are BAD_INPUT for more months than are looked ahead', async () => {
    for (const months of [-1, 13]) {
      const { errors } = await admin.ask(OF_PROJECT_BY_MONTH, { id: ids.lasting, months });
      expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
    }
    const { errors } = await admin.ask(OF_ORGANISATION, { months: 7 });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
  });
});
