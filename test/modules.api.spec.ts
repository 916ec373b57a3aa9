import { statement } from '../src/graph/driver/statement';
import { keyOfGlobalId } from '../src/shared/ids';
import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import { personOf, skillsOf, told } from './kit/catalogue';
import type { Client } from './kit/client';
import { uniqueSource, type Reference } from './kit/graph';
import { SAVE_MODULES, SAVE_TEACHES } from './kit/operations';

const MODULE = graphql(`
  query Module($id: ID!, $authorsBy: PersonFilter) {
    module(id: $id) {
      name
      archivedAt
      externalIds {
        source
        value
      }
      authors(filterBy: $authorsBy) {
        nodes {
          name
          authored {
            nodes {
              name
            }
          }
        }
      }
      prerequisites {
        nodes {
          name
        }
      }
      prerequisiteOf {
        nodes {
          name
          expectedMinutes
        }
      }
    }
    node(id: $id) {
      ... on Module {
        name
      }
    }
  }
`);
const MODULES = graphql(`
  query Modules($filterBy: ModuleFilter, $orderBy: ModuleOrder) {
    modules(filterBy: $filterBy, orderBy: $orderBy) {
      totalCount
      nodes {
        name
      }
    }
  }
`);
const DELETE_MODULES = graphql(`
  mutation DeleteModules($items: [ReferenceInput!]!) {
    deleteModules(items: $items) {
      results {
        index
        status
      }
      errors {
        index
        code
        message
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
const save = async (...items: object[]) =>
  (await admin.get(SAVE_MODULES, { items: items as never })).saveModules;
const moduleOf = async (id: string) => (await admin.get(MODULE, { id })).module!;

/** Names of modules under this spec's source, as a filter finds them. */
const found = async (filterBy: object, orderBy?: object) =>
  (
    await admin.get(MODULES, {
      filterBy: { nameContains: source, ...filterBy } as never,
      ...(orderBy && { orderBy: orderBy as never }),
    })
  ).modules.nodes.map(({ name }) => name.replace(` ${source}`, ''));

describe('modules', () => {
  it('keep what is left out and lose what is null', async () => {
    const [ann, bob] = [await personOf(admin, source, 'ann'), await personOf(admin, source, 'bob')];
    const { modules: before } = await save({ ...named('before'), name: 'Before' });
    const created = await save({
      ...named('m'),
      name: 'Module',
      description: 'All of it',
      expectedMinutes: 90,
      authors: [named('ann'), { globalId: bob }, named('ann')],
      prerequisites: [named('before')],
    });
    const shown = {
      name: 'Module',
      description: 'All of it',
      expectedMinutes: 90,
      authors: { nodes: [{ id: ann }, { id: bob }] },
      prerequisites: { nodes: [{ id: before[0]!.id }] },
      current: null,
    };
    expect(created.errors).toEqual([]);
    expect(created.modules[0]).toMatchObject(shown);
    expect((await save(named('m'))).modules[0]).toEqual(created.modules[0]);
    const renamed = await save({ ...named('m'), name: 'Renamed', authors: [named('bob')] });
    expect(renamed.modules[0]).toMatchObject({
      ...shown,
      name: 'Renamed',
      authors: { nodes: [{ id: bob }] },
    });
    const cleared = { description: null, expectedMinutes: null, authors: null, prerequisites: null };
    expect((await save({ ...named('m'), ...cleared })).modules[0]).toMatchObject({
      name: 'Renamed',
      description: null,
      expectedMinutes: null,
      authors: { nodes: [] },
      prerequisites: { nodes: [] },
    });
  });

  it('name bad items and save the good ones', async () => {
    const { modules, errors } = await save(
      { ...named('1') },
      { ...named('2'), name: 'Too long', expectedMinutes: 10_001 },
      { ...named('3'), name: 'Broken', expectedMinutes: 1.5 },
      { ...named('4'), name: 'Nobody wrote it', authors: [named('nobody')] },
      { ...named('5'), name: 'After nothing', prerequisites: [named('nothing')] },
      { ...named('6'), name: 'Good', expectedMinutes: 10_000 },
    );
    expect(modules.map((module) => module?.name ?? null)).toEqual([null, null, null, null, null, 'Good']);
    expect(told(errors)).toEqual([
      '0 INVALID name',
      '1 INVALID expectedMinutes',
      '2 INVALID expectedMinutes',
      '3 NOT_FOUND authors',
      '4 NOT_FOUND prerequisites',
    ]);
  });

  it('have prerequisites among themselves that close no circle', async () => {
    const { modules, errors } = await save(
      { ...named('a'), name: 'A', prerequisites: [named('b')] },
      { ...named('b'), name: 'B', prerequisites: [named('c')] },
      { ...named('c'), name: 'C', expectedMinutes: 7, prerequisites: [named('a')] },
    );
    expect(told(errors)).toEqual(['2 INVALID prerequisites.0']);
    expect(modules[2]).toBeNull();
    const b = await moduleOf(modules[1]!.id);
    expect(b).toMatchObject({
      prerequisites: { nodes: [{ name: 'C' }] },
      prerequisiteOf: { nodes: [{ name: 'A' }] },
    });
    expect(told((await save({ ...named('b'), prerequisites: [named('b')] })).errors)).toEqual([
      '0 INVALID prerequisites.0',
    ]);
  });

  it('are refused as STALE where somebody changed them since, and saved where nobody did', async () => {
    const first = (await save({ ...named('m'), name: 'First' })).modules[0]!;
    const second = (await save({ ...named('m'), name: 'Second' })).modules[0]!;
    expect(second.updatedAt > first.updatedAt).toBe(true);
    const late = { name: 'Late', ifUnchangedSince: first.updatedAt };
    expect(told((await save({ ...named('m'), ...late })).errors)).toEqual(['0 STALE ifUnchangedSince']);
    const page = { pages: [{ title: 'One' }], ifUnchangedSince: second.updatedAt };
    const published = await save({ ...named('m'), ...page });
    expect(published.errors).toEqual([]);
    expect(published.modules[0]).toMatchObject({ name: 'Second', current: { number: 1 } });
    expect(published.modules[0]!.updatedAt > second.updatedAt).toBe(true);
    expect(told((await save({ ...named('m'), ...page })).errors)).toEqual(['0 STALE ifUnchangedSince']);
  });

  it('are found by global id, with their external ids, authors and what these wrote', async () => {
    await personOf(admin, source, 'ann');
    const { modules } = await save(
      { ...named('m'), name: 'Module', authors: [named('ann')] },
      { ...named('n'), name: 'Next', authors: [named('ann')], prerequisites: [named('m')] },
    );
    const { module, node } = await admin.get(MODULE, { id: modules[0]!.id });
    expect(module).toEqual({
      name: 'Module',
      archivedAt: null,
      externalIds: [{ source, value: 'm' }],
      authors: { nodes: [{ name: 'ann', authored: { nodes: [{ name: 'Module' }, { name: 'Next' }] } }] },
      prerequisites: { nodes: [] },
      prerequisiteOf: { nodes: [{ name: 'Next', expectedMinutes: null }] },
    });
    expect(node).toEqual({ name: 'Module' });
    const ann = await personOf(admin, source, 'ann');
    expect(await admin.get(MODULE, { id: ann })).toMatchObject({ module: null });
  });

  it('show their authors to everybody, and let no filter tell what else is held about them', async () => {
    const ann = await personOf(admin, source, 'ann');
    const { modules } = await save({ ...named('m'), name: 'Module', authors: [named('ann')] });
    const bob = await personOf(admin, source, 'bob');
    const authorsFor = async (client: Client, authorsBy: object) =>
      (await client.get(MODULE, { id: modules[0]!.id, authorsBy: authorsBy as never })).module!.authors.nodes;
    for (const client of [await app.as('author'), await app.as('person', bob)]) {
      expect(await authorsFor(client, {})).toHaveLength(1);
      expect(await authorsFor(client, { nameContains: 'ann' })).toHaveLength(1);
      for (const personal of [{ active: true }, { active: false }, { assigned: false }, { freeShare: 0 }])
        expect([personal, await authorsFor(client, personal)]).toEqual([personal, []]);
    }
    expect(await authorsFor(await app.as('person', ann), { active: true, freeShare: 1 })).toHaveLength(1);
  });
});

describe('the list of modules', () => {
  it('is filtered by name, author, skill, time and change, and has its orders', async () => {
    const bob = await personOf(admin, source, 'bob');
    const [sql] = await skillsOf(admin, source, 'sql', 'r');
    const name = (of: string) => ({ ...named(of), name: `${of} ${source}` });
    await save({ ...name('b'), expectedMinutes: 30 });
    const { modules } = await save({ ...name('a'), expectedMinutes: 60, authors: [named('bob')] }, name('c'));
    await admin.get(SAVE_TEACHES, {
      items: ['b', 'c'].map((id, index) => ({
        module: named(id),
        skill: named(['sql', 'r'][index]!),
        to: 0.5,
      })),
    });
    expect(await found({})).toEqual(['a', 'b', 'c']);
    expect(await found({ author: bob })).toEqual(['a']);
    expect(await found({ teaches: sql })).toEqual(['b']);
    expect(await found({ maximumMinutes: 59 })).toEqual(['b']);
    expect(await found({ maximumMinutes: 60 })).toEqual(['a', 'b']);
    expect(await found({ nameContains: `C ${source.toUpperCase()}` })).toEqual(['c']);
    const { updatedAt } = modules[0]!;
    await save({ ...named('b'), description: 'Changed' });
    expect(await found({ updatedSince: new Date(Date.parse(updatedAt) + 60_000).toISOString() })).toEqual([]);
    expect((await found({}, { field: 'UPDATED_AT', direction: 'DESC' }))[0]).toBe('b');
    expect((await found({}, { field: 'CREATED_AT', direction: 'ASC' }))[0]).toBe('b');
    expect(await found({}, { field: 'NAME', direction: 'DESC' })).toEqual(['c', 'b', 'a']);
  });
});

describe('deleting modules', () => {
  const VISIT = statement(
    'test.visit',
    `MATCH (:Module {id: $key})-[:CURRENT]->(revision) CREATE (:Evidence:Visit {id: $key})-[:OF]->(revision)`,
  );
  const LEFT = statement<{ left: number }>(
    'test.leftOfModules',
    `MATCH (node) WHERE NOT node:Tombstone AND (node.id IN $keys OR node.title = $title)
     RETURN count(node) AS left`,
  );
  const remove = async (...items: object[]) =>
    (await admin.get(DELETE_MODULES, { items: items as never })).deleteModules;

  it('takes all that belongs to them, but archives what somebody visited until it is saved again', async () => {
    const pages = [{ title: `page of ${source}` }];
    const { modules } = await save(
      { ...named('gone'), name: `gone ${source}`, pages },
      { ...named('visited'), name: `visited ${source}`, pages: [{ title: 'Stays' }] },
    );
    const [gone, visited] = modules.map((one) => keyOfGlobalId('Module', one!.id)!);
    await app.database.transaction((tx) => tx.query(VISIT, { key: visited }));
    expect(await remove(named('gone'), named('visited'), named('nothing'))).toMatchObject({
      results: [
        { index: 0, status: 'DELETED' },
        { index: 1, status: 'ARCHIVED' },
      ],
      errors: [{ index: 2, code: 'NOT_FOUND' }],
    });
    const [row] = await app.database.query(LEFT, { keys: [gone], title: `page of ${source}` });
    expect(row!.left).toBe(0);
    expect((await admin.get(MODULE, { id: modules[0]!.id })).module).toBeNull();
    expect(await moduleOf(modules[1]!.id)).toMatchObject({ archivedAt: expect.any(String) });
    expect([await found({}), await found({ archived: true })]).toEqual([[], ['visited']]);
    await save(named('visited'));
    expect([await found({}), await found({ archived: true })]).toEqual([['visited'], []]);
  });

  it.each(['person', 'lead', 'hr'] as const)('is no business of %s, nor is saving them', async (role) => {
    const client = await app.as(role, await personOf(admin, source, 'ann'));
    for (const operation of [SAVE_MODULES, DELETE_MODULES, SAVE_TEACHES]) {
      const { errors } = await client.ask(operation.toString(), { items: [] });
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
  });
});
