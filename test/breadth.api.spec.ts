import { graphql } from './generated/gql';
import type { BreadthOfTeamQuery } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, buildOrganisation, recordAll, soon, type TestGraph } from './kit/graph';
import { LOOKED_AT } from './kit/looked-at';
import { inAllSizes } from './kit/statements';

const BREADTH = graphql(`
  query BreadthOfTeam($id: ID!, $level: Float! = 0.5, $first: Int! = 20, $months: Int! = 6) {
    team(id: $id) {
      breadth(level: $level, first: $first) {
        __typename
        ... on Withheld {
          reason
        }
        ... on TeamBreadth {
          personCount
          heldSkills
          loneSkillCount
          summary
          loneSkills {
            skill {
              id
            }
            expectedHolders
            onlyOneProbability
            unknown
            holder {
              id
            }
            summary
          }
          learning(months: $months) {
            __typename
            ... on Withheld {
              reason
            }
            ... on LearningBreadth {
              since
              sample
              skillsBefore
              skillsRecent
              narrowsProbability
              summary
            }
          }
        }
      }
    }
  }
`);

type Breadth = NonNullable<BreadthOfTeamQuery['team']>['breadth'];
type Shown = Extract<Breadth, { __typename: 'TeamBreadth' }>;

/** People by position: six of the team, then its lead, and the lead of another team with one member. */
const members = [0, 1, 2, 3, 4, 5];
const [only, lead, otherLead, other] = [0, 6, 7, 8];
const questionsEach = 5;

let app: TestApp;
let admin: Client;
let graph: TestGraph;
let team: string;
let small: string;
let nobody: string;
const named = (id: string) => ({ source: graph.source, id });
const person = (position: number) => graph.people[position]!.reference;
const idOf = (position: number) => graph.people[position]!.id;

/** Answers to every question of a skill, so many days ago. */
const answered = (position: number, skill: number, score: number, days: number) =>
  Array.from({ length: questionsEach }, (_, at) =>
    answer(graph, position, skill * questionsEach + at, { score, at: soon(-1_440 * days) }),
  );

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 9, skills: 5, questionsPerSkill: questionsEach });
  const { teams } = await buildOrganisation(admin, {
    teams: [
      { ...named('team'), name: 'Team', leads: [person(lead)] },
      { ...named('small'), name: 'Small', leads: [person(otherLead)] },
      { ...named('nobody'), name: 'Nobody' },
    ],
    memberships: [
      ...members.map((one) => ({ person: person(one), team: named('team') })),
      { person: person(other), team: named('small') },
    ],
  });
  [team, small, nobody] = teams as [string, string, string];
  await recordAll(admin, [
    // Only one holds the first skill, half of them the second; the others were learned by all, and not well.
    ...answered(only, 0, 1, 20),
    ...[1, 2, 3].flatMap((one) => answered(one, 0, 0, 20)),
    ...[0, 1, 2].flatMap((one) => answered(one, 1, 1, 20)),
    ...members.flatMap((one) => [2, 3, 4].flatMap((skill) => answered(one, skill, 0, 250))),
    ...answered(other, 0, 1, 20),
  ]);
});
afterAll(() => app.close());

const breadthOf = async (id: string, given: object = {}, client = admin): Promise<Breadth> =>
  (await client.get(BREADTH, { id, ...given })).team!.breadth;
async function shownOf(id: string, given: object = {}, client = admin): Promise<Shown> {
  const breadth = await breadthOf(id, given, client);
  if (breadth.__typename === 'Withheld') throw new Error(breadth.reason);
  return breadth;
}

