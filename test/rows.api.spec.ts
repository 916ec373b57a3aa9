import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, day, recordAll, type TestGraph } from './kit/graph';

const SAVE_EMAILS = graphql(`
  mutation RowsSaveEmails($items: [PersonInput!]!) {
    savePeople(items: $items) {
      errors {
        message
      }
    }
  }
`);
const SAVE_TEAMS = graphql(`
  mutation RowsSaveTeams($items: [TeamInput!]!) {
    saveTeams(items: $items) {
      teams {
        id
      }
      errors {
        message
      }
    }
  }
`);
const SAVE_MEMBERSHIPS = graphql(`
  mutation RowsSaveMemberships($items: [MembershipInput!]!) {
    saveMemberships(items: $items) {
      done
      errors {
        message
      }
    }
  }
`);
const SAVE_PROJECT = graphql(`
  mutation RowsSaveProject(
    $projects: [ProjectInput!]!
    $requirements: [RequirementInput!]!
    $assignments: [AssignmentInput!]!
  ) {
    saveProjects(items: $projects) {
      projects {
        id
      }
      errors {
        message
      }
    }
    saveRequirements(items: $requirements) {
      done
    }
    saveAssignments(items: $assignments) {
      done
    }
  }
`);
const STATE_REQUIREMENTS = graphql(`
  mutation RowsStateRequirements($tasks: [TaskInput!]!, $items: [RequirementInput!]!) {
    saveTasks(items: $tasks) {
      errors {
        message
      }
    }
    saveRequirements(items: $items) {
      done
    }
  }
`);
const REQUIREMENTS_BY_LEAD = graphql(`
  mutation RowsRequirementsByLead($items: [RequirementInput!]!) {
    saveRequirements(items: $items) {
      done
      errors {
        index
        code
        message
      }
    }
  }
`);
const REQUIREMENTS = graphql(`
  query RowsRequirements($id: ID!) {
    project(id: $id) {
      requirements {
        level
      }
      tasks {
        requirements {
          level
        }
      }
    }
  }
`);
const PEOPLE = graphql(`
  query RowsPeople($after: String) {
    people(first: 200, after: $after) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
const PERSON = graphql(`
  query RowsPerson($id: ID!) {
    person(id: $id) {
      email
      mastery {
        nodes {
          level
        }
      }
    }
  }
`);
const MASTERED_BY = graphql(`
  query RowsMasteredBy($id: ID!, $first: Int! = 200, $after: String) {
    skill(id: $id) {
      masteredBy(first: $first, after: $after) {
        nodes {
          person {
            id
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
const TEAM = graphql(`
  query RowsTeam($id: ID!) {
    team(id: $id) {
      leads {
        id
        name
        email
        activeUntil
      }
      members {
        person {
          id
          email
        }
      }
    }
  }
`);
const LEADS_MASTERY = graphql(`
  query RowsLeadsMastery($id: ID!) {
    team(id: $id) {
      leads {
        mastery {
          nodes {
            level
          }
        }
      }
    }
  }
`);
const ASSIGNMENTS = graphql(`
  query RowsAssignments($id: ID!) {
    project(id: $id) {
      assignments {
        person {
          id
        }
      }
    }
  }
`);
const CANDIDATES = graphql(`
  query RowsCandidates($id: ID!) {
    project(id: $id) {
      name
      candidates(includeAssigned: true) {
        nodes {
          person {
            id
            email
            activeUntil
          }
        }
      }
    }
  }
`);
const CANDIDATES_MASTERY = graphql(`
  query RowsCandidatesMastery($id: ID!) {
    project(id: $id) {
      candidates(includeAssigned: true) {
        nodes {
          person {
            id
            mastery {
              nodes {
                level
              }
            }
          }
        }
      }
    }
  }
`);

/** The people of the story, by their position in the graph. */
const [ann, adam, former, bea, boris, future] = [0, 1, 2, 3, 4, 5] as const;
const everybody = [ann, adam, former, bea, boris, future];

let app: TestApp;
let graph: TestGraph;
let admin: Client;
let teamA: string;
let teamB: string;
let project: string;

/** Ann leads team A with Adam in it, Boris leads team B with Bea; all have answered the one question. */
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 6, skills: 1, questionsPerSkill: 1 });
  const { source } = graph;
  const person = (position: number) => graph.people[position]!.reference;
  const a = { source, id: 'team-a' };
  const b = { source, id: 'team-b' };
  const activeUntil = '2090-01-01T00:00:00Z';
  const items = everybody.map((one) => ({
    ...person(one),
    email: `${String(one)}@example.org`,
    activeUntil,
  }));
  expect((await admin.get(SAVE_EMAILS, { items })).savePeople.errors).toEqual([]);
  const { saveTeams } = await admin.get(SAVE_TEAMS, {
    items: [
      { ...a, name: 'A', leads: [person(ann)] },
      { ...b, name: 'B', leads: [person(boris)] },
    ],
  });
  [teamA, teamB] = saveTeams.teams.map((team) => team!.id) as [string, string];
  const { saveMemberships } = await admin.get(SAVE_MEMBERSHIPS, {
    items: [
      { person: person(adam), team: a },
      { person: person(former), team: a, from: day(-100), to: day(-1) },
      { person: person(future), team: a, from: '2089-01-01T00:00:00Z' },
      { person: person(bea), team: b, from: day(0) },
    ],
  });
  expect(saveMemberships.done).toBe(4);
  const work = { source, id: 'project' };
  const { saveProjects, saveRequirements, saveAssignments } = await admin.get(SAVE_PROJECT, {
    projects: [{ ...work, name: 'Project', responsibleTeam: a }],
    requirements: [{ project: work, skill: graph.skills[0]!.reference, level: 0.5 }],
    assignments: [adam, bea].map((one) => ({ project: work, person: person(one) })),
  });
  expect([saveRequirements.done, saveAssignments.done]).toEqual([1, 2]);
  project = saveProjects.projects[0]!.id;
  await recordAll(
    admin,
    everybody.map((one) => answer(graph, one, 0)),
  );
});
afterAll(() => app.close());

const idOf = (position: number) => graph.people[position]!.id;
const viewerAs = (role: 'person' | 'lead', position: number) => app.as(role, idOf(position));
const positionsOf = (ids: readonly string[]) =>
  ids
    .map((id) => everybody.find((one) => idOf(one) === id))
    .filter((position) => position !== undefined)
    .sort();

async function seenInPeople(client: Client): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const {
      people,
    }: {
      people: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } };
    } = await client.get(PEOPLE, { after });
    ids.push(...people.nodes.map(({ id }) => id));
    if (!people.pageInfo.hasNextPage) return ids;
    after = people.pageInfo.endCursor ?? null;
  }
}
async function seenInSkill(client: Client): Promise<string[]> {
  const { skill } = await client.get(MASTERED_BY, { id: graph.skills[0]!.id, first: 200 });
  return skill!.masteredBy.nodes.map(({ person }) => person.id);
}
async function seenInTeam(client: Client, id: string): Promise<string[]> {
  return (await client.get(TEAM, { id })).team!.members.map(({ person }) => person.id);
}
async function seenInProject(client: Client): Promise<string[]> {
  return (await client.get(ASSIGNMENTS, { id: project })).project!.assignments.map(({ person }) => person.id);
}
async function seenOneByOne(client: Client): Promise<string[]> {
  const found = await Promise.all(
    everybody.map(async (one) => [idOf(one), (await client.get(PERSON, { id: idOf(one) })).person] as const),
  );
  return found.filter(([, person]) => person != null).map(([id]) => id);
}

