import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { askFor } from './kit/nouns';
import { asOf, buildStaffing, eligible, type Staffing } from './kit/staffing';

let app: TestApp;
let admin: Client;
/** Leads the team of those at even positions. */
let lead: Client;
let staffing: Staffing;
let leaderless: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  staffing = await buildStaffing(admin);
  const { source, people } = staffing.graph;
  const { saveTeams } = await askFor<{ saveTeams: { teams: { id: string }[] } }>(
    admin,
    `mutation ($items: [TeamInput!]!) { saveTeams(items: $items) { teams { id } errors { message } } }`,
    {
      items: [
        { source, id: 'team', leads: [people[0]!.reference] },
        { source, id: 'other team', leads: [people[1]!.reference] },
      ],
    },
  );
  leaderless = saveTeams.teams[1]!.id;
  lead = await app.as('lead', people[0]!.id);
});
afterAll(() => app.close());

const lists = ['memberships', 'availability', 'assignments', 'enrolments'];
const OF_PERSON = `query ($id: ID!) { team(id: $id) { leads { nodes { name ${lists
  .map((list) => `${list} { nodes { from } pageInfo { onlyVisible } }`)
  .join(' ')} } } } }`;

it('what is held of one person is refused where it is not yours to see, and everything else is answered', async () => {
  const { data, errors } = await lead.ask<
    { team: { leads: { nodes: Record<string, unknown>[] } } },
    { id: string }
  >(OF_PERSON, { id: leaderless });
  const [other] = data!.team.leads.nodes;
  expect(other).toEqual({
    name: expect.any(String),
    ...Object.fromEntries(lists.map((list) => [list, null])),
  });
  expect(errors!.map(({ extensions }) => extensions.code)).toEqual(lists.map(() => 'FORBIDDEN'));
  expect(errors!.map(({ path }) => path!.at(-1)).sort()).toEqual([...lists].sort());
});

it('and is whole where it is', async () => {
  const own = await askFor<{ team: { leads: { nodes: Record<string, unknown>[] } } }>(admin, OF_PERSON, {
    id: leaderless,
  });
  for (const list of lists)
    expect(own.team.leads.nodes[0]![list]).toMatchObject({ pageInfo: { onlyVisible: false } });
});

describe('a list that may leave out what the viewer may not see says so', () => {
  const page = '{ totalCount pageInfo { onlyVisible } }';
  const asked = async (client: Client): Promise<[count: number, onlyVisible: boolean][]> => {
    const { graph, project } = staffing;
    interface Shown {
      totalCount: number;
      pageInfo: { onlyVisible: boolean };
    }
    const found = await askFor<{
      team: { members: Shown; leads: Shown; active: Shown };
      project: { assignments: Shown };
      skill: { masteries: Shown };
      people: Shown;
      search: Shown;
    }>(
      client,
      `query ($team: ID!, $project: ID!, $skill: ID!, $source: String!) {
        team(id: $team) { members ${page} leads ${page} active: leads(filterBy: { active: true }) ${page} }
        project(id: $project) { assignments(filterBy: { states: [PAST, CURRENT] }) ${page} }
        skill(id: $skill) { masteries ${page} }
        people(filterBy: { nameContains: $source }) ${page}
        search(query: $source, types: [PERSON]) ${page}
      }`,
      { team: leaderless, project, skill: graph.skills[0]!.id, source: graph.source },
    );
    const { team, project: shown, skill, people, search } = found;
    return [team.members, team.leads, team.active, shown.assignments, skill.masteries, people, search].map(
      ({ totalCount, pageInfo }) => [totalCount, pageInfo.onlyVisible],
    );
  };

  it('to a lead of another team', async () => {
    const shown = await asked(lead);
    expect(shown.map(([, onlyVisible]) => onlyVisible)).toEqual([true, false, true, true, true, true, true]);
    expect(shown.slice(0, 3).map(([count]) => count)).toEqual([0, 1, 0]);
  });

  it('and is whole for who sees everybody', async () => {
    const shown = await asked(admin);
    expect(shown.some(([, onlyVisible]) => onlyVisible)).toBe(false);
    expect(shown.slice(0, 3).map(([count]) => count)).toEqual([6, 1, 1]);
  });
});

describe('candidates under conditions on what the viewer may not see', () => {
  const candidates = async (client: Client, filterBy: object) => {
    const { project } = await askFor<{
      project: {
        candidates: { totalCount: number; leftOut: number; pageInfo: { onlyVisible: boolean } };
      };
    }>(
      client,
      `query ($id: ID!, $filterBy: PersonFilter, $asOf: DateTimeISO) { project(id: $id) {
        candidates(filterBy: $filterBy, asOf: $asOf) { totalCount leftOut pageInfo { onlyVisible } } } }`,
      { id: staffing.project, filterBy, asOf },
    );
    const { totalCount, leftOut, pageInfo } = project.candidates;
    return [totalCount, leftOut, pageInfo.onlyVisible];
  };
  const seen = eligible.filter((position) => position % 2 === 0).length;

  it('say how many were left out', async () => {
    expect(await candidates(lead, { freeShare: 0.1 })).toEqual([seen, eligible.length - seen, true]);
    const { person } = await askFor<{ person: { name: string } }>(
      admin,
      'query ($id: ID!) { person(id: $id) { name } }',
      { id: staffing.graph.people[1]!.id },
    );
    expect(await candidates(lead, { freeShare: 0.1, nameContains: person.name })).toEqual([0, 1, true]);
  });

  it('leave nobody out where no such condition is given, or the viewer sees everybody', async () => {
    expect(await candidates(lead, {})).toEqual([eligible.length, 0, false]);
    expect(await candidates(admin, { freeShare: 0.1 })).toEqual([eligible.length, 0, false]);
  });
});
