import { abilitiesOf } from '../src/estimators/abilities';
import { expectedCoverage } from '../src/estimators/coverage';
import { logit, z90 } from '../src/estimators/normal';
import { graphql } from './generated/gql';
import type { OrganisationGapsQuery } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildGaps, former, leaver, team, type GapsGraph } from './kit/gaps';
import { buildOrganisation, day, masteryOf } from './kit/graph';
import { inAllSizes } from './kit/statements';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

const ORGANISATION_GAPS = graphql(`
  query OrganisationGaps($asOf: DateTimeISO) {
    organisationGaps(asOf: $asOf) {
      asOf
      personCount
      allCoveredProbability
      summary
      gaps {
        requirement {
          id
          level
          skill {
            id
          }
        }
        project {
          id
          name
        }
        demand
        supply {
          __typename
          ... on GapSupply {
            expectedSupply
            expectedShortfall
            coveredProbability
            known
            unknown
          }
        }
        nearest {
          probability
          person {
            id
          }
        }
      }
    }
  }
`);

type Gap = OrganisationGapsQuery['organisationGaps']['gaps'][number];

let app: TestApp;
let admin: Client;
let built: GapsGraph;
let ended: string;
let later: string;
let emptied: EmptiedDatabase;
beforeAll(async () => {
  // Everybody counts: no other spec's evidence may be later than now.
  emptied = await openEmptiedDatabase();
  app = await startApp();
  admin = await app.as('admin');
  built = await buildGaps(admin);
  const { source, skills } = built.graph;
  const named = (id: string) => ({ source, id, name: id });
  [ended, later] = (
    await buildOrganisation(admin, {
      projects: [
        { ...named('ended'), to: day(50) },
        { ...named('later'), to: day(90) },
      ],
      requirements: ['ended', 'later'].map((id) => ({
        project: { source, id },
        skill: skills[1]!.reference,
        level: 0.6,
      })),
    })
  ).projects as [string, string];
});
afterAll(async () => {
  await app.close();
  await emptied.close();
});

const skillOf = ({ requirement }: Gap) =>
  built.graph.skills.findIndex(({ id }) => id === requirement.skill.id);
/** The gaps in the skills of this spec: others see to theirs at the same time. */
async function gapsNow(client = admin, at?: string): Promise<Gap[]> {
  const { organisationGaps } = await client.get(ORGANISATION_GAPS, { asOf: at ?? null });
  return organisationGaps.gaps.filter((gap) => skillOf(gap) >= 0);
}
const supplyOf = ({ supply }: Gap) => {
  if (supply.__typename !== 'GapSupply') throw new Error('Withheld');
  return supply;
};

it('everybody active is held against all that is open, one skill for all projects together', async () => {
  const { organisationGaps: report } = await admin.get(ORGANISATION_GAPS, {});
  const people = [...team, former, 11, 12, 13, 14];
  expect(report.personCount).toBeGreaterThanOrEqual(people.length);
  expect(report.summary).toContain(
    `expected to stay empty with ${String(report.personCount)} people; all covered`,
  );
  const found = report.gaps.filter((gap) => skillOf(gap) >= 0);
  expect(found.map(({ project }) => project!.name).sort()).toEqual(
    ['Nobody', 'Small', 'Two levels', 'Two levels', 'Two skills', 'Two skills'].sort(),
  );
  for (const skill of [0, 1, 2]) {
    const of = found.filter((gap) => skillOf(gap) === skill);
    const known = await Promise.all(
      [...people, leaver].map(async (one) => {
        const level = (await masteryOf(admin, built.graph, one, report.asOf)).get(skill);
        if (!level || one === leaver) return [];
        const [low, high] = [logit(level.low), logit(level.high)];
        const ability = { mean: (low + high) / 2, variance: ((high - low) / (2 * z90)) ** 2 };
        return [[String(one), ability] as const];
      }),
    );
    const seats = of.map(({ requirement: { id, level }, demand }) => ({
      id,
      skill: '',
      threshold: logit(level),
      headcount: demand,
    }));
    const { bySeats } = expectedCoverage(seats, () => abilitiesOf(known.flat()));
    for (const gap of of) {
      const { expectedSupply, expectedShortfall, coveredProbability } = bySeats.get(gap.requirement.id)!;
      expect(supplyOf(gap)).toEqual({
        __typename: 'GapSupply',
        known: known.flat().length,
        unknown: report.personCount - known.flat().length,
        expectedSupply: expect.closeTo(expectedSupply, 6),
        expectedShortfall: expect.closeTo(expectedShortfall, 6),
        coveredProbability: expect.closeTo(coveredProbability, 6),
      });
      expect(gap.nearest.every(({ probability }) => probability < 0.5)).toBe(true);
      expect(gap.nearest.map(({ person }) => person.id)).not.toContain(built.graph.people[leaver]!.id);
    }
  }
});

it('a project counts while it is open on the date', async () => {
  const projectsAt = async (at: string) => (await gapsNow(admin, at)).map(({ project }) => project!.id);
  // Now lies after both ends.
  expect(await projectsAt(new Date().toISOString())).not.toContain(later);
  const { errors } = await admin.ask(ORGANISATION_GAPS, { asOf: day(1) });
  expect(errors![0]!.extensions.code).toBe('BAD_INPUT');
  const { source } = built.graph;
  await buildOrganisation(admin, {
    projects: [{ source, id: 'later', name: 'later', to: '2090-01-01T00:00:00Z' }],
  });
  expect(await projectsAt(new Date().toISOString())).toContain(later);
  expect(await projectsAt(new Date().toISOString())).not.toContain(ended);
  expect(await projectsAt('2090-01-02T00:00:00Z')).not.toContain(later);
});

it('is for hr and admin', async () => {
  expect((await gapsNow(await app.as('hr'))).length).toBeGreaterThan(0);
  for (const role of ['person', 'lead', 'author'] as const) {
    const client = await app.as(role, built.graph.people[0]!.id);
    const { errors } = await client.ask(ORGANISATION_GAPS);
    expect(errors![0]!.extensions['fields']).toContain('Query.organisationGaps');
  }
});

it('costs the same statements however many projects there are', async () => {
  const { source, skills } = built.graph;
  const [one, ten, hundred] = await inAllSizes(app, async (size) => {
    const more = Array.from({ length: size }, (_, index) => ({
      source,
      id: `more ${String(index)}`,
      name: 'More',
    }));
    await buildOrganisation(admin, {
      projects: more,
      requirements: more.map(({ id }) => ({
        project: { source, id },
        skill: skills[0]!.reference,
        level: 0.3,
      })),
    });
    app.forget();
    await admin.ask('{ organisationGaps { summary gaps { summary project { name } } } }');
  });
  expect(one).toContain('feed.after');
  expect(ten).toEqual(one);
  expect(hundred).toEqual(one);
});