describe('a person', () => {
  it('sees only themselves in people, by id and in a skill', async () => {
    const client = await viewerAs('person', bea);
    expect(await seenInPeople(client)).toEqual([idOf(bea)]);
    expect(await seenOneByOne(client)).toEqual([idOf(bea)]);
    expect(await seenInSkill(client)).toEqual([idOf(bea)]);
  });

  it('sees of teams and projects only their own membership and assignment', async () => {
    const client = await viewerAs('person', bea);
    expect(await seenInTeam(client, teamB)).toEqual([idOf(bea)]);
    expect(await seenInTeam(client, teamA)).toEqual([]);
    expect(await seenInProject(client)).toEqual([idOf(bea)]);
    expect(await seenInProject(await viewerAs('person', ann))).toEqual([]);
  });

  it('sees their own e-mail and mastery', async () => {
    const { person } = await (await viewerAs('person', bea)).get(PERSON, { id: idOf(bea) });
    expect(person!.email).toBe(`${String(bea)}@example.org`);
    expect(person!.mastery.nodes).toHaveLength(1);
  });

  it('sees who leads a team, by name, and neither their e-mail nor their last day', async () => {
    const { team } = await (await viewerAs('person', bea)).get(TEAM, { id: teamA });
    expect(team!.leads).toEqual([
      { id: idOf(ann), name: expect.stringContaining('person-0001'), email: null, activeUntil: null },
    ]);
  });

  it('is FORBIDDEN the mastery of a lead, reached through the team', async () => {
    const { data, errors } = await (await viewerAs('person', bea)).ask(LEADS_MASTERY, { id: teamA });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(errors![0]!.path).toEqual(['team', 'leads', 0, 'mastery']);
    expect(JSON.stringify(data)).not.toContain('level');
  });

  it('sees no more for leading a team where the token says person', async () => {
    expect(await seenInTeam(await viewerAs('person', ann), teamA)).toEqual([]);
  });
});

