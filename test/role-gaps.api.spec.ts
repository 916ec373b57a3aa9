import { graphql } from './generated/gql';
import type { AssumedRequirement } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  asOf,
  buildGaps,
  gapsOfTeam,
  lead,
  reportOf,
  SAVE_ROLE,
  supplyOf,
  team,
  type GapsGraph,
} from './kit/gaps';

const OF_ROLE = graphql(`
  query GapsOfRole(
    $id: ID!
    $team: ID
    $headcount: Int
    $asOf: DateTimeISO
    $requirements: [AssumedRequirement!]
  ) {
    roleTemplate(id: $id) {
      gaps(team: $team, headcount: $headcount, asOf: $asOf, requirements: $requirements) {
        ...GapReportParts
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
let built: GapsGraph;
let role: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  built = await buildGaps(admin);
  const { source, skills } = built.graph;
  const reference = { source, id: 'role' };
  const { saveRoleTemplates, saveRequirements } = await admin.get(SAVE_ROLE, {
    roles: [{ ...reference, name: 'Role' }],
    requirements: [{ roleTemplate: reference, skill: skills[0]!.reference, level: 0.7, headcount: 2 }],
  });
  expect([...saveRoleTemplates.errors, ...saveRequirements.errors]).toEqual([]);
  role = saveRoleTemplates.roleTemplates[0]!.id;
});
afterAll(() => app.close());

interface Given {
  readonly team?: string;
  readonly headcount?: number;
  readonly requirements?: AssumedRequirement[];
}
const ofRole = async (given: Given, client = admin) =>
  (await client.get(OF_ROLE, { id: role, asOf, ...given })).roleTemplate!.gaps;

describe('the gaps of a role', () => {
  it('hold what it requires, for each who is to fill it, against the members of a team', async () => {
    const ofTeam = built.teams.get('team')!;
    const [once, twice] = [
      reportOf((await ofRole({ team: ofTeam }))!),
      reportOf((await ofRole({ team: ofTeam, headcount: 2 }))!),
    ];
    expect(once).toMatchObject({ personCount: team.length, gaps: [{ demand: 2, project: null }] });
    expect(twice.gaps[0]!.demand).toBe(4);
    // The highest level of the skill is filled first, so the team lacks the same of its own project at that level.
    const same = reportOf(await gapsOfTeam(admin, built, 'team')).gaps.find(
      ({ requirement: { level } }) => level === 0.7,
    )!;
    const { expectedShortfall, coveredProbability } = supplyOf(same);
    expect(supplyOf(once.gaps[0]!)).toEqual({
      ...supplyOf(same),
      expectedShortfall: expect.closeTo(expectedShortfall, 9),
      coveredProbability: expect.closeTo(coveredProbability, 9),
    });
    expect(supplyOf(twice.gaps[0]!).expectedShortfall).toBeGreaterThan(expectedShortfall);
  });

  it('hold it against everybody where no team is named', async () => {
    const all = reportOf((await ofRole({}))!);
    expect(all.personCount).toBeGreaterThan(team.length);
    const ofTeam = reportOf((await ofRole({ team: built.teams.get('team')! }))!);
    expect(supplyOf(all.gaps[0]!).expectedSupply).toBeGreaterThan(supplyOf(ofTeam.gaps[0]!).expectedSupply);
  });

  it('hold what is assumed in its place, for each who is to fill it, and store nothing', async () => {
    const ofTeam = { team: built.teams.get('team')! };
    const skill = built.graph.skills.map(({ reference }) => reference);
    const same = [{ skill: skill[0]!, level: 0.7, headcount: 2 }];
    const figures = async (given: Given) =>
      reportOf((await ofRole({ ...ofTeam, ...given }))!).gaps.map(({ demand, supply }) => [demand, supply]);
    expect(await figures({ requirements: same, headcount: 2 })).toEqual(await figures({ headcount: 2 }));
    const other = await ofRole({ ...ofTeam, requirements: [{ skill: skill[1]!, level: 0.5 }], headcount: 3 });
    expect(reportOf(other!).gaps).toMatchObject([
      { demand: 3, project: null, requirement: { level: 0.5, skill: { id: built.graph.skills[1]!.id } } },
    ]);
    expect(await figures({})).toMatchObject([[2, {}]]);
    const { errors } = await admin.ask(OF_ROLE, { id: role, requirements: [{ skill: skill[1]!, level: 2 }] });
    expect(errors![0]!.message).toMatch(/^requirements[.]0: level/);
  });

  it('are withheld, refused and none as those of a team', async () => {
    const [small, own] = [built.teams.get('small')!, built.teams.get('team')!];
    const client = await app.as('lead', built.graph.people[lead]!.id);
    expect((await ofRole({ team: small }, client))!.__typename).toBe('Withheld');
    expect((await ofRole({ team: own }, client))!.__typename).toBe('GapReport');
    expect(await ofRole({ team: role })).toBeNull();
    const { errors } = await admin.ask(OF_ROLE, { id: role, headcount: 0 });
    expect(errors![0]!.message).toBe('headcount: must be a whole number from 1 to 1000.');
  });
});
