import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import { personOf, skillsOf, told } from './kit/catalogue';
import type { Client } from './kit/client';
import { day, uniqueSource, type Reference } from './kit/graph';
import { SAVE_ASSIGNMENTS, SAVE_PROJECTS, SAVE_REQUIREMENTS, SAVE_TEAMS } from './kit/operations';

const SAVE_TASKS = graphql(`
  mutation SaveTasks($items: [TaskInput!]!) {
    saveTasks(items: $items) {
      tasks {
        id
        name
      }
      errors {
        index
        code
        message
      }
    }
  }
`);
const PROJECT = graphql(`
  query Project($id: ID!) {
    project(id: $id) {
      tasks {
        nodes {
          name
          requirements {
            nodes {
              level
            }
          }
        }
      }
      requirements {
        nodes {
          id
          level
          importance
          headcount
          skill {
            name
          }
        }
      }
      assignments {
        nodes {
          person {
            id
          }
          share
          from
          to
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

describe('projects', () => {
  const save = async (...items: object[]) =>
    (await admin.get(SAVE_PROJECTS, { items: items as never })).saveProjects;
  const teams = () =>
    admin.get(SAVE_TEAMS, { items: ['red', 'blue'].map((name) => ({ ...named(name), name })) });

  it('keep what is left out and lose what is null', async () => {
    await teams();
    const given = { name: 'Work', description: 'Hard', from: day(0), to: day(9) };
    const created = await save({ ...named('p'), ...given, responsibleTeam: named('red') });
    expect(created.projects[0]).toMatchObject({ ...given, responsibleTeam: { name: 'red' } });
    expect((await save(named('p'))).projects[0]).toEqual(created.projects[0]);
    const moved = await save({ ...named('p'), responsibleTeam: named('blue') });
    expect(moved.projects[0]).toMatchObject({ ...given, responsibleTeam: { name: 'blue' } });
    const cleared = await save({
      ...named('p'),
      description: null,
      from: null,
      to: null,
      responsibleTeam: null,
    });
    expect(cleared.projects[0]).toMatchObject({
      name: 'Work',
      description: null,
      from: null,
      to: null,
      responsibleTeam: null,
    });
  });

  it('name bad items: also an end before the stored beginning', async () => {
    await save({ ...named('p'), name: 'Work', from: day(5) });
    const { errors } = await save(
      { ...named('p'), to: day(4) },
      { ...named('1') },
      { ...named('2'), name: 'x', responsibleTeam: named('nowhere') },
      { ...named('p'), to: day(6) },
    );
    expect(told(errors)).toEqual(['0 INVALID to', '1 INVALID name', '2 NOT_FOUND responsibleTeam']);
  });

  it('have tasks, which move from one to another', async () => {
    const { projects } = await save({ ...named('p'), name: 'One' }, { ...named('q'), name: 'Two' });
    const tasksOf = async (index: number) =>
      (await admin.get(PROJECT, { id: projects[index]!.id })).project!.tasks.nodes.map(({ name }) => name);
    const saveTasks = async (...items: object[]) =>
      (await admin.get(SAVE_TASKS, { items: items as never })).saveTasks;
    const { errors } = await saveTasks(
      { ...named('t'), name: 'Task', project: named('p') },
      { ...named('u'), name: 'No project' },
      { ...named('v'), project: named('p') },
      { ...named('w'), name: 'Nowhere', project: named('nowhere') },
    );
    expect(told(errors)).toEqual(['1 INVALID project', '2 INVALID name', '3 NOT_FOUND project']);
    expect([await tasksOf(0), await tasksOf(1)]).toEqual([['Task'], []]);
    await saveTasks({ ...named('t'), name: 'Renamed' });
    expect([await tasksOf(0), await tasksOf(1)]).toEqual([['Renamed'], []]);
    await saveTasks({ ...named('t'), project: named('q') });
    expect([await tasksOf(0), await tasksOf(1)]).toEqual([[], ['Renamed']]);
  });

  it('have requirements: changed where owner, skill and level are the same, removed by headcount 0', async () => {
    await skillsOf(admin, source, 'a', 'b');
    const { projects } = await save({ ...named('p'), name: 'Work' });
    await admin.get(SAVE_TASKS, { items: [{ ...named('t'), name: 'Task', project: named('p') }] });
    const need = { project: named('p'), skill: named('a'), level: 0.6 };
    const require = async (...items: object[]) =>
      (await admin.get(SAVE_REQUIREMENTS, { items: items as never })).saveRequirements;
    const required = async () => (await admin.get(PROJECT, { id: projects[0]!.id })).project!;
    await require({ ...need, importance: 2, headcount: 3 }, { ...need, skill: named('b'), level: 0.3 }, {
      task: named('t'),
      skill: named('b'),
      level: 0.9,
    });
    const before = await required();
    expect(before.requirements.nodes).toEqual([
      { id: expect.any(String), level: 0.6, importance: 2, headcount: 3, skill: { name: 'a' } },
      { id: expect.any(String), level: 0.3, importance: 1, headcount: 1, skill: { name: 'b' } },
    ]);
    expect(before.tasks.nodes).toEqual([{ name: 'Task', requirements: { nodes: [{ level: 0.9 }] } }]);
    await require({ ...need, headcount: 4 });
    expect((await required()).requirements.nodes[0]).toEqual({
      ...before.requirements.nodes[0],
      headcount: 4,
    });
    await require({ ...need, headcount: 0 });
    expect((await required()).requirements.nodes).toEqual([before.requirements.nodes[1]]);
  });

  it('name requirements that cannot be', async () => {
    await skillsOf(admin, source, 'a');
    await save({ ...named('p'), name: 'Work' });
    const need = { project: named('p'), skill: named('a'), level: 0.5 };
    const { saveRequirements } = await admin.get(SAVE_REQUIREMENTS, {
      items: [
        { ...need, level: 1 },
        { ...need, level: 0 },
        { ...need, project: null },
        { ...need, task: named('t') },
        { ...need, importance: 0 },
        { ...need, headcount: 1_001 },
        { ...need, skill: named('nowhere') },
        { ...need, project: named('nowhere') },
        need,
      ],
    });
    expect(saveRequirements.done).toBe(1);
    expect(told(saveRequirements.errors)).toEqual([
      '0 INVALID level',
      '1 INVALID level',
      '2 INVALID give',
      '3 INVALID give',
      '4 INVALID importance',
      '5 INVALID headcount',
      '6 NOT_FOUND skill',
      '7 NOT_FOUND project',
    ]);
  });

  it('have assignments, shown until they end', async () => {
    const ann = await personOf(admin, source, 'ann');
    const { projects } = await save({ ...named('p'), name: 'Work' });
    const work = { person: named('ann'), project: named('p') };
    const assign = async (...items: object[]) =>
      (await admin.get(SAVE_ASSIGNMENTS, { items: items as never })).saveAssignments;
    const shown = async () => (await admin.get(PROJECT, { id: projects[0]!.id })).project!.assignments.nodes;
    expect(await assign({ ...work, share: 0.5, from: day(0) })).toEqual({ done: 1, errors: [] });
    expect(await shown()).toEqual([{ person: { id: ann }, share: 0.5, from: day(0), to: null }]);
    await assign({ ...work, from: day(0), to: '2090-01-01T00:00:00Z' });
    expect(await shown()).toEqual([
      { person: { id: ann }, share: 0.5, from: day(0), to: '2090-01-01T00:00:00.000Z' },
    ]);
    await assign({ ...work, from: day(0), to: day(1) });
    expect(await shown()).toEqual([]);
    const { done, errors } = await assign(
      { ...work, share: 0 },
      { ...work, share: 1.1 },
      { ...work, person: named('nobody') },
      { ...work, project: named('nowhere') },
      { ...work, from: day(1), to: day(1) },
      { ...work, from: day(1) },
    );
    expect(done).toBe(1);
    expect(told(errors)).toEqual([
      '0 INVALID share',
      '1 INVALID share',
      '2 NOT_FOUND person',
      '3 NOT_FOUND project',
      '4 INVALID to',
    ]);
  });
});