describe('a lead', () => {
  it('sees themselves and who is in their teams now: neither former nor future members, nor other teams', async () => {
    const client = await viewerAs('lead', ann);
    const mine = [idOf(ann), idOf(adam)].sort();
    expect((await seenInPeople(client)).sort()).toEqual(mine);
    expect((await seenOneByOne(client)).sort()).toEqual(mine);
    expect((await seenInSkill(client)).sort()).toEqual(mine);
    expect(await seenInTeam(client, teamA)).toEqual([idOf(adam)]);
    expect(await seenInTeam(client, teamB)).toEqual([]);
    expect(await seenInProject(client)).toEqual([idOf(adam)]);
  });

  it('sees the e-mail and mastery of a member', async () => {
    const { person } = await (await viewerAs('lead', ann)).get(PERSON, { id: idOf(adam) });
    expect(person!.email).toBe(`${String(adam)}@example.org`);
    expect(person!.mastery.nodes).toHaveLength(1);
  });

  it('sees only themselves where they lead no team', async () => {
    expect(await seenInPeople(await viewerAs('lead', bea))).toEqual([idOf(bea)]);
  });

  it('pages through the members they see without gaps', async () => {
    const client = await viewerAs('lead', ann);
    const id = graph.skills[0]!.id;
    const first = (await client.get(MASTERED_BY, { id, first: 1 })).skill!.masteredBy;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const after = first.pageInfo.endCursor ?? null;
    const second = (await client.get(MASTERED_BY, { id, first: 1, after })).skill!.masteredBy;
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect([...first.nodes, ...second.nodes].map(({ person }) => person.id)).toEqual([idOf(ann), idOf(adam)]);
  });

  it('loses a member with the end of the membership, and a team with the lead of it', async () => {
    const team = { source: graph.source, id: 'team-c' };
    const { saveTeams } = await admin.get(SAVE_TEAMS, {
      items: [{ ...team, name: 'C', leads: [graph.people[ann]!.reference] }],
    });
    const save = (to: string | null) =>
      admin.get(SAVE_MEMBERSHIPS, {
        items: [{ person: graph.people[future]!.reference, team, from: day(0), to }],
      });
    const client = await viewerAs('lead', ann);
    const seesThem = async () =>
      (await client.get(PERSON, { id: idOf(future) })).person != null &&
      (await seenInTeam(client, saveTeams.teams[0]!.id)).includes(idOf(future));
    await save(null);
    expect(await seesThem()).toBe(true);
    await save(day(1));
    expect(await seesThem()).toBe(false);
    await save(null);
    await admin.get(SAVE_TEAMS, { items: [{ ...team, leads: [graph.people[boris]!.reference] }] });
    expect(await seesThem()).toBe(false);
  });
});