describe('the breadth of a team', () => {
  it('names what only one person holds, who that is, and who is unknown in it', async () => {
    const { loneSkills, ...breadth } = await shownOf(team);
    expect(breadth).toMatchObject({
      ...{ personCount: 6, heldSkills: 2, loneSkillCount: 1 },
      summary: 'The team likely holds 2 skills; of these 1 would likely be lost with one person.',
    });
    expect(loneSkills).toMatchObject([
      { skill: { id: graph.skills[0]!.id }, unknown: 2, holder: { id: idOf(only) } },
    ]);
    const [lone] = loneSkills;
    expect(lone!.onlyOneProbability).toBeGreaterThan(0.5);
    expect(lone!.summary).toContain(`${lone!.expectedHolders.toFixed(1)} of the team expected to hold it`);
  });

  it('counts a skill as held from the level that is asked for', async () => {
    const strict = await shownOf(team, { level: 0.97 });
    expect(strict.heldSkills).toBeLessThan(2);
    const easy = await shownOf(team, { level: 0.05, first: 1 });
    expect(easy.heldSkills).toBe(5);
    expect(easy.loneSkills.length).toBeLessThanOrEqual(1);
    expect((await shownOf(nobody)).summary).toContain('holds 0 skills');
    for (const [given, message] of [
      [{ level: 1 }, 'level: must be above 0 and below 1.'],
      [{ months: 25 }, 'months: must be a whole number from 1 to 24.'],
    ] as const)
      expect((await admin.ask(BREADTH, { id: team, ...given })).errors![0]!.message).toBe(message);
  });

  it('says that learning narrows where fewer skills were learned, as much as it was', async () => {
    const { learning } = await shownOf(team);
    expect(learning).toMatchObject({ __typename: 'LearningBreadth', sample: 7 });
    if (learning.__typename === 'Withheld') throw new Error(learning.reason);
    expect(learning.skillsRecent).toBe(2);
    expect(learning.skillsBefore).toBeGreaterThan(2.5);
    expect(learning.narrowsProbability).toBeGreaterThan(0.9);
    expect(learning.summary).toMatch(
      /^That the team learns fewer different skills than before has probability /,
    );
    expect((await shownOf(team, { months: 1 })).learning).toMatchObject({
      ...{ sample: 0, skillsBefore: null, skillsRecent: null, narrowsProbability: null },
      summary: 'Too little was learned to compare the two periods.',
    });
  });

  it('is withheld of few people from those who may not see them, and learning of all whom they do not see', async () => {
    const own = await app.as('lead', idOf(lead));
    expect(await breadthOf(small, {}, own)).toMatchObject({ __typename: 'Withheld' });
    const stranger = await app.as('lead', idOf(otherLead));
    const seen = await shownOf(team, {}, stranger);
    expect(seen.learning).toMatchObject({ __typename: 'Withheld' });
    // Four are known in the first skill, three in the second: too few to say anything of.
    expect(seen.loneSkills.map(({ skill }) => skill.id)).not.toContain(graph.skills[0]!.id);
    expect(seen.heldSkills).toBe(0);
    const [lone] = (await shownOf(team, {}, own)).loneSkills;
    expect(lone).toMatchObject({ skill: { id: graph.skills[0]!.id }, holder: { id: idOf(only) } });
  });

  it('lets who is named, or whose learning is compared, see the look', async () => {
    const looking = await startApp();
    await shownOf(team, {}, await looking.as('lead', idOf(lead)));
    await looking.close();
    for (const one of [only, 5]) {
      const themselves = await app.as('person', idOf(one));
      const looks = (await themselves.get(LOOKED_AT, { id: idOf(one) })).person!.accessLog!.nodes;
      expect(looks).toContainEqual({ operation: 'BreadthOfTeam', need: 'GAPS' });
    }
  });

  it('costs the same statements however many people and skills there are', async () => {
    const ran = await inAllSizes(app, async (size) => {
      await buildOrganisation(admin, {
        memberships: members.slice(0, size).map((one) => ({ person: person(one), team: named('nobody') })),
      });
      // What is planned is read anew by whoever asks first.
      await shownOf(nobody);
      app.forget();
      await shownOf(nobody);
    });
    expect(ran[0]).toContain('growth.askedInPeriods');
    expect(ran[1]).toEqual(ran[0]);
    expect(ran[2]).toEqual(ran[0]);
  });
});
