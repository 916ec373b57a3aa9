import { graphql } from './generated/gql';
import type { FormTeamWhatIfQueryVariables } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation, day } from './kit/graph';
import { asOf, buildStaffing, eligible, elsewhere, type Staffing } from './kit/staffing';

const FORM = graphql(`
  query FormTeamWhatIf(
    $project: ID!
    $size: Int! = 20
    $asOf: DateTimeISO
    $constraints: TeamConstraints
    $freeFor: FreeFor
    $requirements: [AssumedRequirement!]
    $filterBy: PersonFilter
  ) {
    formTeam(
      project: $project
      size: $size
      asOf: $asOf
      constraints: $constraints
      freeFor: $freeFor
      requirements: $requirements
      filterBy: $filterBy
    ) {
      withoutTime
      leftOut
      value
      summary
      coverage {
        seats
        requirement {
          level
        }
      }
      members {
        person {
          id
        }
        freeShare {
          from
          to
          least
          mean
        }
        requirements {
          status
        }
        summary
      }
    }
  }
`);
type Given = Partial<FormTeamWhatIfQueryVariables>;

/** By position: takes all of another project, half of it, and all of it until the middle of this one; of another team. */
const [full, half, first, unseen] = [0, 2, 4, 1] as const;
const [begins, middle, ends] = [day(30_010), day(30_060), day(30_110)];

let app: TestApp;
let staffing: Staffing;
let hr: Client;
let lead: Client;
beforeAll(async () => {
  app = await startApp();
  const admin = await app.as('admin');
  staffing = await buildStaffing(admin);
  const { source, people } = staffing.graph;
  const other = { source, id: 'other project' };
  const taken = (position: number, share: number, to: string | null) => ({
    ...{ project: other, person: people[position]!.reference, share, from: day(0), to },
  });
  await buildOrganisation(admin, {
    teams: [{ source, id: 'team', leads: [people[elsewhere]!.reference] }],
    projects: [
      { source, id: 'project', from: begins, to: ends },
      { ...other, name: 'Other' },
    ],
    assignments: [
      taken(full, 1, null),
      taken(half, 0.5, null),
      taken(first, 1, middle),
      taken(unseen, 1, null),
    ],
  });
  [hr, lead] = await Promise.all([app.as('hr'), app.as('lead', people[elsewhere]!.id)]);
});
afterAll(() => app.close());

const idOf = (position: number) => staffing.graph.people[position]!.id;
const isSeen = (id: string) => staffing.graph.people.findIndex((one) => one.id === id) % 2 === 0;
const ask = (client: Client, given: Given) => client.ask(FORM, { project: staffing.project, asOf, ...given });
async function form(client: Client, given: Given = {}) {
  const { data, errors } = await ask(client, given);
  expect(errors).toBeUndefined();
  return data!.formTeam!;
}
type Team = Awaited<ReturnType<typeof form>>;
const membersOf = ({ members }: Team) => members.map(({ person }) => person.id);
const everybody = () => eligible.map(idOf);
const assumed = () => [
  { skill: staffing.graph.skills[0]!.reference, level: 0.55, headcount: 9 },
  { skill: staffing.graph.skills[1]!.reference, level: 0.45, headcount: 9 },
];

