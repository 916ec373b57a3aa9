import { setTimeout as delay } from 'node:timers/promises';
import { statement } from '../src/graph/driver/statement';
import { keyOfGlobalId, externalKey } from '../src/shared/ids';
import { startApp, type TestApp } from './kit/app';
import type { Answer, Client } from './kit/client';
import { buildGraph, day, type Reference, type TestGraph } from './kit/graph';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

const TAKE = statement<{ id: string }>(
  'test.takeLock',
  `MATCH (node:Person|Skill {id: $key}) SET node.id = node.id RETURN node.id AS id`,
);

/** As whoever gives a new noun its external id; of which nothing stays. */
const TAKE_NAME = statement<{ id: string }>(
  'test.takeName',
  `CREATE (outside:OutsideId {key: $key}) DELETE outside RETURN $key AS id`,
);

/** Runs the work while others have to wait for a person, a skill or an external id. */
function taking<Result>(take: typeof TAKE, key: string, work: () => Promise<Result>): Promise<Result> {
  return app.database.transaction(async (tx) => {
    await tx.query(take, { key });
    return work();
  });
}

const isFree = (take: typeof TAKE, key: string): Promise<boolean> =>
  Promise.race([taking(take, key, () => Promise.resolve(true)), delay(1_000, false)]);

const keysOf = (type: 'Person' | 'Skill', nodes: TestGraph['people']): string[] =>
  nodes.map(({ id }) => keyOfGlobalId(type, id)!).sort();

const mutation = (name: string, type: string) =>
  `mutation ($items: [${type}!]!) { result: ${name}(items: $items) { errors { message } } }`;

type Result = Answer<{ result: { errors: readonly { message: string }[] } }>;

/**
 * A request that names two nodes, the later one first, waits for the earlier one without holding the later: so two that name
 * the same nodes in any order never wait for each other.
 */
async function expectInOrder(
  [earlier, later]: readonly string[],
  send: () => Promise<Result>,
  take = TAKE,
): Promise<Result> {
  const { sent, free } = await taking(take, earlier!, async () => {
    const waiting = send();
    await delay(400);
    // In an object: the transaction must not wait for what waits for it.
    return { sent: waiting, free: await isFree(take, later!) };
  });
  const answer = await sent;
  expect(answer.errors).toBeUndefined();
  expect(free).toBe(true);
  return answer;
}

describe('people are locked in the order of their ids, whatever the order of the items, by', () => {
  const at = day(0);
  it.each<
    [name: string, type: string, itemOf: (person: Reference, graph: TestGraph, place: number) => object]
  >([
    ['savePeople', 'PersonInput', (person) => ({ ...person, name: 'Renamed' })],
    [
      'recordAnswers',
      'AnswerInput',
      (person, { source, questions }, place) => ({
        ...{ source, id: `answer ${place}`, at, score: 1 },
        ...{ person, question: questions[0]!.reference },
      }),
    ],
    [
      'recordClaims',
      'ClaimInput',
      (person, { source, skills }, place) => ({
        ...{ source, id: `claim ${place}`, at, kind: 'SELF', level: 0.5 },
        ...{ person, skill: skills[0]!.reference },
      }),
    ],
    ['deletePeople', 'ReferenceInput', (person) => person],
  ])('%s', async (name, type, itemOf) => {
    const graph = await buildGraph(admin, { people: 2, skills: 1, questionsPerSkill: 1 });
    const items = [...graph.people].reverse().map(({ reference }, place) => itemOf(reference, graph, place));
    const keys = keysOf('Person', graph.people);
    const { data } = await expectInOrder(keys, () => admin.ask(mutation(name, type), { items }));
    expect(data).toEqual({ result: { errors: [] } });
  });
});

describe('external ids that others are about to give are waited for in their order by', () => {
  it.each<[name: string, type: string, itemOf: (person: Reference, graph: TestGraph) => object]>([
    ['savePeople', 'PersonInput', (person) => ({ ...person, name: 'New' })],
    [
      'recordAnswers',
      'AnswerInput',
      (person, { questions }) => ({
        ...{ ...person, at: day(0), score: 1 },
        ...{ person, question: questions[0]!.reference },
      }),
    ],
  ])('%s', async (name, type, itemOf) => {
    const graph = await buildGraph(admin, { skills: 1, questionsPerSkill: 1 });
    const people = ['new-1', 'new-2'].map((id) => ({ source: graph.source, id }));
    const keys = people.map(({ source, id }) => externalKey('Person', source, id));
    const items = [...people].reverse().map((person) => itemOf(person, graph));
    await expectInOrder(keys, () => admin.ask(mutation(name, type), { items }), TAKE_NAME);
  });
});

describe('skills are locked in the order of their ids by', () => {
  it.each<[what: string, itemOf: (skill: Reference, others: readonly Reference[]) => object]>([
    ['saving them', (skill) => ({ ...skill, name: 'Renamed' })],
    ['saving what is broader', (skill, [broader]) => ({ ...skill, broader: [broader] })],
  ])('%s', async (_, itemOf) => {
    const graph = await buildGraph(admin, { skills: 4 });
    const references = graph.skills.map(({ reference }) => reference);
    const items = references
      .slice(1, 3)
      .reverse()
      .map((skill) => itemOf(skill, references));
    await expectInOrder(keysOf('Skill', graph.skills.slice(1, 3)), () =>
      admin.ask(mutation('saveSkills', 'SkillInput'), { items }),
    );
  });
});
