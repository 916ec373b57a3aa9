import { randomBytes } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { pino } from 'pino';
import { statement } from '../src/graph/driver/statement';
import { keyOfGlobalId } from '../src/shared/ids';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { comparable } from './kit/comparable';
import { beginningIn } from './kit/cursors';
import { answer, buildGraph, buildOrganisation, day, recordAll, type TestGraph } from './kit/graph';
import { SAVE_QUESTIONS, SAVE_SKILLS } from './kit/operations';

/**
 * Names a skill past the API: null takes its name, which may not be null, so that whoever selects it meets an unexpected error.
 * Without its sortName no list has it. Left so, specs that come later and go through all skills would fail on it.
 */
const NAME = statement(
  'spec.name',
  `MATCH (skill:Skill {id: $key}) SET skill.name = $name, skill.sortName = $name`,
);

/** Unexpected errors are what is asked for here. */
const silent = pino({ level: 'silent' });
/** Later than all evidence. */
const asOf = '2100-01-01T00:00:00Z';
let compiled: TestApp;
let interpreted: TestApp;
let graph: TestGraph;
/** What operations may name a variable for: global ids. */
let known: Readonly<Record<'person' | 'team' | 'project' | 'other' | 'unnamed' | 'below', string>>;
/** The cursor behind which this spec's own rows begin, by list; null where they are the first. */
const beginnings = new Map<string, string | null>();

/** One lead with two projects in view and one to staff, three people with answers, skills above each other. */
beforeAll(async () => {
  // Cursors of both are alike where their secret is.
  const shared = { SKILLWAKE_SECRET: randomBytes(32).toString('hex') };
  [compiled, interpreted] = await Promise.all([
    startApp(shared, undefined, silent),
    startApp({ ...shared, SKILLWAKE_EXECUTION: 'interpreted' }, undefined, silent),
  ]);
  const admin = await interpreted.as('admin');
  graph = await buildGraph(admin, { people: 3, skills: 4, questionsPerSkill: 2 });
  const { source, people, skills, questions } = graph;
  // A name that begins with the source stands apart from those of other specs, which come and go meanwhile.
  const named = (id: string) => ({ source, id, name: `${source} ${id}` });
  const [work, other, task, crew] = ['work', 'other', 'task', 'crew'].map((id) => ({ source, id }));
  const saved = await Promise.all([
    admin.get(SAVE_SKILLS, {
      items: skills.map(({ reference }, index) => ({
        ...named(reference.id),
        broader: index === 2 ? [0, 1, 3].map((above) => skills[above]!.reference) : [],
      })),
    }),
    admin.get(SAVE_QUESTIONS, {
      items: questions.map(({ reference }) => ({ ...reference, prompt: `${source} ${reference.id}` })),
    }),
  ]);
  expect(JSON.stringify(saved)).toContain('"errors":[]');
  const { teams, projects } = await buildOrganisation(admin, {
    people: people.map(({ reference }) => ({ ...named(reference.id), email: 'someone@example.org' })),
    teams: [{ ...named('crew'), leads: [people[0]!.reference] }, named('nobody')],
    memberships: [{ person: people[1]!.reference, team: crew! }],
    projects: [{ ...named('work'), responsibleTeam: crew! }, named('other')],
    tasks: [{ ...task!, name: 'Task', project: work! }],
    requirements: [
      { project: work!, skill: skills[0]!.reference, level: 0.6 },
      { project: other!, skill: skills[0]!.reference, level: 0.6 },
      { task: task!, skill: skills[1]!.reference, level: 0.4, importance: 2 },
    ],
    assignments: [{ project: work!, person: people[2]!.reference, share: 0.5 }],
  });
  const answers = [0, 1, 2].flatMap((person) =>
    [0, 1, 2, 3, 4].map((question) =>
      answer(graph, person, question, { score: ((person + question) % 3) / 2, at: day(question + person) }),
    ),
  );
  await recordAll(admin, answers);
  await interpreted.database.transaction((tx) =>
    tx.query(NAME, { key: keyOfGlobalId('Skill', skills[3]!.id), name: null }),
  );
  known = {
    person: people[1]!.id,
    team: teams[0]!,
    project: projects[0]!,
    other: projects[1]!,
    unnamed: skills[3]!.id,
    below: skills[2]!.id,
  };
  for (const list of ['people', 'skills', 'teams', 'projects', 'questions'])
    beginnings.set(list, await beginningIn(admin, list, source));
});
afterAll(async () => {
  await interpreted.database.transaction((tx) =>
    tx.query(NAME, { key: keyOfGlobalId('Skill', known.unnamed), name: 'x' }),
  );
  await Promise.all([compiled.close(), interpreted.close()]);
});

type Who = 'admin' | 'author' | 'lead' | 'person';
const clientOf = (app: TestApp, who: Who): Promise<Client> =>
  app.as(who, who === 'lead' ? graph.people[0]!.id : who === 'person' ? graph.people[1]!.id : undefined);

