import { normalCdf } from '../src/estimators/normal';
import { statement } from '../src/graph/statement';
import { keyOfGlobalId } from '../src/shared/ids';
import { graphql } from './generated/gql';
import type { GapsOfProjectQuery } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, day, recordAll, type TestGraph } from './kit/graph';

const SET_UP = graphql(`
  mutation GapsSetUp(
    $people: [PersonInput!]!
    $teams: [TeamInput!]!
    $memberships: [MembershipInput!]!
    $projects: [ProjectInput!]!
    $tasks: [TaskInput!]!
    $requirements: [RequirementInput!]!
    $assignments: [AssignmentInput!]!
  ) {
    savePeople(items: $people) {
      errors {
        message
      }
    }
    saveTeams(items: $teams) {
      teams {
        id
      }
      errors {
        message
      }
    }
    saveMemberships(items: $memberships) {
      errors {
        message
      }
    }
    saveProjects(items: $projects) {
      projects {
        id
      }
      errors {
        message
      }
    }
    saveTasks(items: $tasks) {
      errors {
        message
      }
    }
    saveRequirements(items: $requirements) {
      errors {
        message
      }
    }
    saveAssignments(items: $assignments) {
      errors {
        message
      }
    }
  }
`);
const OF_PROJECT = graphql(`
  query GapsOfProject($id: ID!, $asOf: DateTimeISO) {
    project(id: $id) {
      gaps(asOf: $asOf) {
        __typename
        ... on Withheld {
          reason
        }
        ... on GapReport {
          asOf
          people
          allCoveredProbability
          summary
          gaps {
            requirement {
              level
              skill {
                id
              }
              task {
                name
              }
            }
            project {
              name
            }
            demand
            summary
            supply {
              __typename
              ... on Withheld {
                reason
              }
              ... on GapSupply {
                expectedSupply
                expectedShortfall
                coveredProbability
                known
                unknown
              }
            }
            nearest {
              person {
                id
              }
              probability
              level
            }
          }
        }
      }
    }
  }
`);
const OF_TEAM = graphql(`
  query GapsOfTeam($id: ID!, $asOf: DateTimeISO) {
    team(id: $id) {
      gaps(asOf: $asOf) {
        __typename
        ... on Withheld {
          reason
        }
        ... on GapReport {
          asOf
          people
          allCoveredProbability
          summary
          gaps {
            requirement {
              level
              skill {
                id
              }
              task {
                name
              }
            }
            project {
              name
            }
            demand
            summary
            supply {
              __typename
              ... on Withheld {
                reason
              }
              ... on GapSupply {
                expectedSupply
                expectedShortfall
                coveredProbability
                known
                unknown
              }
            }
            nearest {
              person {
                id
              }
              probability
              level
            }
          }
        }
      }
    }
  }
`);
type Result = NonNullable<GapsOfProjectQuery['project']>['gaps'];
type Report = Extract<Result, { __typename: 'GapReport' }>;
type Gap = Report['gaps'][number];

const STORED = statement<{
  person: string;
  mean: number;
  variance: number;
  lastEvidenceAt: number;
  priorVariance: number;
  fadingPerDay: number;
}>(
  'spec.storedOfSkill',
  `MATCH (calibration:Calibration {current: true})
   MATCH (person:Person)-[mastery:HAS_SKILL]->(:Skill {id: $skill})
   RETURN person.id AS person, mastery.mean AS mean, mastery.variance AS variance,
          mastery.lastEvidenceAt AS lastEvidenceAt, calibration.priorVariance AS priorVariance,
          calibration.fadingPerDay AS fadingPerDay`,
);

/**
 * People by position. 0 to 6 are the team, of whom 0 to 5 are known in skill 0, 0 to 2 in skill 1, 3 to 6 and two more
 * in skill 2; then a former member, a leaver, the two leads, and the four of a small team.
 */
const team = [0, 1, 2, 3, 4, 5, 6];
const [former, leaver, lead, otherLead] = [7, 8, 9, 10] as const;
const smallTeam = [11, 12, 13, 14];
const asOf = day(60);
const draws = 2_000;

