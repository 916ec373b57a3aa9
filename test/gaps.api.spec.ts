import { percent, toOnePlace } from '../src/shared/percent';
import { normalCdf } from '../src/estimators/normal';
import { keyOfGlobalId } from '../src/shared/ids';
import { abilityOf, STORED_ABILITIES } from './kit/ability';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  asOf,
  buildGaps,
  gapsByNeed,
  gapsOfProject,
  gapsOfTeam,
  lead,
  OF_PROJECT,
  otherLead,
  reportOf,
  supplyOf,
  team,
  type GapsGraph,
} from './kit/gaps';
import { buildOrganisation, day } from './kit/graph';

const draws = 2_000;

let app: TestApp;
let admin: Client;
let built: GapsGraph;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  built = await buildGaps(admin);
});
afterAll(() => app.close());

const ofProject = (name: string, client = admin) => gapsOfProject(client, built, name);
const ofTeam = (name: string, client = admin) => gapsOfTeam(client, built, name);
const idOf = (position: number) => built.graph.people[position]!.id;
const asLead = (position: number) => app.as('lead', idOf(position));

/** The probability of each of these people to reach a level of a skill, from what is stored; the unknown left out. */
async function probabilities(
  skill: number,
  level: number,
  people: readonly number[],
): Promise<Map<string, number>> {
  const rows = await app.database.query(STORED_ABILITIES, {
    skills: [keyOfGlobalId('Skill', built.graph.skills[skill]!.id)],
    people: null,
  });
  const found = new Map<string, number>();
  for (const position of people) {
    const row = rows.find(({ person }) => person === keyOfGlobalId('Person', idOf(position)));
    if (!row) continue;
    const { mean, variance } = abilityOf(row, Date.parse(asOf));
    found.set(idOf(position), normalCdf((mean - Math.log(level / (1 - level))) / Math.sqrt(variance)));
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
    const result = await ofProject('two skills');
    expect(reportOf(result)).toMatchObject({ personCount: team.length, asOf });
    expect(
      gapsByNeed(result).map(({ requirement, demand, project }) => [
        built.graph.skills.findIndex(({ id }) => id === requirement.skill.id),
        requirement.level,
        requirement.task?.name ?? null,
        demand,
        project!.name,
      ]),
    ).toEqual([
      [1, 0.5, null, 1, 'Two skills'],
      [2, 0.45, 'Task', 3, 'Two skills'],
    ]);
  });

  it('expect the supply, shortfall and cover that the exact distribution gives', async () => {
    const result = await ofProject('two skills');
    const [report, gaps] = [reportOf(result), gapsByNeed(result)];
    const covers: number[] = [];
    for (const [index, { skill, level }] of [
      { skill: 1, level: 0.5 },
      { skill: 2, level: 0.45 },
    ].entries()) {
      const gap = gaps[index]!;
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
    const [rare, common] = gapsByNeed(await ofProject('two skills')).map(supplyOf);
    expect(rare).toMatchObject({ known: 3, unknown: 4 });
    expect(common).toMatchObject({ known: 6, unknown: 1 });
    expect(rare!.expectedSupply).toBeLessThanOrEqual(3);
  });

  it('are the same each time they are asked for', async () => {
    expect(await ofProject('two skills')).toEqual(await ofProject('two skills'));
  });

  it('are BAD_INPUT for a date before evidence that counts', async () => {
    const { errors } = await admin.ask(OF_PROJECT, { id: built.projects.get('two skills')!, asOf: day(2) });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
  });

  it('are kept from people and authors', async () => {
    for (const client of [await app.as('person', idOf(0)), await app.as('author')]) {
      const { data, errors } = await client.ask(OF_PROJECT, { id: built.projects.get('two skills')! });
      expect(data).toBeUndefined();
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('the gaps of a team', () => {
  it('hold its members of now against all projects that it is responsible for', async () => {
    const result = await ofTeam('team');
    expect(reportOf(result).personCount).toBe(team.length);
    expect(gapsByNeed(result).map(({ project }) => project!.name)).toEqual([
      'Two levels',
      'Two levels',
      'Two skills',
      'Two skills',
    ]);
  });

  it('count for each level whoever reaches it, and fill the seats with distinct people', async () => {
    const result = await ofTeam('team');
    const report = reportOf(result);
    const [low, high] = gapsByNeed(result).map(supplyOf);
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
    const empty = report.gaps.reduce((sum, gap) => sum + supplyOf(gap).expectedShortfall, 0);
    expect(report.summary.startsWith(`${empty.toFixed(1)} of the `)).toBe(true);
    for (const gap of report.gaps) {
      const { expectedShortfall, coveredProbability } = supplyOf(gap);
      expect(gap.summary).toContain(`: ${toOnePlace(expectedShortfall)} expected to be lacking; `);
      expect(gap.summary.endsWith(`; all covered with probability ${percent(coveredProbability)}.`)).toBe(
        true,
      );
    }
  });

  it('are none where nothing is required', async () => {
    const report = reportOf(await ofTeam('idle'));
    expect(report).toMatchObject({ personCount: 1, gaps: [], allCoveredProbability: 1 });
    expect(report.summary).toBe('Nothing is required yet, so there is nothing to compare.');
  });

  it('are all of the demand where the team has nobody', async () => {
    const report = reportOf(await ofTeam('nobody'));
    expect(report).toMatchObject({ personCount: 0, allCoveredProbability: 0 });
    expect(supplyOf(report.gaps[0]!)).toMatchObject({
      expectedSupply: 0,
      expectedShortfall: 3,
      coveredProbability: 0,
      known: 0,
      unknown: 0,
    });
  });

  it('come with the most severe first, weighted by importance, by what is shown to whoever asks', async () => {
    const { source, skills } = built.graph;
    const [project, ...others] = ['more important', 'less important'].map((id) => ({ source, id }));
    await buildOrganisation(admin, {
      projects: [project!, ...others].map((one) => ({
        ...one,
        name: one.id,
        responsibleTeam: { source, id: 'nobody' },
      })),
      requirements: [
        { project: project!, skill: skills[1]!.reference, level: 0.5, importance: 10 },
        { project: others[0]!, skill: skills[2]!.reference, level: 0.5, headcount: 2, importance: 1 },
      ],
    });
    const [first, ...rest] = reportOf(await ofTeam('nobody')).gaps;
    expect(first!.project!.name).toBe('more important');
    expect(rest.map(({ project: of }) => of!.name)).toEqual(['Nobody', 'less important']);
    for (const client of [admin, await asLead(otherLead)])
      for (const name of ['team', 'nobody']) {
        const weights = reportOf(await ofTeam(name, client)).gaps.map(
          ({ supply, requirement: { importance } }) =>
            supply.__typename === 'GapSupply' ? supply.expectedShortfall * importance : -1,
        );
        expect(weights).toEqual(weights.toSorted((left, right) => right - left));
      }
  });
});

describe('the nearest people', () => {
  it('are up to three who are below the requirement, the nearest first', async () => {
    const gaps = gapsByNeed(await ofTeam('team'));
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
      const found = gaps[index]!.nearest;
      expect(found.map(({ person }) => person.id)).toEqual(below.map(([id]) => id));
      found.forEach(({ probability, level: shown }, place) => {
        expect(probability).toBeCloseTo(below[place]![1], 9);
        expect(shown).toBeGreaterThan(0);
        expect(shown).toBeLessThan(1);
      });
    }
    expect(gaps[1]!.nearest).toHaveLength(3);
  });

  it('are only those whom the viewer sees', async () => {
    const report = reportOf(await ofTeam('team', await asLead(otherLead)));
    const seen = new Set(report.gaps.flatMap(({ nearest }) => nearest.map(({ person }) => person.id)));
    const everybody = reportOf(await ofTeam('team')).gaps.flatMap(({ nearest }) => nearest);
    expect([...seen].filter((id) => id !== idOf(0))).toEqual([]);
    expect(everybody.some(({ person }) => person.id !== idOf(0))).toBe(true);
    const own = await ofTeam('team', await asLead(lead));
    expect(gapsByNeed(own)[1]!.nearest).toHaveLength(3);
    // How many no list names is said.
    expect([report, reportOf(own)].map(({ leftOut }) => leftOut)).toEqual([team.length - 1, 0]);
  });
});