describe('a team for a period', () => {
  it('has nobody who has no time at all while the project lasts, and says how many that are', async () => {
    const team = await form(hr, { requirements: assumed() });
    expect(membersOf(team)).not.toContain(idOf(full));
    expect(membersOf(team)).toEqual(expect.arrayContaining([idOf(half), idOf(first)]));
    expect(team).toMatchObject({ withoutTime: 2, leftOut: 0 });
    expect(team.summary).toMatch(/ 2 people were not chosen who do not have the time[.]$/);
    const of = (position: number) => team.members.find(({ person }) => person.id === idOf(position))!;
    expect(of(half).freeShare).toEqual({ from: begins, to: ends, least: 0.5, mean: 0.5 });
    expect(of(half).summary).toMatch(/; has 50 % of the time[.]$/);
    expect(of(first).freeShare).toMatchObject({ least: 0, mean: 0.5 });
    expect(of(first).summary).toMatch(/; does not have the time throughout[.]$/);
  });

  it('has those alone who have the share that is asked for, in the period that is asked for', async () => {
    const given = { requirements: assumed() };
    const throughout = await form(hr, { ...given, freeFor: { atLeast: 0.6 } });
    expect(membersOf(throughout).filter((id) => [full, half, first, unseen].map(idOf).includes(id))).toEqual(
      [],
    );
    expect(throughout.withoutTime).toBe(4);
    const later = await form(hr, { ...given, freeFor: { atLeast: 0.6, from: middle } });
    expect(membersOf(later)).toContain(idOf(first));
    expect(later.members[0]!.freeShare).toMatchObject({ from: middle, to: ends });
    const { errors } = await ask(hr, { ...given, freeFor: { atLeast: 0.5, from: ends } });
    expect(errors![0]!.message).toMatch(/^freeFor[.]to: must lie after from/);
  });

  it('has whom it must have, whether or not they have time', async () => {
    const team = await form(hr, { size: 1, constraints: { mustHave: [idOf(full)] } });
    expect(membersOf(team)).toEqual([idOf(full)]);
    expect(team.members[0]!.summary).toMatch(/; does not have the time[.]$/);
  });

  it('does not tell a lead how much time those have who are not theirs, by leaving them out either', async () => {
    const team = await form(lead);
    expect(team.withoutTime).toBe(1);
    const unseenOnes = team.members.filter(({ person }) => !isSeen(person.id));
    expect(unseenOnes.map(({ freeShare }) => freeShare)).toEqual(unseenOnes.map(() => null));
    expect(membersOf(await form(lead, { constraints: { mustHave: [idOf(unseen)] } }))).toContain(
      idOf(unseen),
    );
  });

  it('holds nobody to time where the project has no dates left', async () => {
    const team = await form(hr, { asOf: day(30_120), requirements: assumed() });
    expect(membersOf(team)).toEqual(expect.arrayContaining([idOf(full), idOf(unseen)]));
    expect(team.withoutTime).toBe(0);
    expect(team.members.map(({ freeShare }) => freeShare)).toEqual(team.members.map(() => null));
  });
});

describe('a team for requirements that are given with the question', () => {
  it('is formed for these, and nothing is stored', async () => {
    const team = await form(hr, { requirements: assumed() });
    expect(team.coverage.map(({ seats, requirement: { level } }) => [level, seats])).toEqual([
      [0.55, 9],
      [0.45, 9],
    ]);
    expect((await form(hr)).coverage).toHaveLength(3);
  });

  it('has for a lead those alone whom they see, and counts the others', async () => {
    const team = await form(lead, { requirements: assumed() });
    expect(membersOf(team).filter((id) => !isSeen(id))).toEqual([]);
    expect(team.leftOut).toBe(everybody().filter((id) => !isSeen(id)).length);
    const { errors } = await ask(lead, {
      requirements: assumed(),
      constraints: { mustHave: [idOf(0), idOf(unseen)] },
    });
    expect(errors![0]).toMatchObject({
      message: expect.stringMatching(/^mustHave[.]1: /),
      extensions: { code: 'FORBIDDEN' },
    });
  });

  it('counts those too whom a condition leaves out on what a lead may not see', async () => {
    const filterBy = { active: true };
    expect((await form(lead, { filterBy })).leftOut).toBeGreaterThan(0);
    expect((await form(hr, { filterBy })).leftOut).toBe(0);
  });

  it('names whom it does not know', async () => {
    const { errors } = await ask(hr, { constraints: { mustHave: [idOf(0), staffing.project] } });
    expect(errors![0]!.message).toMatch(/^mustHave[.]1: there is no such person/);
  });
});

describe('the words of a team', () => {
  it('say of whoever has no evidence that they are unknown', async () => {
    const team = await form(hr, { size: 1, constraints: { mustHave: [idOf(11)] } });
    const [member] = team.members;
    expect(member!.requirements.map(({ status }) => status)).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
    expect(member!.summary).toMatch(/ meets 0 of 3 requirements, is unknown in 3/);
  });
});