let app: TestApp;
let admin: Client;
let graph: TestGraph;
const teams = new Map<string, string>();
const projects = new Map<string, string>();

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 15, skills: 3, questionsPerSkill: 2 });
  const { source } = graph;
  const named = (id: string) => ({ source, id });
  const person = (position: number) => graph.people[position]!.reference;
  const skill = (position: number) => graph.skills[position]!.reference;
  const teamNames = ['team', 'small', 'idle', 'nobody'];
  const projectNames = ['two levels', 'two skills', 'small', 'nobody'];
  const result = await admin.get(SET_UP, {
    people: [{ ...person(leaver), activeUntil: day(1) }],
    teams: teamNames.map((id) => ({
      ...named(id),
      name: id,
      leads: id === 'team' ? [person(lead)] : id === 'small' ? [person(otherLead)] : [],
    })),
    memberships: [
      ...[...team, leaver].map((one) => ({ person: person(one), team: named('team') })),
      { person: person(former), team: named('team'), from: day(-9), to: day(-8) },
      ...smallTeam.map((one) => ({ person: person(one), team: named('small') })),
      { person: person(0), team: named('small') },
      { person: person(0), team: named('idle') },
    ],
    projects: [
      { ...named('two levels'), name: 'Two levels', responsibleTeam: named('team') },
      { ...named('two skills'), name: 'Two skills', responsibleTeam: named('team') },
      { ...named('small'), name: 'Small', responsibleTeam: named('small') },
      { ...named('nobody'), name: 'Nobody', responsibleTeam: named('nobody') },
    ],
    tasks: [{ ...named('task'), name: 'Task', project: named('two skills') }],
    requirements: [
      { project: named('two levels'), skill: skill(0), level: 0.7, headcount: 2 },
      { project: named('two levels'), skill: skill(0), level: 0.4, headcount: 2 },
      { project: named('two skills'), skill: skill(1), level: 0.5 },
      { task: named('task'), skill: skill(2), level: 0.45, headcount: 3 },
      { project: named('small'), skill: skill(0), level: 0.5 },
      { project: named('nobody'), skill: skill(0), level: 0.5, headcount: 3 },
    ],
    assignments: [
      ...[...team, leaver].map((one) => ({ project: named('two skills'), person: person(one) })),
      { project: named('two skills'), person: person(former), from: day(0), to: day(1) },
      ...[0, 1, 2].map((one) => ({ project: named('small'), person: person(one) })),
    ],
  });
  for (const payload of Object.values(result)) expect(payload.errors).toEqual([]);
  teamNames.forEach((name, index) => teams.set(name, result.saveTeams.teams[index]!.id));
  projectNames.forEach((name, index) => projects.set(name, result.saveProjects.projects[index]!.id));

  const score = (position: number, question: number) => ((position * 3 + question * 4) % 7) / 6;
  const knownIn = [
    [0, 1, 2, 3, 4, 5, former, leaver],
    [0, 1, 2, former],
    [0, 2, 3, 4, 5, 6, leaver],
  ];
  await recordAll(
    admin,
    knownIn.flatMap((people, one) =>
      people.flatMap((position) =>
        [2 * one, 2 * one + 1].map((question) =>
          answer(graph, position, question, { score: score(position, question), at: day(position) }),
        ),
      ),
    ),
  );
});
afterAll(() => app.close());

async function ofProject(name: string, client = admin, given: object = { asOf }): Promise<Result> {
  return (await client.get(OF_PROJECT, { id: projects.get(name)!, ...given })).project!.gaps;
}
async function ofTeam(name: string, client = admin, given: object = { asOf }): Promise<Result> {
  return (await client.get(OF_TEAM, { id: teams.get(name)!, ...given })).team!.gaps;
}
function reportOf(result: Result): Report {
  if (result.__typename !== 'GapReport') throw new Error(`Withheld: ${result.reason}`);
  return result;
}
function supplyOf({ supply }: Gap) {
  if (supply.__typename !== 'GapSupply') throw new Error(`Withheld: ${supply.reason}`);
  return supply;
}
const asLead = (position: number) => app.as('lead', graph.people[position]!.id);
const idOf = (position: number) => graph.people[position]!.id;

/** The probability of each of these people to reach a level of a skill, from what is stored; the unknown left out. */
async function probabilities(
  skill: number,
  level: number,
  people: readonly number[],
): Promise<Map<string, number>> {
  const rows = await app.database.query(STORED, { skill: keyOfGlobalId('Skill', graph.skills[skill]!.id) });
  const found = new Map<string, number>();
  for (const position of people) {
    const row = rows.find(({ person }) => person === keyOfGlobalId('Person', idOf(position)));
    if (!row) continue;
    const days = (Date.parse(asOf) - row.lastEvidenceAt) / 86_400_000;
    const variance = Math.min(row.priorVariance, row.variance + row.fadingPerDay * days);
    found.set(idOf(position), normalCdf((row.mean - Math.log(level / (1 - level))) / Math.sqrt(variance)));
  }
  return found;
}

