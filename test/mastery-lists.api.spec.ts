import { graphql } from './generated/gql';
import type { SkillMasteryFilter, MasteryFilter } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  answer,
  buildGraph,
  buildOrganisation,
  day,
  recordAll,
  withdraw,
  withdrawal,
  type TestGraph,
} from './kit/graph';
import { SAVE_SKILLS } from './kit/operations';

const MASTERY = graphql(`
  query MasteryLists(
    $id: ID!
    $filterBy: MasteryFilter
    $orderBy: MasteryOrder
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    person(id: $id) {
      mastery(
        filterBy: $filterBy
        orderBy: $orderBy
        first: $first
        after: $after
        last: $last
        before: $before
      ) {
        totalCount
        nodes {
          skill {
            id
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
`);

const MASTERED_BY = graphql(`
  query SkillMasteryLists($id: ID!, $filterBy: SkillMasteryFilter, $orderBy: SkillMasteryOrder) {
    skill(id: $id) {
      masteries(filterBy: $filterBy, orderBy: $orderBy) {
        totalCount
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
let graph: TestGraph;
let team: string;

/**
 * Three people and three skills, the second skill below the first. The first person answers on every skill: once on the
 * first on day 2, twice on the second by day 1, three times on the third by day 3; the others once on the first skill.
 */
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 3, skills: 3, questionsPerSkill: 1 });
  const { source, people, skills } = graph;
  const { saveSkills } = await admin.get(SAVE_SKILLS, {
    items: [{ ...skills[1]!.reference, name: 'b', broader: [skills[0]!.reference] }],
  });
  expect(saveSkills.errors).toEqual([]);
  const organisation = await buildOrganisation(admin, {
    teams: [{ source, id: 'team', name: source }],
    memberships: [{ team: { source, id: 'team' }, person: people[1]!.reference }],
  });
  team = organisation.teams[0]!;
  await recordAll(admin, [
    answer(graph, 0, 0, { at: day(2) }),
    ...[0, 1].map((at) => answer(graph, 0, 1, { at: day(at) })),
    ...[1, 2, 3].map((at) => answer(graph, 0, 2, { at: day(at) })),
    answer(graph, 1, 0, { at: day(1) }),
    answer(graph, 2, 0, { at: day(3) }),
  ]);
});
afterAll(() => app.close());

const skillIds = (...positions: number[]) => positions.map((position) => graph.skills[position]!.id);
const personIds = (...positions: number[]) => positions.map((position) => graph.people[position]!.id);

it('is found by when evidence was recorded, however long ago it happened, and by when it was withdrawn', async () => {
  const late = await buildGraph(admin, { people: 1, skills: 2, questionsPerSkill: 1 });
  const now = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return new Date().toISOString();
  };
  const found = async (updatedSince: string) => {
    const filterBy = { updatedSince };
    const { person } = await admin.get(MASTERY, { id: late.people[0]!.id, filterBy });
    const { skill } = await admin.get(MASTERED_BY, { id: late.skills[1]!.id, filterBy });
    return [person!.mastery!.nodes.map((one) => one.skill.id), skill!.masteries.totalCount];
  };
  const first = answer(late, 0, 1, { at: day(5) });
  await recordAll(admin, [first, answer(late, 0, 0, { at: day(5) }), answer(late, 0, 1, { at: day(6) })]);
  const recorded = await now();
  expect(await found(recorded)).toEqual([[], 0]);
  await recordAll(admin, [answer(late, 0, 1, { at: day(0) })]);
  expect(await found(recorded)).toEqual([[late.skills[1]!.id], 1]);
  const withdrawn = await now();
  expect(await found(withdrawn)).toEqual([[], 0]);
  await withdraw(admin, [withdrawal(first)]);
  expect(await found(withdrawn)).toEqual([[late.skills[1]!.id], 1]);
});

describe("a person's mastery", () => {
  const read = async (given: object) =>
    (await admin.get(MASTERY, { id: graph.people[0]!.id, ...given })).person!.mastery!;

  it.each<[condition: string, filterBy: () => MasteryFilter, skills: number[]]>([
    ['skills', () => ({ skills: skillIds(2) }), [2]],
    ['skills of other types', () => ({ skills: personIds(0) }), []],
    ['within', () => ({ within: skillIds(0)[0]! }), [1]],
    ['top', () => ({ top: true, nameContains: graph.source }), [0, 2]],
    ['evidenceSince', () => ({ evidenceSince: day(2) }), [0, 2]],
    ['evidenceBefore', () => ({ evidenceBefore: day(2) }), [1]],
    ['minimumAnswers', () => ({ minimumAnswers: 2 }), [1, 2]],
    ['several', () => ({ minimumAnswers: 2, evidenceSince: day(2) }), [2]],
    ['archived', () => ({ archived: true }), []],
    ['in use', () => ({ archived: false }), [0, 1, 2]],
  ])('is filtered by %s, and counted so', async (_, filterBy, skills) => {
    const { nodes, totalCount } = await read({ filterBy: filterBy() });
    expect(nodes.map(({ skill }) => skill.id).sort()).toEqual(skillIds(...skills).sort());
    expect(totalCount).toBe(skills.length);
  });

  it.each([
    ['NAME', 'ASC', [1, 0, 2]],
    ['NAME', 'DESC', [2, 0, 1]],
    ['LAST_EVIDENCE_AT', 'ASC', [1, 0, 2]],
    ['ANSWERS', 'ASC', [0, 1, 2]],
    ['ANSWERS', 'DESC', [2, 1, 0]],
  ])('is read by %s %s, page by page, both ways', async (field, direction, skills) => {
    const orderBy = { field, direction };
    const forwards: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof read>> = await read({ orderBy, first: 1, after });
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      forwards.push(...page.nodes.map(({ skill }) => skill.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor! : null;
    } while (after !== null);
    expect(forwards).toEqual(skillIds(...skills));
    const end = await read({ orderBy, last: 2 });
    expect(end.nodes.map(({ skill }) => skill.id)).toEqual(forwards.slice(1));
    const start = await read({ orderBy, last: 2, before: end.pageInfo.startCursor });
    expect(start.nodes.map(({ skill }) => skill.id)).toEqual(forwards.slice(0, 1));
    expect([end, start].map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual([true, false]);
  });
});

describe('who is known in a skill', () => {
  it.each<[condition: string, filterBy: () => SkillMasteryFilter, people: number[]]>([
    ['team', () => ({ team }), [1]],
    ['evidenceSince', () => ({ evidenceSince: day(2) }), [0, 2]],
    ['evidenceBefore', () => ({ evidenceBefore: day(2) }), [1]],
    ['minimumAnswers', () => ({ minimumAnswers: 2 }), []],
    ['nameContains', () => ({ nameContains: graph.people[2]!.reference.id }), [2]],
  ])('is filtered by %s, and counted so', async (_, filterBy, people) => {
    const { masteries } = (await admin.get(MASTERED_BY, { id: graph.skills[0]!.id, filterBy: filterBy() }))
      .skill!;
    expect(masteries.nodes.map(({ person }) => person.id)).toEqual(personIds(...people));
    expect(masteries.totalCount).toBe(people.length);
  });

  it('comes by name or by date, and for a viewer only whom they see', async () => {
    const orderBy = { field: 'LAST_EVIDENCE_AT', direction: 'DESC' } as const;
    const of = async (client: Client) => {
      const { skill } = await client.get(MASTERED_BY, { id: graph.skills[0]!.id, orderBy });
      return skill!.masteries.nodes.map(({ person }) => person.id);
    };
    expect(await of(admin)).toEqual(personIds(2, 0, 1));
    expect(await of(await app.as('person', graph.people[1]!.id))).toEqual(personIds(1));
  });
});
