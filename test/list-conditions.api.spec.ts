import { buildSchema, isEnumType, isInputObjectType } from 'graphql';
import { printedSchema } from '../src/app/commands/schema';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation, day, uniqueSource } from './kit/graph';
import { askFor, nounKinds, nounsOf } from './kit/nouns';

/** A list by its type of filter, where it stands, and what is shown of a row. */
interface ListOf {
  readonly within?: 'Project' | 'Team' | 'Question';
  readonly field: string;
  readonly shows: string;
}
const lists: Readonly<Record<string, ListOf>> = {
  Person: { field: 'people', shows: 'name' },
  Team: { field: 'teams', shows: 'name' },
  Skill: { field: 'skills', shows: 'name' },
  Question: { field: 'questions', shows: 'prompt' },
  Project: { field: 'projects', shows: 'name' },
  RoleTemplate: { field: 'roleTemplates', shows: 'name' },
  Task: { within: 'Project', field: 'tasks', shows: 'name' },
  Requirement: { within: 'Project', field: 'requirements', shows: 'skill { name } level' },
  Assignment: { within: 'Project', field: 'assignments', shows: 'person { name }' },
  Membership: { within: 'Team', field: 'members', shows: 'person { name }' },
  QuestionVersion: { within: 'Question', field: 'versions', shows: 'prompt level: number' },
};

let app: TestApp;
let admin: Client;
const source = uniqueSource();
/** Global ids by type and external id. */
const ids: Record<string, string> = {};
/** A moment between the saving of everything and the change of what is called b. */
let between: string;

const named = (id: string) => ({ source, id });
const called = (id: string) => ({ source, id, name: `${id} ${source}` });

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  const kind = (type: string) => nounKinds.find((one) => one.type === type)!;
  /** One after the other, so that each is later than the one before. */
  const save = async (type: string, ...items: ({ id: string } & Record<string, unknown>)[]) => {
    for (const item of items) {
      const [node] = await nounsOf(admin, kind(type), item);
      ids[`${type} ${item.id}`] = node!.id;
    }
  };
  await save(
    'Skill',
    { ...called('b'), type: 'TOOL', uri: `https://example.org/${source}` },
    { ...called('a'), broader: [named('b')] },
    { ...called('c'), type: 'LANGUAGE', broader: [named('a')] },
  );
  await save(
    'Person',
    called('b'),
    { ...called('a'), activeUntil: day(0), email: `a@${source}.example` },
    called('c'),
  );
  const teams = [
    { ...called('b'), leads: [named('b')] },
    { ...called('a'), broader: named('b') },
    called('c'),
  ];
  await save('Team', ...teams);
  const projects = [
    { ...called('b'), responsibleTeam: named('b') },
    { ...called('a'), to: day(0) },
    called('c'),
  ];
  await save('Project', ...projects);
  await save('RoleTemplate', called('b'), called('a'), called('c'));
  const tasks = ['b', 'a', 'c'].map((id) => ({ ...called(id), project: named('b') }));
  await save('Task', ...tasks);
  const asked = (id: string, skill: string) => ({
    ...named(id),
    prompt: `${id} ${source}`,
    skills: [named(skill)],
  });
  await save('Question', asked('b', 'b'), asked('a', 'a'), asked('c', 'a'));
  await buildOrganisation(admin, {
    memberships: [
      { person: named('c'), team: named('b'), from: day(1) },
      { person: named('b'), team: named('b'), from: day(2) },
      { person: named('a'), team: named('b'), to: day(0) },
    ],
    assignments: [
      { person: named('c'), project: named('b'), from: day(1), share: 0.5 },
      { person: named('b'), project: named('b'), from: day(2), share: 0.5 },
      { person: named('a'), project: named('b'), to: day(0) },
    ],
    requirements: [
      { project: named('b'), skill: named('b'), level: 0.3, importance: 2 },
      { project: named('b'), skill: named('a'), level: 0.6, importance: 3 },
      { project: named('b'), skill: named('a'), level: 0.5, importance: 1 },
      { task: named('a'), skill: named('c'), level: 0.5 },
      { roleTemplate: named('b'), skill: named('b'), level: 0.5 },
    ],
  });
  between = new Date(Date.now() + 1).toISOString();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await nounsOf(admin, kind('Question'), { ...named('b'), prompt: `b ${source} changed` });
  await buildOrganisation(admin, {
    requirements: [
      { project: named('b'), skill: named('b'), level: 0.3, importance: 2.5 },
      { project: named('b'), skill: named('a'), level: 0.6, importance: 3 },
    ],
  });
  for (const type of ['Person', 'Team', 'Skill', 'Project', 'RoleTemplate', 'Task'])
    await nounsOf(admin, kind(type), { ...named('b'), name: `b ${source} changed` });
});
afterAll(() => app.close());