describe('an author', () => {
  it('sees the names of leads and no individual otherwise', async () => {
    const client = await app.as('author');
    const { data } = await client.ask<{ team: { leads: unknown[] } }, { id: string }>(
      'query ($id: ID!) { team(id: $id) { leads { id name } } }',
      { id: teamA },
    );
    expect(data!.team.leads).toHaveLength(1);
    for (const operation of [PEOPLE, PERSON, MASTERED_BY, TEAM, LEADS_MASTERY, ASSIGNMENTS, CANDIDATES]) {
      const denied = await client.ask<unknown, unknown>(operation.toString(), { id: idOf(ann) });
      expect(denied.data).toBeUndefined();
      expect(denied.errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
  });
});

describe.each(['hr', 'admin'] as const)('%s', (role) => {
  it('sees everybody', async () => {
    const client = await app.as(role);
    expect(positionsOf(await seenInPeople(client))).toEqual(everybody);
    expect(positionsOf(await seenOneByOne(client))).toEqual(everybody);
    expect(positionsOf(await seenInSkill(client))).toEqual(everybody);
    expect(await seenInTeam(client, teamA)).toEqual([idOf(adam)]);
    expect(await seenInTeam(client, teamB)).toEqual([idOf(bea)]);
    expect(await seenInProject(client)).toEqual([idOf(adam), idOf(bea)]);
    const { team } = await client.get(TEAM, { id: teamA });
    expect(team!.leads[0]!.email).toBe(`${String(ann)}@example.org`);
  });
});

describe('candidates for a project', () => {
  it.each(['hr', 'admin'] as const)('are shown to %s', async (role) => {
    const { project: found } = await (await app.as(role)).get(CANDIDATES, { id: project });
    expect(positionsOf(found!.candidates.nodes.map(({ person }) => person.id))).toEqual(everybody);
    expect(found!.candidates.nodes.every(({ person }) => person.email !== null)).toBe(true);
  });

  it('are shown to a lead of the responsible team, those of other teams by name alone', async () => {
    const { project: found } = await (await viewerAs('lead', ann)).get(CANDIDATES, { id: project });
    const { nodes } = found!.candidates;
    expect(positionsOf(nodes.map(({ person }) => person.id))).toEqual(everybody);
    const open = nodes.filter(({ person }) => person.email !== null || person.activeUntil !== null);
    expect(positionsOf(open.map(({ person }) => person.id))).toEqual([ann, adam]);
  });

  it('are no way to the mastery of people whom that lead does not see', async () => {
    const { data, errors } = await (await viewerAs('lead', ann)).ask(CANDIDATES_MASTERY, { id: project });
    expect(new Set(errors!.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
    expect(JSON.stringify(data)).not.toContain('level');
  });

  it.each([
    ['a lead of another team', 'lead', boris],
    ['a lead of none', 'lead', bea],
  ] as const)('are FORBIDDEN to %s', async (_, role, position) => {
    const { data, errors } = await (await viewerAs(role, position)).ask(CANDIDATES, { id: project });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(errors![0]!.path).toEqual(['project', 'candidates']);
    expect(data).toEqual({ project: null });
  });

  it('are FORBIDDEN to a person, even of the project itself', async () => {
    const { data, errors } = await (await viewerAs('person', adam)).ask(CANDIDATES, { id: project });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(data).toBeUndefined();
  });
});

describe('requirements stated by a lead', () => {
  const theirs = () => ({ source: graph.source, id: 'stated' });
  const elsewhere = () => ({ source: graph.source, id: 'stated-elsewhere' });
  const task = (id: string) => ({ source: graph.source, id });
  let id: string;
  const items = (level: number) => {
    const needed = { skill: graph.skills[0]!.reference, level };
    return [
      { project: theirs(), ...needed },
      { project: elsewhere(), ...needed },
      { task: task('of-theirs'), ...needed },
      { task: task('of-elsewhere'), ...needed },
    ];
  };
  const levels = async () => {
    const { project: found } = await admin.get(REQUIREMENTS, { id });
    return [found!.requirements, ...found!.tasks.map(({ requirements }) => requirements)].map((of) =>
      of.map(({ level }) => level),
    );
  };

  beforeAll(async () => {
    const { saveProjects } = await admin.get(SAVE_PROJECT, {
      projects: [
        { ...theirs(), name: 'Stated', responsibleTeam: { source: graph.source, id: 'team-a' } },
        { ...elsewhere(), name: 'Elsewhere', responsibleTeam: { source: graph.source, id: 'team-b' } },
      ],
      requirements: [],
      assignments: [],
    });
    id = saveProjects.projects[0]!.id;
    await admin.get(STATE_REQUIREMENTS, {
      tasks: [
        { ...task('of-theirs'), name: 'Of theirs', project: theirs() },
        { ...task('of-elsewhere'), name: 'Of elsewhere', project: elsewhere() },
      ],
      items: [],
    });
  });

  it('land for the projects of their own teams and the tasks of these, and for no other', async () => {
    const client = await viewerAs('lead', ann);
    const { saveRequirements } = await client.get(REQUIREMENTS_BY_LEAD, { items: items(0.4) });
    expect(saveRequirements.done).toBe(2);
    expect(saveRequirements.errors.map(({ index, code }) => [index, code])).toEqual([
      [1, 'FORBIDDEN'],
      [3, 'FORBIDDEN'],
    ]);
    expect(await levels()).toEqual([[0.4], [0.4]]);
  });

  it('cannot be removed by the lead of another team', async () => {
    const client = await viewerAs('lead', bea);
    const removal = items(0.4).map((item) => ({ ...item, headcount: 0 }));
    const { saveRequirements } = await client.get(REQUIREMENTS_BY_LEAD, { items: removal });
    expect(saveRequirements.errors.map(({ code }) => code)).toEqual(Array(4).fill('FORBIDDEN'));
    expect(await levels()).toEqual([[0.4], [0.4]]);
  });

  it.each(['hr', 'admin'] as const)('do not keep %s from stating any', async (role) => {
    const { saveRequirements } = await (
      await app.as(role)
    ).get(REQUIREMENTS_BY_LEAD, {
      items: items(role === 'hr' ? 0.6 : 0.7),
    });
    expect(saveRequirements).toEqual({ done: 4, errors: [] });
  });
});
