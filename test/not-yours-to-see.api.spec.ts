import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { askFor } from './kit/nouns';
import { asOf, assigned, buildStaffing, eligible, type Staffing } from './kit/staffing';

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

  const CANDIDATES = `query ($id: ID!, $filterBy: PersonFilter, $asOf: DateTimeISO, $freeFor: FreeFor,
    $includeAssigned: Boolean, $replacing: ID, $people: [ID!], $requirements: [AssumedRequirement!]) {
    project(id: $id) { candidates(first: 100, filterBy: $filterBy, asOf: $asOf, freeFor: $freeFor,
      includeAssigned: $includeAssigned, replacing: $replacing, people: $people, requirements: $requirements) {
      leftOut leftOutWhy nodes { person { id name } fit teams { leads { nodes { name } } } } } } }`;
  const found = async (client: Client, given: object) => {
    const { project } = await askFor<{
      project: {
        candidates: {
          leftOut: number;
          leftOutWhy: string | null;
          nodes: {
            person: { id: string; name: string };
            fit: number;
            teams: { leads: { nodes: { name: string }[] } }[];
          }[];
        };
      };
    }>(client, CANDIDATES, { id: staffing.project, asOf, ...given });
    return project.candidates;
  };
  const isSeen = ({ person }: { person: { id: string } }) =>
    staffing.graph.people.findIndex(({ id }) => id === person.id) % 2 === 0;
  /** A value for every condition there is, which some people outside the lead's team meet. */
  const conditions = (): Record<string, unknown> => ({
    ...{ active: true, archived: false, assigned: false, assignedTo: staffing.project, freeShare: 0.1 },
    ...{ email: 'one@example.org', nameContains: '1', updatedSince: '2020-01-01T00:00:00Z' },
    ...{
      externalIds: staffing.graph.people.map(({ reference: { source, id: value } }) => ({ source, value })),
    },
    ...{ team: leaderless, within: leaderless },
  });
  /** Whoever is not the lead's to see is shown in short, or counted, with the reason that names the condition. */
  const expectNobodyDropped = async (given: object, what: string) => {
    const [all, open, shown] = await Promise.all([found(admin, given), found(lead, {}), found(lead, given)]);
    const meeting = all.nodes.filter((one) => !isSeen(one)).map(({ person }) => person.id);
    const unseen = shown.nodes.filter((one) => !isSeen(one));
    expect(shown.nodes.filter(isSeen)).toEqual(all.nodes.filter(isSeen));
    if (shown.leftOutWhy === null) {
      expect([what, shown.leftOut, unseen.map(({ person }) => person.id).sort()]).toEqual([
        ...[what, 0],
        meeting.sort(),
      ]);
    } else {
      const others = open.nodes.filter((one) => !isSeen(one));
      expect([what, shown.leftOut, unseen]).toEqual([what, others.length, []]);
      expect(shown.leftOutWhy).toContain(what);
      expect(others.map(({ person }) => person.id)).toEqual(
        expect.arrayContaining(meeting.filter((id) => id !== staffing.graph.people[assigned]!.id)),
      );
    }
    for (const { person, fit, teams } of unseen) {
      expect(person.name).toBeTruthy();
      expect(fit).toBeCloseTo(Math.round(10 * fit) / 10, 12);
      expect(teams[0]!.leads.nodes).toHaveLength(1);
    }
  };

  it('drop nobody in silence, whichever condition is given', async () => {
    const { __type: type } = await askFor<{ __type: { inputFields: { name: string }[] } }>(
      admin,
      '{ __type(name: "PersonFilter") { inputFields { name } } }',
      {},
    );
    expect(Object.keys(conditions()).sort()).toEqual(type.inputFields.map(({ name }) => name).sort());
    for (const [name, value] of Object.entries(conditions()))
      await expectNobodyDropped({ filterBy: { [name]: value } }, name);
  });

  it('drop nobody in silence, whatever else is asked', async () => {
    const { graph } = staffing;
    for (const [what, value] of Object.entries({
      freeFor: { atLeast: 0.5 },
      includeAssigned: true,
      replacing: graph.people[assigned]!.id,
      people: graph.people.map(({ id }) => id),
      requirements: [{ skill: graph.skills[0]!.reference, level: 0.7 }],
    }))
      await expectNobodyDropped({ [what]: value }, what);
  });

  it('leave nobody out where no such condition is given, or the viewer sees everybody', async () => {
    expect(await candidates(lead, {})).toEqual([eligible.length, 0, false]);
    expect(await candidates(admin, { freeShare: 0.1 })).toEqual([eligible.length, 0, false]);
  });
});
