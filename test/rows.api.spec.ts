import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { day } from './kit/graph';
import { SAVE_MEMBERSHIPS, SAVE_TEAMS } from './kit/operations';
import {
  adam,
  ann,
  bea,
  boris,
  buildStory,
  CANDIDATES,
  everybody,
  future,
  positionsOf,
  type Story,
} from './kit/story';

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
  query RowsOfMasteries($id: ID!, $first: Int! = 200, $after: String) {
    skill(id: $id) {
      masteries(first: $first, after: $after) {
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
        nodes {
          id
          name
          email
          activeUntil
        }
      }
      members {
        nodes {
          person {
            id
            email
          }
        }
      }
    }
  }
`);
const LEADS_MASTERY = graphql(`
  query RowsLeadsMastery($id: ID!) {
    team(id: $id) {
      leads {
        nodes {
          mastery {
            nodes {
              level
            }
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
        nodes {
          person {
            id
          }
        }
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
let story: Story;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  story = await buildStory(admin);
});
afterAll(() => app.close());

const idOf = (position: number) => story.graph.people[position]!.id;
const viewerAs = (role: 'person' | 'lead', position: number) => app.as(role, idOf(position));

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
  const { skill } = await client.get(MASTERED_BY, { id: story.graph.skills[0]!.id, first: 200 });
  return skill!.masteries.nodes.map(({ person }) => person.id);
}
async function seenInTeam(client: Client, id: string): Promise<string[]> {
  return (await client.get(TEAM, { id })).team!.members.nodes.map(({ person }) => person.id);
}
async function seenInProject(client: Client): Promise<string[]> {
  return (await client.get(ASSIGNMENTS, { id: story.project })).project!.assignments.nodes.map(
    ({ person }) => person.id,
  );
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
    expect(await seenInTeam(client, story.teamB)).toEqual([idOf(bea)]);
    expect(await seenInTeam(client, story.teamA)).toEqual([]);
    expect(await seenInProject(client)).toEqual([idOf(bea)]);
    expect(await seenInProject(await viewerAs('person', ann))).toEqual([]);
  });

  it('sees their own e-mail and mastery', async () => {
    const { person } = await (await viewerAs('person', bea)).get(PERSON, { id: idOf(bea) });
    expect(person!.email).toBe(`${String(bea)}@example.org`);
    expect(person!.mastery!.nodes).toHaveLength(1);
  });

  it('sees who leads a team, by name, and neither their e-mail nor their last day', async () => {
    const { team } = await (await viewerAs('person', bea)).get(TEAM, { id: story.teamA });
    expect(team!.leads.nodes).toEqual([
      { id: idOf(ann), name: expect.stringContaining('person-0001'), email: null, activeUntil: null },
    ]);
  });

  it('is FORBIDDEN the mastery of a lead, reached through the team', async () => {
    const { data, errors } = await (await viewerAs('person', bea)).ask(LEADS_MASTERY, { id: story.teamA });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(errors![0]!.path).toEqual(['team', 'leads', 'nodes', 0, 'mastery']);
    expect(JSON.stringify(data)).not.toContain('level');
  });

  it('sees no more for leading a team where the token says person', async () => {
    expect(await seenInTeam(await viewerAs('person', ann), story.teamA)).toEqual([]);
  });
});

describe('a lead', () => {
  it('sees themselves and who is in their teams now: neither former nor future members, nor other teams', async () => {
    const client = await viewerAs('lead', ann);
    const mine = [idOf(ann), idOf(adam)].sort();
    expect((await seenInPeople(client)).sort()).toEqual(mine);
    expect((await seenOneByOne(client)).sort()).toEqual(mine);
    expect((await seenInSkill(client)).sort()).toEqual(mine);
    expect(await seenInTeam(client, story.teamA)).toEqual([idOf(adam)]);
    expect(await seenInTeam(client, story.teamB)).toEqual([]);
    expect(await seenInProject(client)).toEqual([idOf(adam)]);
  });

  it('sees the e-mail and mastery of a member', async () => {
    const { person } = await (await viewerAs('lead', ann)).get(PERSON, { id: idOf(adam) });
    expect(person!.email).toBe(`${String(adam)}@example.org`);
    expect(person!.mastery!.nodes).toHaveLength(1);
  });

  it('sees only themselves where they lead no team', async () => {
    expect(await seenInPeople(await viewerAs('lead', bea))).toEqual([idOf(bea)]);
  });

  it('pages through the members they see without gaps', async () => {
    const client = await viewerAs('lead', ann);
    const id = story.graph.skills[0]!.id;
    const first = (await client.get(MASTERED_BY, { id, first: 1 })).skill!.masteries;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const after = first.pageInfo.endCursor ?? null;
    const second = (await client.get(MASTERED_BY, { id, first: 1, after })).skill!.masteries;
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect([...first.nodes, ...second.nodes].map(({ person }) => person.id)).toEqual([idOf(ann), idOf(adam)]);
  });

  it('loses a member with the end of the membership, and a team with the lead of it', async () => {
    const team = { source: story.graph.source, id: 'team-c' };
    const { saveTeams } = await admin.get(SAVE_TEAMS, {
      items: [{ ...team, name: 'C', leads: [story.graph.people[ann]!.reference] }],
    });
    const save = (to: string | null) =>
      admin.get(SAVE_MEMBERSHIPS, {
        items: [{ person: story.graph.people[future]!.reference, team, from: day(0), to }],
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
    await admin.get(SAVE_TEAMS, { items: [{ ...team, leads: [story.graph.people[boris]!.reference] }] });
    expect(await seesThem()).toBe(false);
  });
});

describe('an author', () => {
  it('sees the names of leads and no individual otherwise', async () => {
    const client = await app.as('author');
    const { data } = await client.ask<{ team: { leads: { nodes: unknown[] } } }, { id: string }>(
      'query ($id: ID!) { team(id: $id) { leads { nodes { id name } } } }',
      { id: story.teamA },
    );
    expect(data!.team.leads.nodes).toHaveLength(1);
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
    expect(positionsOf(story, await seenInPeople(client))).toEqual(everybody);
    expect(positionsOf(story, await seenOneByOne(client))).toEqual(everybody);
    expect(positionsOf(story, await seenInSkill(client))).toEqual(everybody);
    expect(await seenInTeam(client, story.teamA)).toEqual([idOf(adam)]);
    expect(await seenInTeam(client, story.teamB)).toEqual([idOf(bea)]);
    expect(await seenInProject(client)).toEqual([idOf(adam), idOf(bea)]);
    const { team } = await client.get(TEAM, { id: story.teamA });
    expect(team!.leads.nodes[0]!.email).toBe(`${String(ann)}@example.org`);
  });
});