interface Row {
  readonly name?: string;
  readonly prompt?: string;
  readonly level?: number;
  readonly person?: { readonly name: string };
  readonly skill?: { readonly name: string };
}
interface Found {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
  readonly pageInfo: {
    readonly startCursor: string;
    readonly hasPreviousPage: boolean;
    readonly hasNextPage: boolean;
  };
}

/** A row as these specs write it: the first letter of its name and, where it has one, its level or number. */
function written({ name, prompt, level, person, skill }: Row): string {
  const letter = (name ?? prompt ?? person?.name ?? skill?.name ?? '').charAt(0);
  return `${letter}${level === undefined ? '' : String(level)}`;
}

/** A page of the list of this type, of what this file saved. */
async function pageOf(type: string, given: Readonly<Record<string, unknown>>) {
  const { within, field, shows } = lists[type]!;
  const filterBy = { ...(!within && { nameContains: source }), ...(given['filterBy'] as object) };
  const list = `${field}(filterBy: $filterBy, orderBy: $orderBy, last: $last, before: $before) {
    totalCount nodes { ${shows} } pageInfo { startCursor hasPreviousPage hasNextPage }
  }`;
  const parent = within && `${within.toLowerCase()}(id: "${ids[`${within} b`]!}")`;
  const { found } = await askFor<{ found: Found & Record<string, Found> }>(
    admin,
    `query ($filterBy: ${type}Filter, $orderBy: ${type}Order, $last: Int, $before: String) {
      found: ${parent ? `${parent} { ${list} }` : list}
    }`,
    { ...given, filterBy },
  );
  const { nodes, ...page } = parent ? found[field]! : found;
  return { rows: nodes.map(written).join(' '), ...page };
}

const schema = buildSchema(printedSchema());
function filterFields(type: string): object {
  const filter = schema.getType(`${type}Filter`);
  return isInputObjectType(filter) ? filter.getFields() : {};
}
const id = (type: string, of: string) => () => ids[`${type} ${of}`];

/** A condition on a list, and the rows that fit it; all rows where there is none. */
const filters: readonly (readonly [type: string, field: string, value: unknown, fits: string])[] = [
  ...['Person', 'Team', 'Skill', 'Question', 'Project', 'RoleTemplate', 'Task'].flatMap(
    (type) =>
      [
        [type, 'updatedSince', () => between, 'b'],
        [type, 'nameContains', () => `C ${source.toUpperCase()}`, 'c'],
        [type, 'archived', true, ''],
        [type, 'externalIds', ['b', 'c', 'unknown'].map((value) => ({ source, value })), 'b c'],
      ] as const,
  ),
  ['Person', 'email', () => `A@${source.toUpperCase()}.example`, 'a'],
  ['Person', 'active', true, 'b c'],
  ['Person', 'active', false, 'a'],
  ['Person', 'team', id('Team', 'b'), 'b c'],
  ['Person', 'within', id('Team', 'b'), 'b c'],
  ['Person', 'assignedTo', id('Project', 'b'), 'b c'],
  ['Person', 'assigned', true, 'b c'],
  ['Person', 'freeShare', 0.6, 'a'],
  ['Team', 'broader', id('Team', 'b'), 'a'],
  ['Team', 'within', id('Team', 'b'), 'a'],
  ['Team', 'ledBy', id('Person', 'b'), 'b'],
  ['Skill', 'types', ['TOOL', 'LANGUAGE'], 'b c'],
  ['Skill', 'within', id('Skill', 'b'), 'a c'],
  ['Skill', 'top', true, 'b'],
  ['Skill', 'top', false, 'a c'],
  ['Skill', 'uris', () => [`https://example.org/${source}`], 'b'],
  ['Question', 'skill', id('Skill', 'a'), 'a c'],
  ['Project', 'open', true, 'b c'],
  ['Project', 'open', false, 'a'],
  ['Project', 'responsibleTeam', id('Team', 'b'), 'b'],
  ['Project', 'within', id('Team', 'b'), 'b'],
  ['Project', 'requiring', id('Skill', 'c'), 'b'],
  ['Project', 'assigned', id('Person', 'c'), 'b'],
  ['RoleTemplate', 'requiring', id('Skill', 'b'), 'b'],
  ['Requirement', 'skill', id('Skill', 'a'), 'a0.5 a0.6'],
  ['Requirement', 'minimumLevel', 0.5, 'a0.5 a0.6'],
  ['Requirement', 'updatedSince', '2026-01-01T00:00:00Z', 'a0.5 a0.6 b0.3'],
  ['Requirement', 'updatedSince', () => between, 'b0.3'],
  ['Assignment', 'states', ['PAST'], 'a'],
  ['Assignment', 'updatedSince', '2026-01-01T00:00:00Z', 'b c'],
  ['Assignment', 'updatedSince', () => between, ''],
  ['Assignment', 'person', id('Person', 'c'), 'c'],
  ['Assignment', 'project', id('Project', 'c'), ''],
  ['Membership', 'states', ['PAST', 'CURRENT'], 'a b c'],
  ['Membership', 'updatedSince', '2026-01-01T00:00:00Z', 'b c'],
  ['Membership', 'updatedSince', () => between, ''],
  ['Membership', 'person', id('Person', 'c'), 'c'],
  ['Membership', 'team', id('Team', 'c'), ''],
  ['Membership', 'within', id('Team', 'b'), 'b c'],
  ['QuestionVersion', 'current', true, 'b2'],
];
const nounOrders = [
  ['NAME', 'a b c'],
  ['CREATED_AT', 'b a c'],
  ['UPDATED_AT', 'a c b'],
] as const;
const orders: readonly (readonly [type: string, field: string, ascending: string])[] = [
  ...['Person', 'Team', 'Skill', 'Question', 'Project', 'RoleTemplate', 'Task'].flatMap((type) =>
    nounOrders.map(([field, ascending]) => [type, field, ascending] as const),
  ),
  ['Requirement', 'SKILL', 'a0.5 a0.6 b0.3'],
  ['Requirement', 'LEVEL', 'b0.3 a0.5 a0.6'],
  ['Requirement', 'IMPORTANCE', 'a0.5 b0.3 a0.6'],
  ['Assignment', 'NAME', 'b c'],
  ['Assignment', 'FROM', 'c b'],
  ['Membership', 'NAME', 'b c'],
  ['Membership', 'FROM', 'c b'],
  ['QuestionVersion', 'NUMBER', 'b1 b2'],
];

