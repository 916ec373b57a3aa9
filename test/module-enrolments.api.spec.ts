import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import { personOf, told } from './kit/catalogue';
import type { Client } from './kit/client';
import { buildOrganisation, day, soon, uniqueSource, type Reference } from './kit/graph';
import { SAVE_ENROLMENTS, SAVE_MODULES } from './kit/operations';

const ENROLMENTS = graphql(`
  query ModuleEnrolments($id: ID!, $filterBy: EnrolmentFilter, $orderBy: EnrolmentOrder) {
    module(id: $id) {
      enrolments(filterBy: $filterBy, orderBy: $orderBy) {
        totalCount
        nodes {
          person {
            name
          }
          from
          due
          completedAt
          overdue
        }
      }
    }
  }
`);
const ENROLMENTS_OF_PERSON = graphql(`
  query EnrolmentsOfPerson($id: ID!, $filterBy: EnrolmentFilter, $orderBy: EnrolmentOrder) {
    node(id: $id) {
      ... on Person {
        enrolments(filterBy: $filterBy, orderBy: $orderBy) {
          nodes {
            module {
              name
              description
            }
          }
        }
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
let source: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
beforeEach(() => (source = uniqueSource()));
afterAll(() => app.close());

const named = (id: string): Reference => ({ source, id });
const of = (person: string, module = 'm') => ({ person: named(person), module: named(module) });
const enrol = async (...items: object[]) =>
  (await admin.get(SAVE_ENROLMENTS, { items: items as never })).saveEnrolments;
const modulesOf = async (...ids: string[]) => {
  const { saveModules } = await admin.get(SAVE_MODULES, {
    items: ids.map((id) => ({ ...named(id), name: id })),
  });
  return saveModules.modules.map((module) => module!.id);
};
const peopleOf = (...ids: string[]) => Promise.all(ids.map((id) => personOf(admin, source, id)));
const all = { states: ['PAST', 'CURRENT', 'FUTURE'] };
const enrolled = async (client: Client, id: string, filterBy: object = {}, orderBy?: object) => {
  const { module } = await client.get(ENROLMENTS, {
    id,
    filterBy: filterBy as never,
    ...(orderBy && { orderBy: orderBy as never }),
  });
  expect(module!.enrolments.totalCount).toBe(module!.enrolments.nodes.length);
  return module!.enrolments.nodes;
};
const names = (rows: readonly { person: { name: string } }[]) => rows.map(({ person }) => person.name);

describe('enrolments', () => {
  it('are told by person, module and from, changed and taken away by them', async () => {
    await peopleOf('ann');
    const [m] = await modulesOf('m');
    await enrol({ ...of('ann'), from: day(0), due: day(9) }, of('ann'));
    expect(await enrolled(admin, m!, {}, { field: 'FROM' })).toEqual([
      { person: { name: 'ann' }, from: null, due: null, completedAt: null, overdue: false },
      { person: { name: 'ann' }, from: day(0), due: day(9), completedAt: null, overdue: true },
    ]);
    await enrol({ ...of('ann'), from: day(0), completedAt: day(10) }, { ...of('ann'), remove: true });
    expect(await enrolled(admin, m!, all)).toEqual([
      { person: { name: 'ann' }, from: day(0), due: null, completedAt: day(10), overdue: false },
    ]);
    await enrol({ ...of('ann'), from: day(0), due: day(8) });
    expect(await enrolled(admin, m!, all)).toMatchObject([{ due: day(8), completedAt: day(10) }]);
    await enrol({ ...of('ann'), from: day(0), completedAt: null });
    expect(await enrolled(admin, m!, all)).toMatchObject([{ due: null, completedAt: null }]);
  });

  it('name items that cannot be', async () => {
    await peopleOf('ann');
    await modulesOf('m');
    const { done, errors } = await enrol(
      of('nobody'),
      of('ann', 'nothing'),
      { ...of('ann'), from: day(2), due: day(2) },
      { ...of('ann'), from: day(2), completedAt: day(1) },
      { ...of('ann'), due: 'soon' },
      { ...of('ann'), from: day(2), due: day(3), completedAt: day(2) },
    );
    expect(done).toBe(1);
    expect(told(errors)).toEqual([
      '0 NOT_FOUND person',
      '1 NOT_FOUND module',
      '2 INVALID due',
      '3 INVALID completedAt',
      '4 INVALID due',
    ]);
  });

  it('are current until they are completed, overdue or not', async () => {
    await peopleOf('early', 'late', 'done', 'next', 'lasting');
    const [m] = await modulesOf('m');
    await enrol(
      { ...of('early'), from: day(0), due: soon(600) },
      { ...of('late'), from: day(0), due: soon(-1) },
      { ...of('done'), from: day(0), due: soon(-1), completedAt: soon(-1) },
      { ...of('next'), from: soon(600), due: soon(900) },
      of('lasting'),
    );
    const shown = async (filterBy: object) => names(await enrolled(admin, m!, filterBy));
    expect(await shown({})).toEqual(['early', 'lasting', 'late', 'next']);
    expect(await shown({ states: ['CURRENT'] })).toEqual(['early', 'lasting', 'late']);
    expect(await shown({ states: ['PAST'] })).toEqual(['done']);
    expect(await shown({ states: ['FUTURE'] })).toEqual(['next']);
    expect(await shown({ overdue: true })).toEqual(['late']);
    expect(await shown({ ...all, overdue: false })).toEqual(['done', 'early', 'lasting', 'next']);
    const rows = await enrolled(admin, m!, all);
    expect(names(rows.filter(({ overdue }) => overdue))).toEqual(['late']);
  });

  it('are ordered by name, beginning or due date, from both sides', async () => {
    const [ann] = await peopleOf('ann', 'bob', 'cas');
    const [m] = await modulesOf('m', 'k', 'l');
    await enrol(
      { ...of('ann'), from: day(3) },
      { ...of('bob'), from: day(1), due: day(9) },
      { ...of('cas'), from: day(2), due: day(8) },
      { ...of('ann', 'l'), from: day(1), due: day(4) },
      { ...of('ann', 'k'), from: day(2), due: day(3) },
    );
    const by = async (field: string, direction = 'ASC') =>
      names(await enrolled(admin, m!, {}, { field, direction })).join(' ');
    expect(await by('NAME')).toBe('ann bob cas');
    expect(await by('NAME', 'DESC')).toBe('cas bob ann');
    expect(await by('FROM')).toBe('bob cas ann');
    expect(await by('DUE')).toBe('cas bob ann');
    const modules = async (given: object) => {
      const { node } = await admin.get(ENROLMENTS_OF_PERSON, { id: ann!, ...given });
      return (node as { enrolments: { nodes: { module: { name: string } }[] } }).enrolments.nodes
        .map(({ module }) => module.name)
        .join(' ');
    };
    expect(await modules({})).toBe('k l m');
    expect(await modules({ orderBy: { field: 'FROM' } })).toBe('l k m');
    expect(await modules({ orderBy: { field: 'DUE', direction: 'DESC' } })).toBe('m l k');
    expect(await modules({ filterBy: { module: m } })).toBe('m');
  });

  it('are shown of the people alone whom the viewer sees', async () => {
    const [ann, bob] = await peopleOf('ann', 'bob', 'lea');
    const lea = await personOf(admin, source, 'lea');
    const [m] = await modulesOf('m');
    await buildOrganisation(admin, {
      teams: [{ ...named('team'), name: 'Team', leads: [named('lea')] }],
      memberships: [{ person: named('bob'), team: named('team') }],
      enrolments: ['ann', 'bob', 'lea'].map((person) => of(person)),
    });
    const seen = async (client: Client) => names(await enrolled(client, m!));
    expect(await seen(await app.as('hr'))).toEqual(['ann', 'bob', 'lea']);
    expect(await seen(await app.as('person', ann))).toEqual(['ann']);
    expect(await seen(await app.as('lead', lea))).toEqual(['bob', 'lea']);
    const asAuthor = await (await app.as('author')).ask(ENROLMENTS, { id: m! });
    expect(asAuthor.errors![0]!.extensions.code).toBe('FORBIDDEN');
    const own = await app.as('person', bob);
    expect((await own.get(ENROLMENTS_OF_PERSON, { id: bob! })).node).toMatchObject({
      enrolments: { nodes: [{ module: { name: 'm' } }] },
    });
    const others = await own.ask<{ module: { authors: object } }, object>(
      `query ($id: ID!) { module(id: $id) { enrolments(filterBy: { person: "${ann!}" }) { totalCount } } }`,
      { id: m },
    );
    expect(others.data).toEqual({ module: { enrolments: { totalCount: 0 } } });
  });

  it.each(['person', 'lead', 'author'] as const)('are not for %s to state', async (role) => {
    const client = await app.as(role, await personOf(admin, source, 'ann'));
    const { errors } = await client.ask(SAVE_ENROLMENTS, { items: [] });
    expect(errors![0]!.extensions).toMatchObject({
      fields: expect.arrayContaining(['Mutation.saveEnrolments']),
    });
  });
});
