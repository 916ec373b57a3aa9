import { keyOfGlobalId } from '../src/shared/ids';
import { graphql } from './generated/gql';
import type { BroaderMasteryFilter } from './generated/graphql';
import { abilityOf, STORED_ABILITIES, type StoredAbility } from './kit/ability';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  answer,
  buildGraph,
  buildOrganisation,
  day,
  masteryOf,
  recordAll,
  withdraw,
  withdrawal,
  type TestGraph,
} from './kit/graph';
import { SAVE_SKILLS } from './kit/operations';

const BROADER_MASTERY = graphql(`
  query BroaderMasteryOfPerson(
    $id: ID!
    $filterBy: BroaderMasteryFilter
    $first: Int
    $after: String
    $asOf: DateTimeISO
  ) {
    person(id: $id) {
      broaderMastery(filterBy: $filterBy, first: $first, after: $after, asOf: $asOf) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          person {
            id
          }
          skill {
            id
            name
          }
          asOf
          level
          interval {
            low
            high
          }
          knownShare
          narrowerSkillCount
          summary
          from {
            share
            mastery {
              level
              answerCount
              skill {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

/** Skills by position: what is below what. Skill 4 is below 1 and 2; 6 is apart. */
const top = 0;
const below: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 3], 1: [4, 5], 2: [4] };
/** Later than all evidence. */
const asOf = day(10);

let app: TestApp;
let admin: Client;
let graph: TestGraph;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 6, skills: 7, questionsPerSkill: 6 });
  const { skills } = graph;
  await admin.get(SAVE_SKILLS, {
    items: skills.map(({ reference }, position) => ({
      ...reference,
      broader: Object.keys(below)
        .filter((above) => below[Number(above)]!.includes(position))
        .map((above) => skills[Number(above)]!.reference),
    })),
  });
  const answers = (person: number, skill: number, score: number, count = 6) =>
    Array.from({ length: count }, (_, question) =>
      answer(graph, person, 6 * skill + question, { score, at: day(question) }),
    );
  await recordAll(admin, [
    ...answers(0, 4, 1),
    ...answers(0, 3, 0),
    ...answers(0, 6, 1),
    ...answers(1, 6, 1),
    ...answers(2, top, 1),
    ...answers(2, 3, 0, 2),
    ...answers(3, top, 1),
    ...answers(4, 5, 1, 1),
  ]);
});
afterAll(() => app.close());

const read = async (person: number, given: object = {}, client = admin) =>
  (await client.get(BROADER_MASTERY, { id: graph.people[person]!.id, asOf, ...given })).person!
    .broaderMastery!;
const inSkill = async (person: number, skill: number, given: object = {}) =>
  (await read(person, { filterBy: { skills: [graph.skills[skill]!.id] }, ...given })).nodes[0];
/** What it comes from, by position of the skill. */
const sharesIn = (mastery: { from: readonly { share: number; mastery: { skill: { id: string } } }[] }) =>
  mastery.from.map(({ share, mastery: { skill } }) => [
    graph.skills.findIndex(({ id }) => id === skill.id),
    Number(share.toFixed(9)),
  ]);
const third = Number((1 / 3).toFixed(9));

describe('mastery of a broader skill', () => {
  it('comes from all narrower skills with evidence, and says from what and how much is unknown', async () => {
    const found = (await inSkill(0, top))!;
    // Skill 4 is all of 2 and half of 1: a third, and a sixth.
    expect(sharesIn(found)).toEqual([
      [3, third],
      [4, 0.5],
    ]);
    expect(found.knownShare).toBeCloseTo(5 / 6, 12);
    expect(found.narrowerSkillCount).toBe(5);
    expect([found.person.id, found.asOf]).toEqual([graph.people[0]!.id, asOf]);
    const levels = await masteryOf(admin, graph, 0, asOf);
    expect(found.from.map(({ mastery }) => mastery.level)).toEqual([
      levels.get(3)!.level,
      levels.get(4)!.level,
    ]);
    const name = (skill: number) => `skill-000${String(skill + 1)} of ${graph.source}`;
    const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
    expect(found.summary).toBe(
      `person-0001 of ${graph.source} is expected to answer a reference question in ${name(top)} right with probability ${percent(found.level)} (90 % interval ${percent(found.interval.low)} to ${percent(found.interval.high)}), derived from ${name(4)}, ${name(3)}; 17 % of it is unknown.`,
    );
  });

  it('is the mean of the logits by shares, with what the parts have in common', async () => {
    const found = (await inSkill(0, top))!;
    const rows = await app.database.query(STORED_ABILITIES, {
      people: [keyOfGlobalId('Person', graph.people[0]!.id)!],
      skills: [3, 4].map((skill) => keyOfGlobalId('Skill', graph.skills[skill]!.id)!),
    });
    const shareOf = (row: StoredAbility) =>
      row.skill === keyOfGlobalId('Skill', graph.skills[4]!.id) ? 1 / 2 : 1 / 3;
    const at = Date.parse(asOf);
    const [{ general, calibration }] = rows as [StoredAbility];
    const mean =
      rows.reduce((sum, row) => sum + shareOf(row) * abilityOf(row, at).mean, 0) + (1 / 6) * general[1];
    // Var(sum) = sum of all covariances; those of two parts are by g and u alone.
    const common = Math.min(
      calibration.generalVariance,
      general[2] + (calibration.generalDriftPerDay * (at - general[7])) / 86_400_000,
    );
    const parts = [
      ...rows.map((row) => ({
        share: shareOf(row),
        g: 1 + row.edge.generalSlope,
        u: row.edge.sittingSlope,
        variance: abilityOf(row, at).variance,
      })),
      { share: 1 / 6, g: 1, u: 0, variance: common + calibration.skillVariance },
    ];
    let variance = 0;
    for (const one of parts)
      for (const other of parts)
        variance +=
          one.share *
          other.share *
          (one === other
            ? one.variance
            : one.g * other.g * common +
              (one.g * other.u + one.u * other.g) * general[5] +
              one.u * other.u * general[4]);
    const logistic = (x: number) => 1 / (1 + Math.exp(-x));
    const reach = 1.6448536269514722 * Math.sqrt(variance);
    expect(found.interval.low).toBeCloseTo(logistic(mean - reach), 9);
    expect(found.interval.high).toBeCloseTo(logistic(mean + reach), 9);
  });

  it('is the level of the one skill that makes it up', async () => {
    const found = (await inSkill(0, 2))!;
    const { level, low, high } = (await masteryOf(admin, graph, 0, asOf)).get(4)!;
    expect(found.level).toBeCloseTo(level, 12);
    expect(found.interval.low).toBeCloseTo(low, 12);
    expect(found.interval.high).toBeCloseTo(high, 12);
    expect(found.knownShare).toBe(1);
    expect(found.summary).not.toContain('unknown');
  });

  it('counts evidence on the broader skill itself, as which the unknown stand', async () => {
    const found = (await inSkill(2, top))!;
    expect(sharesIn(found)).toEqual([
      [top, 0.75],
      [3, 0.25],
    ]);
    expect(found.knownShare).toBe(1);
  });

  it('is hardly sure where little is known below, and unknown where nothing is', async () => {
    const little = (await inSkill(4, top))!;
    const much = (await inSkill(0, top))!;
    expect(little.knownShare).toBeCloseTo(1 / 6, 12);
    expect(little.level).toBeGreaterThan(0.5);
    expect(little.interval.high - little.interval.low).toBeGreaterThan(
      much.interval.high - much.interval.low,
    );
    for (const person of [1, 3, 5]) expect(await read(person)).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await inSkill(4, 2)).toBeUndefined();
  });

  it.each<[string, () => BroaderMasteryFilter, number[]]>([
    ['nothing', () => ({}), [0, 1, 2]],
    ['top', () => ({ top: true, nameContains: graph.source }), [0]],
    ['within', () => ({ within: graph.skills[top]!.id }), [1, 2]],
    ['skills', () => ({ skills: [graph.skills[2]!.id, graph.skills[6]!.id] }), [2]],
    ['archived', () => ({ archived: true }), []],
  ])('is listed by name, filtered by %s, and counted so', async (_, filterBy, skills) => {
    const { nodes, totalCount } = await read(0, { filterBy: filterBy() });
    expect(nodes.map(({ skill }) => skill.id)).toEqual(skills.map((skill) => graph.skills[skill]!.id));
    expect(totalCount).toBe(skills.length);
  });

  it('is read in pages', async () => {
    const first = await read(0, { first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await read(0, { first: 2, after: first.pageInfo.endCursor });
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect([...first.nodes, ...rest.nodes]).toEqual((await read(0)).nodes);
  });

  it('fades with time, and is not asked for before its evidence', async () => {
    const [now, later] = [(await inSkill(0, top))!, (await inSkill(0, top, { asOf: day(1_000) }))!];
    expect(later.interval.high - later.interval.low).toBeGreaterThan(now.interval.high - now.interval.low);
    const { errors } = await admin.ask(
      'query ($id: ID!, $asOf: DateTimeISO) { person(id: $id) { broaderMastery(asOf: $asOf) { nodes { level } } } }',
      { id: graph.people[0]!.id, asOf: day(1) },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_INPUT' } }]);
  });

  it('is seen by whom the person is seen by', async () => {
    const { people, source } = graph;
    const { teams } = await buildOrganisation(admin, {
      teams: [{ source, id: 'team', name: source, leads: [people[5]!.reference] }],
      memberships: [{ team: { source, id: 'team' }, person: people[0]!.reference }],
    });
    const lead = await app.as('lead', people[5]!.id);
    expect((await read(0, {}, lead)).nodes).toEqual((await read(0)).nodes);
    expect((await read(0, {}, await app.as('person', people[0]!.id))).totalCount).toBe(3);
    const other = await app.as('person', people[1]!.id);
    const { person } = await other.get(BROADER_MASTERY, { id: people[0]!.id });
    expect(person).toBeNull();
    const { errors } = await other.ask(
      'query ($id: ID!) { team(id: $id) { leads { nodes { name broaderMastery { nodes { level } } } } } }',
      { id: teams[0]! },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('follows the hierarchy and the evidence as they are: nothing of it is stored', async () => {
    const fresh = await buildGraph(admin, { people: 1, skills: 3, questionsPerSkill: 1 });
    const [first, second, third_] = fresh.skills.map(({ reference }) => reference);
    const shown = async () =>
      (
        await admin.get(BROADER_MASTERY, {
          id: fresh.people[0]!.id,
          filterBy: { nameContains: fresh.source },
        })
      ).person!.broaderMastery!.nodes.map(({ knownShare }) => knownShare);
    const given = answer(fresh, 0, 1);
    await recordAll(admin, [given]);
    expect(await shown()).toEqual([]);
    await admin.get(SAVE_SKILLS, { items: [second!, third_!].map((one) => ({ ...one, broader: [first!] })) });
    expect(await shown()).toEqual([0.5]);
    await admin.get(SAVE_SKILLS, { items: [{ ...third_!, broader: [] }] });
    expect(await shown()).toEqual([1]);
    await withdraw(admin, [withdrawal(given)]);
    expect(await shown()).toEqual([]);
  });

  it('is found above hundreds of narrower skills', async () => {
    const wide = await buildGraph(admin, { people: 1, skills: 300, questions: [[299]] });
    await admin.get(SAVE_SKILLS, {
      items: wide.skills
        .slice(1)
        .map(({ reference }) => ({ ...reference, broader: [wide.skills[0]!.reference] })),
    });
    await recordAll(admin, [answer(wide, 0, 0)]);
    const { nodes } = (await admin.get(BROADER_MASTERY, { id: wide.people[0]!.id })).person!.broaderMastery!;
    expect(nodes).toMatchObject([{ narrowerSkillCount: 299, from: [{ mastery: { answerCount: 1 } }] }]);
    expect(nodes[0]!.knownShare).toBeCloseTo(1 / 299, 12);
  });
});
