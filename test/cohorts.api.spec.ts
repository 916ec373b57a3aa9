import { statement } from '../src/graph/driver/statement';
import { keyOfGlobalId } from '../src/shared/ids';
import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, buildOrganisation, day, recordAll, type TestGraph } from './kit/graph';
import { SAVE_PEOPLE } from './kit/operations';

const SUPPLY = graphql(`
  query SupplyByCohorts($skill: ID!) {
    skillSupply(skill: $skill, narrower: false) {
      total {
        ... on SkillSupplyFigures {
          known
          bands {
            expectedPeople
          }
        }
      }
    }
  }
`);

const COHORTS = statement<{ people: string[] }>(
  'test.cohorts',
  `MATCH (:Skill {id: $skill})-[:HAS_COHORT]->(cohort:Cohort)
   RETURN [(cohort)<-[:COUNTED_IN]-(person:Person) | person.id] AS people ORDER BY size(people)`,
);

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

/** People of whom the first leads the next `led`, and the first `known` from there on are known in the one skill. */
async function built({ led, known, more = 0 }: { led: number; known: number; more?: number }) {
  const graph = await buildGraph(admin, { people: 1 + known + more, skills: 1, questionsPerSkill: 2 });
  const team = { source: graph.source, id: 'team' };
  await buildOrganisation(admin, {
    teams: [{ ...team, name: 'Team', leads: [graph.people[0]!.reference] }],
    memberships: graph.people.slice(1, 1 + led).map(({ reference }) => ({ team, person: reference })),
  });
  const everybody = Array.from({ length: known }, (_, index) => 1 + index);
  await learn(graph, everybody, 0);
  return { graph, everybody, lead: await app.as('lead', graph.people[0]!.id) };
}

async function learn(graph: TestGraph, positions: readonly number[], at: number): Promise<void> {
  await recordAll(
    admin,
    positions.flatMap((one) =>
      [0, 1].map((question) => answer(graph, one, question, { score: ((one + at) % 3) / 2, at: day(at) })),
    ),
  );
}

async function supply(client: Client, { skills }: TestGraph) {
  const { total } = (await client.get(SUPPLY, { skill: skills[0]!.id })).skillSupply!;
  if (!('bands' in total)) throw new Error('Withheld.');
  // To what is shown: from one question to the next the certainty of seconds fades.
  return {
    known: total.known,
    bands: total.bands.map(({ expectedPeople }) => Number(expectedPeople.toFixed(6))),
  };
}

/** What is answered for a date: the refusal, or undefined. */
async function refusalOn(client: Client, { skills }: TestGraph, asOf: string): Promise<string | undefined> {
  const { errors } = await client.ask(
    'query ($skill: ID!, $asOf: DateTimeISO) { skillSupply(skill: $skill, asOf: $asOf, narrower: false) { total { __typename } } }',
    { skill: skills[0]!.id, asOf },
  );
  return errors?.[0]?.message;
}

async function cohorts({ skills, people }: TestGraph): Promise<number[][]> {
  const rows = await app.database.query(COHORTS, { skill: keyOfGlobalId('Skill', skills[0]!.id) });
  const positions = new Map(people.map(({ id }, position) => [keyOfGlobalId('Person', id), position]));
  return rows.map((row) => row.people.map((person) => positions.get(person)!).sort((a, b) => a - b));
}

describe('people whom a viewer may not see', () => {
  it('are not dated by the refusal of a time before their evidence', async () => {
    const { graph, everybody, lead } = await built({ led: 0, known: 6 });
    await learn(graph, everybody, 5);
    const asked = day(3);
    expect(await refusalOn(lead, graph, asked)).toBe(
      `asOf ${asked} lies before evidence that counts: ask for a later time, or leave asOf out for now.`,
    );
    expect(await refusalOn(lead, graph, day(7))).toBeUndefined();
  });

  it('are counted once five of them wait, and once only, however many ask at a time', async () => {
    const { graph, everybody, lead } = await built({ led: 0, known: 4, more: 1 });
    expect((await supply(lead, graph)).known).toBe(0);
    await learn(graph, [5], 0);
    const answers = await Promise.all([1, 2, 3, 4].map(() => supply(lead, graph)));
    expect(answers.map(({ known }) => known)).toEqual([5, 5, 5, 5]);
    expect(await cohorts(graph)).toEqual([[...everybody, 5]]);
  });

  it('stay as they are counted while fewer than five of them learn or any of them leave', async () => {
    const { graph, lead } = await built({ led: 0, known: 8 });
    const before = await supply(lead, graph);
    await learn(graph, [1, 2, 3, 4], 1);
    expect(await supply(lead, graph)).toEqual(before);
    await learn(graph, [5], 2);
    const after = await supply(lead, graph);
    expect(after).not.toEqual(before);
    const leaver = { ...graph.people[8]!.reference, activeUntil: day(1) };
    await admin.get(SAVE_PEOPLE, { items: [leaver] });
    const left = await supply(lead, graph);
    expect(left.known).toBe(7);
    left.bands.forEach((people, band) => expect(people).toBeCloseTo((7 / 8) * after.bands[band]!, 5));
  });

  it('are no part of a figure for whoever sees all of their cohort but four', async () => {
    const { graph, everybody, lead } = await built({ led: 3, known: 7 });
    const stranger = await app.as('lead', graph.people[7]!.id);
    expect(await cohorts(graph)).toEqual([]);
    expect((await supply(stranger, graph)).known).toBe(7);
    expect(await cohorts(graph)).toEqual([everybody]);
    expect((await supply(lead, graph)).known).toBe(3);
  });
});

it('costs the same statements however many people there are, and no more to hr than before', async () => {
  const asked = async (client: Client, graph: TestGraph): Promise<string[]> => {
    await supply(client, graph);
    app.forget();
    await supply(client, graph);
    return [...app.statements].sort();
  };
  const [few, many] = [await built({ led: 0, known: 5 }), await built({ led: 0, known: 30 })];
  expect(await asked(many.lead, many.graph)).toEqual(await asked(few.lead, few.graph));
  expect(await asked(await app.as('hr'), many.graph)).not.toContain('counting.counted');
});
