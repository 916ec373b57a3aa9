import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import { skillsOf, told } from './kit/catalogue';
import type { Client } from './kit/client';
import { uniqueSource, type Reference } from './kit/graph';
import { SAVE_MODULES, SAVE_TEACHES } from './kit/operations';

const TEACHES = graphql(`
  query Teaches($id: ID!, $filterBy: TeachingFilter, $orderBy: TeachingOrder) {
    module(id: $id) {
      updatedAt
      teaches(filterBy: $filterBy, orderBy: $orderBy) {
        totalCount
        nodes {
          from
          to
          module {
            name
          }
          skill {
            name
            description
          }
        }
      }
    }
  }
`);
const TAUGHT_BY = graphql(`
  query TaughtBy($id: ID!, $filterBy: TeachingFilter, $orderBy: TeachingOrder) {
    skill(id: $id) {
      taughtBy(filterBy: $filterBy, orderBy: $orderBy) {
        nodes {
          from
          to
          module {
            name
            expectedMinutes
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
const teach = async (...items: object[]) =>
  (await admin.get(SAVE_TEACHES, { items: items as never })).saveTeachings;
const modulesOf = async (...ids: string[]) => {
  const { saveModules } = await admin.get(SAVE_MODULES, {
    items: ids.map((id) => ({ ...named(id), name: id, expectedMinutes: 5 })),
  });
  return saveModules.modules.map((module) => module!.id);
};
const taught = async (id: string, given: object = {}) =>
  (await admin.get(TEACHES, { id, ...given })).module!.teaches.nodes.map(({ skill, from, to }) => [
    skill.name,
    from,
    to,
  ]);

describe('what a module teaches', () => {
  it('is stated for each skill, changed where module and skill are the same, and taken away', async () => {
    const [sql] = await skillsOf(admin, source, 'sql', 'r');
    const [m] = await modulesOf('m');
    const of = { module: named('m'), skill: named('sql') };
    expect(await teach({ ...of, to: 0.5 }, { ...of, skill: named('r'), from: 0.25, to: 1 })).toEqual({
      done: 2,
      errors: [],
    });
    expect(await taught(m!)).toEqual([
      ['r', 0.25, 1],
      ['sql', null, 0.5],
    ]);
    await teach({ ...of, from: 0.3, to: 0.6 }, { ...of, from: 0.2, to: 0.7 });
    await teach({ module: { globalId: m }, skill: { globalId: sql }, from: 0.1, to: 0.8 });
    expect(await taught(m!, { filterBy: { skill: sql } })).toEqual([['sql', 0.1, 0.8]]);
    await teach({ ...of, to: 0.8 });
    expect(await taught(m!, { filterBy: { skill: sql } })).toEqual([['sql', null, 0.8]]);
    expect(await teach({ ...of, remove: true }, { ...of, remove: true })).toEqual({ done: 2, errors: [] });
    expect(await taught(m!)).toEqual([['r', 0.25, 1]]);
    await teach({ ...of, remove: true }, { ...of, to: 0.4 });
    expect(await taught(m!)).toHaveLength(2);
  });

  it('counts as a change of the module, where it is one', async () => {
    await skillsOf(admin, source, 'sql');
    const [m] = await modulesOf('m');
    const of = { module: named('m'), skill: named('sql') };
    const changedAt = async () => (await admin.get(TEACHES, { id: m! })).module!.updatedAt;
    const moments = [await changedAt()];
    for (const item of [
      { to: 0.5 },
      { to: 0.5 },
      { from: 0.1, to: 0.5 },
      { remove: true },
      { remove: true },
    ]) {
      await teach({ ...of, ...item });
      moments.push(await changedAt());
    }
    expect(moments.slice(1).map((moment, index) => moment > moments[index]!)).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  it('names items that cannot be', async () => {
    await skillsOf(admin, source, 'sql');
    await modulesOf('m');
    const of = { module: named('m'), skill: named('sql') };
    const { done, errors } = await teach(
      { ...of },
      { ...of, to: 0 },
      { ...of, to: 1.1 },
      { ...of, from: -0.1, to: 0.5 },
      { ...of, from: 0.5, to: 0.5 },
      { ...of, skill: named('nothing'), to: 0.5 },
      { ...of, module: named('nothing'), to: 0.5 },
      { ...of, from: 0, to: 1 },
    );
    expect(done).toBe(1);
    expect(told(errors)).toEqual([
      '0 INVALID to',
      '1 INVALID to',
      '2 INVALID to',
      '3 INVALID from',
      '4 INVALID to',
      '5 NOT_FOUND skill',
      '6 NOT_FOUND module',
    ]);
  });

  it('is listed from both sides, by name or level, and filtered by levels', async () => {
    const [sql] = await skillsOf(admin, source, 'sql');
    const [a, b] = await modulesOf('a', 'b', 'c');
    const of = { skill: named('sql') };
    await teach(
      { ...of, module: named('c'), to: 0.4 },
      { ...of, module: named('b'), from: 0.4, to: 0.9 },
      { ...of, module: named('a'), from: 0.2, to: 0.6 },
    );
    const by = async (filterBy: object, orderBy?: object) =>
      (
        await admin.get(TAUGHT_BY, {
          id: sql!,
          filterBy: filterBy as never,
          ...(orderBy && { orderBy: orderBy as never }),
        })
      ).skill!.taughtBy.nodes.map(({ module }) => module.name);
    expect(await by({})).toEqual(['a', 'b', 'c']);
    expect(await by({}, { field: 'LEVEL', direction: 'ASC' })).toEqual(['c', 'a', 'b']);
    expect(await by({ minimumLevel: 0.6 })).toEqual(['a', 'b']);
    expect(await by({ openTo: 0.2 })).toEqual(['a', 'c']);
    expect(await by({ openTo: 0 })).toEqual(['c']);
    expect(await by({ module: b })).toEqual(['b']);
    const { module } = await admin.get(TEACHES, { id: a! });
    expect(module!.teaches).toEqual({
      totalCount: 1,
      nodes: [{ from: 0.2, to: 0.6, module: { name: 'a' }, skill: { name: 'sql', description: null } }],
    });
  });
});