/** Asks both, the compiling one as long as it takes to compile; gives the answer that they share. */
async function expectSame(
  query: string,
  variables: object = {},
  who: Who = 'admin',
): Promise<{ data?: unknown; errors?: unknown }> {
  const [expecting, asking] = await Promise.all([clientOf(interpreted, who), clientOf(compiled, who)]);
  const expected = comparable(await expecting.ask(query, variables));
  for (let time = 0; time < 3; time++)
    expect(comparable(await asking.ask(query, variables))).toEqual(expected);
  return expected as { data?: unknown; errors?: unknown };
}

const MASTERY =
  'fragment M on Mastery { level interval { low high } answerCount lastEvidenceAt summary skill { name } }';

/** What is known of the variables that a query names. */
function used(query: string): object {
  const [, list] = /(\w+)\([^)]*after: \$after/.exec(query) ?? [];
  const after = list === undefined ? null : beginnings.get(list);
  return Object.fromEntries(
    Object.entries({ ...known, asOf, after }).filter(([name]) => query.includes(`$${name}:`)),
  );
}

describe('a compiled query has the interpreted answer', () => {
  it.each<[string, object?, Who?]>([
    ['{ viewer { role personId __typename } __typename }', {}, 'lead'],
    [
      `query ($after: String, $asOf: DateTimeISO) { people(first: 2, after: $after) { edges { cursor node { id ...P } } nodes { ...P } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
      fragment P on Person { name email activeUntil mastery(first: 2, asOf: $asOf) { nodes { ...M person { id } explanation { prior level changes { kind at change expected score summary version { number } } } } } } ${MASTERY}`,
    ],
    [
      'query ($after: String) { skills(first: 2, after: $after) { nodes { id name description uri broader { nodes { name } } narrower { nodes { name } } masteries(first: 1, asOf: "2100-01-01T00:00:00Z") { nodes { level } } } } }',
    ],
    [
      'query ($after: String) { teams(first: 2, after: $after) { nodes { name leads { nodes { name } } members { nodes { from to person { name email } } } projects(first: 10) { nodes { name tasks { nodes { name requirements { nodes { level importance headcount skill { name } task { name } } } } } } } } } }',
    ],
    [
      'query ($after: String) { projects(first: 2, after: $after) { nodes { name description from to responsibleTeam { name } requirements { nodes { id level task { id } } } assignments { nodes { share from to person { name } } } tasks { nodes { id } } } } }',
    ],
    [
      'query ($after: String) { questions(first: 5, after: $after) { nodes { prompt current { number options answerKey } versions { nodes { number publishedAt question { id } skills { nodes { uri } } } } } } }',
    ],
    [
      'query ($project: ID!, $asOf: DateTimeISO) { project(id: $project) { candidates(first: 2, asOf: $asOf, includeAssigned: true) { nodes { fit knownShare summary person { name } requirements { status probability level interval { low high } summary requirement { id skill { name } } } } pageInfo { hasNextPage endCursor } } } }',
    ],
    [
      'query ($project: ID!) { project(id: $project) { gaps(asOf: "2100-01-01T00:00:00Z") { __typename ... on GapReport { personCount summary allCoveredProbability gaps { demand supply { __typename ... on GapSupply { known } ... on Withheld { reason } } nearest { level } } } ... on Withheld { reason } } } }',
    ],
    [
      'query ($project: ID!) { project(id: $project) { gaps(asOf: "2100-01-01T00:00:00Z") { ... on Withheld { reason } } } }',
      {},
      'lead',
    ],
    [
      'query ($person: ID!, $team: ID!, $no: ID!) { a: person(id: $person) { name } b: team(id: $team) { members { nodes { person { name } } } } c: person(id: $no) { name } d: skill(id: "") { name } }',
      { no: 'bm90aGluZw' },
    ],
    [
      'query ($after: String, $with: Boolean!, $without: Boolean! = true) { people(first: 2, after: $after) { nodes { id @skip(if: $with) name @include(if: $without) email @include(if: $with) @skip(if: $without) } pageInfo @include(if: $with) { endCursor } } }',
      { with: true },
    ],
    ['query ($first: Int) { people(first: $first) { nodes { id } } }', {}, 'lead'],
    ['query ($after: String) { people(first: 1, after: $after) { nodes { id } } }', { after: null }, 'lead'],
    ['{ a: people(first: 1) { nodes { id } } b: people(first: 2) { nodes { name } } }', {}, 'lead'],
    ['{ people(first: 200) { nodes { name email } } }', {}, 'person'],
  ])('%s', async (query, variables = {}, who) => {
    const { data, errors } = await expectSame(query, { ...used(query), ...variables }, who);
    expect(errors).toBeUndefined();
    expect(data).toBeDefined();
  });

  it.each<[string, string, object?, Who?]>([
    [
      'FORBIDDEN inside a list',
      'query ($after: String) { projects(first: 2, after: $after) { nodes { name candidates(first: 1) { nodes { person { name } } } } } }',
      {},
      'lead',
    ],
    [
      'FORBIDDEN below a nullable field',
      'query ($other: ID!) { viewer { role } project(id: $other) { name candidates { nodes { fit } } } }',
      {},
      'lead',
    ],
    [
      'FORBIDDEN for what people of a list have',
      'query ($project: ID!, $asOf: DateTimeISO) { project(id: $project) { candidates(asOf: $asOf, includeAssigned: true) { nodes { person { mastery(asOf: $asOf) { nodes { level } } } } } } }',
      {},
      'lead',
    ],
    ['FORBIDDEN by the policy', '{ viewer { role } people { nodes { name email } } }', {}, 'author'],
    ['BAD_INPUT', '{ viewer { role } people(first: 0) { nodes { name } } }'],
    [
      'BAD_INPUT for people of a list',
      '{ people { nodes { name mastery(asOf: "2026-01-01T00:00:01Z") { nodes { level } } } } }',
      {},
      'lead',
    ],
    [
      'an unexpected null in one of a list',
      'query ($below: ID!) { viewer { role } skill(id: $below) { name broader(orderBy: { field: CREATED_AT }) { nodes { id name } } } }',
    ],
    ['an unexpected null', 'query ($unnamed: ID!) { skill(id: $unnamed) { id name } viewer { role } }'],
    [
      'two errors',
      'query ($unnamed: ID!) { a: skill(id: $unnamed) { name } b: people(first: 300) { nodes { id } } }',
    ],
    ['a missing variable', 'query ($id: ID!) { person(id: $id) { name } }'],
    ['a variable that is null', 'query ($id: ID!) { person(id: $id) { name } }', { id: null }],
    [
      'a variable of another type',
      'query ($first: Int!) { people(first: $first) { nodes { id } } }',
      { first: 'two' },
    ],
    [
      'a variable that is no date',
      'query ($at: DateTimeISO!) { people(first: 1) { nodes { mastery(asOf: $at) { nodes { level } } } } }',
      { at: 'yesterday' },
    ],
    [
      'a literal that is no date',
      '{ people(first: 1) { nodes { mastery(asOf: "yesterday") { nodes { level } } } } }',
    ],
    [
      'null where a number must be',
      'query ($first: Int) { projects(first: 1) { nodes { candidates(first: $first) { nodes { fit } } } } }',
      { first: null },
    ],
    ['a field that is not there', '{ people { nodes { shoeSize } } }'],
    ['a text that is no operation', '{ people { nodes'],
  ])('and its errors: %s', async (_, query, variables = {}, who) => {
    const { errors } = await expectSame(query, { ...used(query), ...variables }, who);
    expect(errors).toBeDefined();
  });

  it('introspection', async () => {
    expect((await expectSame(getIntrospectionQuery())).errors).toBeUndefined();
  });

  it('of an operation chosen by its name', async () => {
    const query = 'query A { viewer { role } } query B { viewer { personId } }';
    for (const operationName of ['A', 'B', 'C', undefined]) {
      const asked = await Promise.all(
        [interpreted, compiled, compiled, compiled].map(async (app) => {
          const response = await fetch(app.url, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              authorization: `Bearer ${(await app.as('admin')).token}`,
            },
            body: JSON.stringify({ query, operationName }),
          });
          return { status: response.status, body: comparable((await response.json()) as object) };
        }),
      );
      for (const one of asked) expect(one).toEqual(asked[0]);
    }
  });
});

it('mutations forget what was loaded before them, as they do interpreted', async () => {
  const query = `mutation ($items: [PersonInput!]!, $renamed: [PersonInput!]!) {
    a: savePeople(items: $items) { people { name email } errors { message } }
    b: savePeople(items: $renamed) { people { name } errors { index code message } }
  }`;
  const person = graph.people[1]!.reference;
  const { data } = await expectSame(query, {
    items: [
      { ...person, name: 'Before', email: 5 },
      { ...person, name: 'Before' },
    ],
    renamed: [{ ...person, name: 'After' }],
  });
  expect(data).toMatchObject({ b: { people: [{ name: 'After' }] } });
});

it('a query that answers costs no statement more than interpreted', async () => {
  const query =
    '{ people(first: 3) { nodes { name mastery(first: 3, asOf: "2100-01-01T00:00:00Z") { nodes { level } } } } }';
  const ran: string[][] = [];
  for (const app of [interpreted, compiled, compiled, compiled]) {
    const admin = await app.as('admin');
    app.forget();
    await admin.ask(query, { asOf });
    ran.push([...app.statements]);
  }
  expect(new Set(ran.map(String)).size).toBe(1);
});