/** Exact figures for one requirement that has its skill to itself. */
function exactly(chances: readonly number[], headcount: number) {
  let distribution = [1];
  for (const p of chances) {
    const next = Array<number>(distribution.length + 1).fill(0);
    distribution.forEach((mass, count) => {
      next[count]! += mass * (1 - p);
      next[count + 1]! += mass * p;
    });
    distribution = next;
  }
  return {
    expectedSupply: chances.reduce((sum, p) => sum + p, 0),
    expectedShortfall: distribution.reduce((sum, mass, n) => sum + mass * Math.max(0, headcount - n), 0),
    coveredProbability: distribution.slice(headcount).reduce((sum, mass) => sum + mass, 0),
    deviation: Math.sqrt(chances.reduce((sum, p) => sum + p * (1 - p), 0)),
  };
}
const fourErrors = (deviation: number) => (4 * deviation) / Math.sqrt(draws);

describe('the gaps of a project', () => {
  it('hold every requirement of it and of its tasks against the people assigned now or later', async () => {
    const report = reportOf(await ofProject('two skills'));
    expect(report.people).toBe(team.length);
    expect(report.asOf).toBe(asOf);
    expect(
      report.gaps.map(({ requirement, demand, project }) => [
        graph.skills.findIndex(({ id }) => id === requirement.skill.id),
        requirement.level,
        requirement.task?.name ?? null,
        demand,
        project.name,
      ]),
    ).toEqual([
      [1, 0.5, null, 1, 'Two skills'],
      [2, 0.45, 'Task', 3, 'Two skills'],
    ]);
  });

  it('expect the supply, shortfall and cover that the exact distribution gives', async () => {
    const report = reportOf(await ofProject('two skills'));
    const covers: number[] = [];
    for (const [index, { skill, level }] of [
      { skill: 1, level: 0.5 },
      { skill: 2, level: 0.45 },
    ].entries()) {
      const gap = report.gaps[index]!;
      const exact = exactly([...(await probabilities(skill, level, team)).values()], gap.demand);
      const supply = supplyOf(gap);
      expect(Math.abs(supply.expectedSupply - exact.expectedSupply)).toBeLessThan(
        fourErrors(exact.deviation),
      );
      expect(Math.abs(supply.expectedShortfall - exact.expectedShortfall)).toBeLessThan(
        fourErrors(exact.deviation),
      );
      expect(Math.abs(supply.coveredProbability - exact.coveredProbability)).toBeLessThan(fourErrors(0.5));
      expect(exact.coveredProbability).toBeGreaterThan(0.02);
      expect(exact.coveredProbability).toBeLessThan(0.98);
      covers.push(exact.coveredProbability);
    }
    // People are drawn independently skill by skill, so all is covered with the product.
    expect(Math.abs(report.allCoveredProbability! - covers[0]! * covers[1]!)).toBeLessThan(fourErrors(0.5));
  });

  it('count the unknown apart, as no part of supply', async () => {
    const [rare, common] = reportOf(await ofProject('two skills')).gaps.map(supplyOf);
    expect(rare).toMatchObject({ known: 3, unknown: 4 });
    expect(common).toMatchObject({ known: 6, unknown: 1 });
    expect(rare!.expectedSupply).toBeLessThanOrEqual(3);
  });

  it('are the same each time they are asked for', async () => {
    expect(await ofProject('two skills')).toEqual(await ofProject('two skills'));
  });

  it('are BAD_INPUT for a date before evidence that counts', async () => {
    const { errors } = await admin.ask(OF_PROJECT, { id: projects.get('two skills')!, asOf: day(2) });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
  });

  it('are kept from people and authors', async () => {
    for (const client of [await app.as('person', idOf(0)), await app.as('author')]) {
      const { data, errors } = await client.ask(OF_PROJECT, { id: projects.get('two skills')! });
      expect(data).toBeUndefined();
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('the gaps of a team', () => {
  it('hold its members of now against all projects that it is responsible for', async () => {
    const report = reportOf(await ofTeam('team'));
    expect(report.people).toBe(team.length);
    expect(report.gaps.map(({ project }) => project.name)).toEqual([
      'Two levels',
      'Two levels',
      'Two skills',
      'Two skills',
    ]);
  });

  it('count for each level whoever reaches it, and fill the seats with distinct people', async () => {
    const report = reportOf(await ofTeam('team'));
    const [low, high] = report.gaps.map(supplyOf);
    for (const [supply, level] of [
      [low, 0.4],
      [high, 0.7],
    ] as const) {
      const exact = exactly([...(await probabilities(0, level, team)).values()], 2);
      expect(Math.abs(supply!.expectedSupply - exact.expectedSupply)).toBeLessThan(
        fourErrors(exact.deviation),
      );
    }
    // High seats are filled first, so the high ones lack what they would alone, and the low ones more than alone.
    const alone = (level: number) =>
      probabilities(0, level, team).then((chances) => exactly([...chances.values()], 2));
    const exactHigh = await alone(0.7);
    expect(Math.abs(high!.expectedShortfall - exactHigh.expectedShortfall)).toBeLessThan(
      fourErrors(exactHigh.deviation),
    );
    expect(low!.expectedShortfall).toBeGreaterThan((await alone(0.4)).expectedShortfall);
    const covers = report.gaps.map((gap) => supplyOf(gap).coveredProbability);
    expect(report.allCoveredProbability!).toBeLessThanOrEqual(Math.min(...covers));
    expect(report.summary).toContain(`${String(team.length)} people`);
  });

  it('are none where nothing is required', async () => {
    const report = reportOf(await ofTeam('idle'));
    expect(report).toMatchObject({ people: 1, gaps: [], allCoveredProbability: 1 });
    expect(report.summary).toContain('Nothing is required');
  });

  it('are all of the demand where the team has nobody', async () => {
    const report = reportOf(await ofTeam('nobody'));
    expect(report).toMatchObject({ people: 0, allCoveredProbability: 0 });
    expect(supplyOf(report.gaps[0]!)).toMatchObject({
      expectedSupply: 0,
      expectedShortfall: 3,
      coveredProbability: 0,
      known: 0,
      unknown: 0,
    });
  });
});

describe('figures on fewer than five people', () => {
  it('are withheld as a whole from a lead who does not see all of a small group', async () => {
    const kept = await ofProject('small', await asLead(otherLead));
    expect(kept).toEqual({ __typename: 'Withheld', reason: expect.stringContaining('fewer than 5 people') });
  });

  it('are shown where the viewer sees everybody concerned', async () => {
    for (const client of [await app.as('hr'), admin, await asLead(lead)])
      expect((await ofProject('small', client)).__typename).toBe('GapReport');
  });

  it('are withheld requirement by requirement where few are known in the skill', async () => {
    const report = reportOf(await ofTeam('team', await asLead(otherLead)));
    expect(report.gaps.map(({ supply }) => supply.__typename)).toEqual([
      'GapSupply',
      'GapSupply',
      'Withheld',
      'GapSupply',
    ]);
    expect(report.gaps[2]!.supply).toEqual({
      __typename: 'Withheld',
      reason: expect.stringContaining('Fewer than 5 people are known'),
    });
    expect(report.gaps[2]!.summary).toContain('withheld');
    expect(report.allCoveredProbability).toBeNull();
  });

  it('are not withheld from the lead of the team or hr', async () => {
    for (const client of [await asLead(lead), await app.as('hr')]) {
      const report = reportOf(await ofTeam('team', client));
      expect(report.gaps.every(({ supply }) => supply.__typename === 'GapSupply')).toBe(true);
      expect(report.allCoveredProbability).not.toBeNull();
    }
  });
});

describe('the nearest people', () => {
  it('are up to three who are below the requirement, the nearest first', async () => {
    const report = reportOf(await ofTeam('team'));
    for (const [index, skill, level] of [
      [0, 0, 0.4],
      [1, 0, 0.7],
      [2, 1, 0.5],
      [3, 2, 0.45],
    ] as const) {
      const below = [...(await probabilities(skill, level, team))]
        .filter(([, probability]) => probability < 0.5)
        .sort(([, a], [, b]) => b - a)
        .slice(0, 3);
      const found = report.gaps[index]!.nearest;
      expect(found.map(({ person }) => person.id)).toEqual(below.map(([id]) => id));
      found.forEach(({ probability, level: shown }, place) => {
        expect(probability).toBeCloseTo(below[place]![1], 9);
        expect(shown).toBeGreaterThan(0);
        expect(shown).toBeLessThan(1);
      });
    }
    expect(report.gaps[1]!.nearest).toHaveLength(3);
  });

  it('are only those whom the viewer sees', async () => {
    const report = reportOf(await ofTeam('team', await asLead(otherLead)));
    const seen = new Set(report.gaps.flatMap(({ nearest }) => nearest.map(({ person }) => person.id)));
    const everybody = reportOf(await ofTeam('team')).gaps.flatMap(({ nearest }) => nearest);
    expect([...seen].filter((id) => id !== idOf(0))).toEqual([]);
    expect(everybody.some(({ person }) => person.id !== idOf(0))).toBe(true);
    const own = reportOf(await ofTeam('team', await asLead(lead)));
    expect(own.gaps[1]!.nearest).toHaveLength(3);
  });
});
