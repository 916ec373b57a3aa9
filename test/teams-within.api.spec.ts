import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildGraph, buildOrganisation, type TestGraph } from './kit/graph';
import {
  topLead,
  middleLead,
  lowLead,
  ofLow,
  ofTwo,
  otherLead,
  ofMiddle,
  ofSide,
  asOf,
  buildNestedTeams,
  gapsOf,
  positionsIn,
  type NestedTeams,
  type Report,
} from './kit/nested-teams';
import { askFor } from './kit/nouns';

let app: TestApp;
let admin: Client;
let built: NestedTeams;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  built = await buildNestedTeams(admin);
});
afterAll(() => app.close());

const asLead = (position: number): Promise<Client> => app.as('lead', built.idOf(position));

describe('`within`', () => {
  const ids = async (client: Client, field: string, team: string) => {
    const type = field === 'people' ? 'Person' : field === 'teams' ? 'Team' : 'Project';
    const found = await askFor<{ found: { nodes: { id: string }[] } }>(
      client,
      `query ($filterBy: ${type}Filter) { found: ${field}(first: 50, filterBy: $filterBy) { nodes { id } } }`,
      { filterBy: { within: team } },
    );
    return found.found.nodes.map(({ id }) => id);
  };

  it('finds teams at any depth, without the team itself', async () => {
    expect(new Set(await ids(admin, 'teams', built.teams.top))).toEqual(
      new Set([built.teams.middle, built.teams.low, built.teams.side]),
    );
    expect(await ids(admin, 'teams', built.teams.low)).toEqual([]);
  });

  it('finds people of the team and of all within it, each once, and only whom the viewer sees', async () => {
    const people = async (client: Client, team: string) =>
      positionsIn(
        built,
        (await ids(client, 'people', team)).map((id) => ({ id })),
      );
    expect(await people(admin, built.teams.top)).toEqual([lowLead, ofLow, ofTwo, ofMiddle, ofSide]);
    expect(await people(admin, built.teams.middle)).toEqual([lowLead, ofLow, ofTwo, ofMiddle]);
    expect(await people(await asLead(lowLead), built.teams.top)).toEqual([lowLead, ofLow, ofTwo]);
  });

  it('finds projects of the team and of all within it', async () => {
    expect(await ids(admin, 'projects', built.teams.top)).toEqual([
      built.projects['of low'],
      built.projects['of middle'],
    ]);
    expect(await ids(admin, 'projects', built.teams.low)).toEqual([built.projects['of low']]);
  });

  it('is asked of memberships and of candidates', async () => {
    const { person: found, project } = await askFor<{
      person: { memberships: { nodes: { team: { name: string } }[] } };
      project: { candidates: { nodes: { person: { id: string } }[] } };
    }>(
      admin,
      `query ($person: ID!, $project: ID!, $middle: ID!) {
        person(id: $person) { memberships(filterBy: { within: $middle }) { nodes { team { name } } } }
        project(id: $project) { candidates(filterBy: { within: $middle }) { nodes { person { id } } } }
      }`,
      { person: built.idOf(ofTwo), project: built.projects['of middle'], middle: built.teams.middle },
    );
    expect(found.memberships.nodes).toEqual([{ team: { name: 'low' } }]);
    const candidates = positionsIn(
      built,
      project.candidates.nodes.map((one) => one.person),
    );
    expect(candidates).toEqual([lowLead, ofLow, ofTwo, ofMiddle]);
  });
});

describe('figures on a team', () => {
  const demands = ({ gaps }: Report) =>
    gaps.map(({ demand, project: { name } }) => `${name}: ${String(demand)}`);

  it('compare the people of all teams within it, each once, with what all their projects require', async () => {
    const top = await gapsOf(admin, built.teams.top);
    expect([top.personCount, demands(top).sort()]).toEqual([5, ['of low: 2', 'of middle: 4']]);
    const low = await gapsOf(admin, built.teams.low);
    expect([low.personCount, demands(low)]).toEqual([3, ['of low: 2']]);
  });

  it('list as many gaps as are asked for, the most severe ones', async () => {
    const [all, first] = [await gapsOf(admin, built.teams.top), await gapsOf(admin, built.teams.top, 1)];
    expect([first.personCount, demands(first)]).toEqual([5, demands(all).slice(0, 1)]);
    await expect(gapsOf(admin, built.teams.top, 0)).rejects.toThrow('first must be a whole number');
  });

  it('count for a role, and in the supply of a skill, everybody within it once', async () => {
    const role = await askFor<{ saveRoleTemplates: { roleTemplates: { id: string }[] } }>(
      admin,
      'mutation ($items: [RoleTemplateInput!]!) { saveRoleTemplates(items: $items) { roleTemplates { id } } }',
      { items: [{ ...built.ref('role'), name: 'Role' }] },
    );
    const found = await askFor<{
      roleTemplate: { gaps: Report };
      skillSupply: { teams: { team: { id: string }; supply: { personCount: number; known: number } }[] };
    }>(
      admin,
      `query ($role: ID!, $team: ID!, $skill: ID!, $asOf: DateTimeISO) {
        roleTemplate(id: $role) { gaps(team: $team) { ... on GapReport { personCount } } }
        skillSupply(skill: $skill, asOf: $asOf) { teams { team { id } supply { ... on SkillSupplyFigures { personCount known } } } }
      }`,
      {
        role: role.saveRoleTemplates.roleTemplates[0]!.id,
        team: built.teams.top,
        skill: built.graph.skills[0]!.id,
        asOf,
      },
    );
    expect(found.roleTemplate.gaps.personCount).toBe(5);
    const counted = new Map(found.skillSupply.teams.map(({ team, supply }) => [team.id, supply]));
    expect(Object.values(built.teams).map((id) => counted.get(id)?.personCount)).toEqual([5, 4, 3, 2, 1]);
    expect(counted.get(built.teams.top)).toEqual({ personCount: 5, known: 5 });
  });

  it('are shown to leads above it, and withheld from those below who see all but a few', async () => {
    expect((await gapsOf(await asLead(topLead), built.teams.top)).personCount).toBe(5);
    expect((await gapsOf(await asLead(middleLead), built.teams.middle)).personCount).toBe(4);
    expect((await gapsOf(await asLead(lowLead), built.teams.top)).reason).toContain('fewer than 5');
  });

  it('need no cohorts where the viewer sees everybody in the group', async () => {
    app.forget();
    await gapsOf(await asLead(topLead), built.teams.top);
    expect(app.statements).not.toContain('counting.cohorts');
    app.forget();
    expect((await gapsOf(await asLead(otherLead), built.teams.top)).personCount).toBe(5);
    expect(app.statements).toContain('counting.cohorts');
  });

  it('are withheld on more than 200 skills from who does not see everybody, with the way out', async () => {
    const { skills } = await buildGraph(admin, { skills: 199 });
    const require = (some: TestGraph['skills']) =>
      buildOrganisation(admin, {
        requirements: some.map((skill) => ({
          ...{ project: built.ref('of low'), skill: skill.reference, level: 0.5 },
        })),
      });
    const [other, top] = [await asLead(otherLead), await asLead(topLead)];
    await require(skills.slice(1));
    expect((await gapsOf(other, built.teams.top)).personCount).toBe(5);
    await require(skills.slice(0, 1));
    expect((await gapsOf(other, built.teams.top)).reason).toContain('ask for a team within it');
    expect((await gapsOf(top, built.teams.top)).personCount).toBe(5);
  });
});