it('every filter and order of these lists is specified here', () => {
  for (const type of Object.keys(lists)) {
    const order = schema.getType(`${type}OrderField`);
    if (!isEnumType(order)) throw new Error(`Lists of ${type} have no order.`);
    const names = (of: readonly (readonly [string, string, ...unknown[]])[]) =>
      [...new Set(of.filter(([one]) => one === type).map(([, field]) => field))].sort();
    expect([type, names(filters)]).toEqual([type, Object.keys(filterFields(type))]);
    expect([type, names(orders)]).toEqual([type, order.getValues().map(({ name }) => name)]);
  }
});

it.each(filters)('a list of %s filtered by %s', async (type, field, value, fits) => {
  const given: unknown = typeof value === 'function' ? (value as () => unknown)() : value;
  const { rows, totalCount } = await pageOf(type, { filterBy: { [field]: given } });
  expect([rows, totalCount]).toEqual([fits, fits.split(' ').filter(Boolean).length]);
});

it.each(orders)('a list of %s in the order %s, both ways', async (type, field, ascending) => {
  const inOrder = async (direction: string) => (await pageOf(type, { orderBy: { field, direction } })).rows;
  expect([await inOrder('ASC'), await inOrder('DESC')]).toEqual([
    ascending,
    ascending.split(' ').reverse().join(' '),
  ]);
});

it.each(orders)('a list of %s in the order %s, read from its end', async (type, field, ascending) => {
  const all = ascending.split(' ');
  const orderBy = { field };
  const last = await pageOf(type, { orderBy, last: 1 });
  expect(last).toMatchObject({
    rows: all.at(-1),
    totalCount: all.length,
    pageInfo: { hasPreviousPage: true, hasNextPage: false },
  });
  const before = await pageOf(type, { orderBy, last: 5, before: last.pageInfo.startCursor });
  expect(before).toMatchObject({
    rows: all.slice(0, -1).join(' '),
    totalCount: all.length,
    pageInfo: { hasPreviousPage: false, hasNextPage: true },
  });
});

it.each([
  ['both ends at once', '(first: 1, last: 1)'],
  ['a start before a cursor', '(first: 1, before: "x")'],
  ['an end after a cursor', '(last: 1, after: "x")'],
  ['no length of an end', '(last: 0)'],
  ['too much of an end', '(last: 201)'],
  ['a cursor that is none', '(last: 1, before: "x")'],
])('a list refuses %s', async (_, given) => {
  const { errors } = await admin.ask(`{ teams${given} { nodes { id } } }`);
  expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
});
