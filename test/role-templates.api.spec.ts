import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import { personOf, skillsOf, told } from './kit/catalogue';
import type { Client } from './kit/client';
import { buildOrganisation, uniqueSource, type Reference } from './kit/graph';
import { SAVE_REQUIREMENTS } from './kit/operations';

const SAVE_ROLE_TEMPLATES = graphql(`
  mutation SaveRoleTemplates($items: [RoleTemplateInput!]!) {
    saveRoleTemplates(items: $items) {
      roleTemplates {
        id
        name
        description
        uri
        requirements {
          nodes {
            level
            importance
            headcount
            task {
              id
            }
            skill {
              name
            }
          }
        }
      }
      errors {
        index
        code
        message
      }
    }
  }
`);
const APPLY = graphql(`
  mutation ApplyRoleTemplates($items: [RoleTemplateApplicationInput!]!) {
    applyRoleTemplates(items: $items) {
      done
      errors {
        index
        code
        message
      }
    }
  }
`);
const REQUIRED = graphql(`
  query RequiredByTemplates($id: ID!) {
    project(id: $id) {
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
      tasks {
        nodes {
          requirements {
            nodes {
              level
              importance
              headcount
              skill {
                name
              }
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
const save = async (...items: object[]) =>
  (await admin.get(SAVE_ROLE_TEMPLATES, { items: items as never })).saveRoleTemplates;
const require = async (client: Client, ...items: object[]) =>
  (await client.get(SAVE_REQUIREMENTS, { items: items as never })).saveRequirements;
const apply = async (client: Client, ...items: object[]) =>
  (await client.get(APPLY, { items: items as never })).applyRoleTemplates;

describe('role templates', () => {
  it('keep what is left out and lose what is null', async () => {
    const given = { name: 'Analyst', description: 'Looks closely', uri: 'https://example.org/analyst' };
    const { roleTemplates } = await save({ ...named('r'), ...given });
    expect(roleTemplates[0]).toMatchObject(given);
    expect((await save(named('r'))).roleTemplates).toEqual(roleTemplates);
    expect((await save({ ...named('r'), description: null, uri: null })).roleTemplates[0]).toEqual({
      ...roleTemplates[0],
      description: null,
      uri: null,
    });
  });

  it('name bad items and save the good ones', async () => {
    const { roleTemplates, errors } = await save(
      named('nameless'),
      { ...named('b'), name: 'x'.repeat(201) },
      { ...named('c'), name: 'Relative', uri: 'analyst' },
      { ...named('d'), name: 'Long', description: 'x'.repeat(10_001) },
      { ...named('e'), name: 'Good' },
    );
    expect(roleTemplates.map((one) => one?.name ?? null)).toEqual([null, null, null, null, 'Good']);
    expect(told(errors)).toEqual([
      '0 INVALID name',
      '1 INVALID name',
      '2 INVALID uri',
      '3 INVALID description',
    ]);
  });

  it('have requirements, which only HR states, for everybody', async () => {
    await skillsOf(admin, source, 'sql', 'r');
    await save({ ...named('r'), name: 'Analyst' });
    const need = { roleTemplate: named('r'), skill: named('sql'), level: 0.6 };
    const lead = await app.as('lead', await personOf(admin, source, 'lead'));
    const refused = await require(lead, need);
    expect(refused).toMatchObject({ done: 0, errors: [{ index: 0, code: 'FORBIDDEN' }] });
    expect(refused.errors[0]!.message).toMatch(/stated by HR: ask them/);
    await require(await app.as('hr'), { ...need, importance: 2 }, { ...need, skill: named('r'), level: 0.3 });
    const required = async () => (await save(named('r'))).roleTemplates[0]!.requirements.nodes;
    expect(await required()).toEqual([
      { level: 0.3, importance: 1, headcount: 1, task: null, skill: { name: 'r' } },
      { level: 0.6, importance: 2, headcount: 1, task: null, skill: { name: 'sql' } },
    ]);
    await require(admin, { ...need, headcount: 0 });
    expect((await required()).map(({ level }) => level)).toEqual([0.3]);
  });
});

describe('role templates applied', () => {
  let project: string;
  let lead: Client;
  beforeEach(async () => {
    await skillsOf(admin, source, 'sql', 'r');
    lead = await app.as('lead', await personOf(admin, source, 'lead'));
    const { projects } = await buildOrganisation(admin, {
      teams: [{ ...named('team'), name: 'Team', leads: [named('lead')] }],
      projects: [
        { ...named('ours'), name: 'Ours', responsibleTeam: named('team') },
        { ...named('theirs'), name: 'Theirs' },
      ],
      tasks: [
        { ...named('of-ours'), name: 'Of ours', project: named('ours') },
        { ...named('of-theirs'), name: 'Of theirs', project: named('theirs') },
      ],
    });
    project = projects[0]!;
    await save({ ...named('analyst'), name: 'Analyst' }, { ...named('idle'), name: 'Idle' });
    await require(admin, {
      roleTemplate: named('analyst'),
      skill: named('sql'),
      level: 0.6,
      importance: 2,
      headcount: 2,
    }, { roleTemplate: named('analyst'), skill: named('r'), level: 0.3 });
  });
  const required = async () => (await admin.get(REQUIRED, { id: project })).project!;
  const summary = async () =>
    (await required()).requirements.nodes.map(({ skill, level, importance, headcount }) => [
      skill.name,
      level,
      importance,
      headcount,
    ]);
  const application = (given: object) => ({ roleTemplate: named('analyst'), ...given });

  it('state what they require, with their importance, and their headcount each time the role is filled; twice changes nothing', async () => {
    const items = [
      application({ project: named('ours'), headcount: 3 }),
      application({ task: named('of-ours') }),
      { roleTemplate: named('idle'), project: named('ours') },
    ];
    expect(await apply(lead, ...items)).toEqual({ done: 3, errors: [] });
    const after = await required();
    expect(await summary()).toEqual([
      ['r', 0.3, 1, 3],
      ['sql', 0.6, 2, 6],
    ]);
    expect(after.tasks.nodes).toEqual([
      {
        requirements: {
          nodes: [
            { level: 0.3, importance: 1, headcount: 1, skill: { name: 'r' } },
            { level: 0.6, importance: 2, headcount: 2, skill: { name: 'sql' } },
          ],
        },
      },
    ]);
    await apply(lead, ...items);
    expect(await required()).toEqual(after);
  });

  it('change what is required of the skill at that level, and no other level', async () => {
    const need = { project: named('ours'), skill: named('sql') };
    await require(admin, { ...need, level: 0.6, importance: 9, headcount: 9 }, {
      ...need,
      level: 0.7,
      importance: 8,
      headcount: 8,
    });
    await apply(
      admin,
      application({ project: named('ours') }),
      application({ project: named('ours'), headcount: 2 }),
    );
    expect(await summary()).toEqual([
      ['r', 0.3, 1, 2],
      ['sql', 0.6, 2, 4],
      ['sql', 0.7, 8, 8],
    ]);
  });

  it('leave what they stated when they change or go', async () => {
    await apply(admin, application({ project: named('ours') }));
    const before = await required();
    await require(admin, { roleTemplate: named('analyst'), skill: named('r'), level: 0.3, headcount: 0 });
    await admin.ask(
      'mutation ($items: [ReferenceInput!]!) { deleteRoleTemplates(items: $items) { errors { code } } }',
      {
        items: [named('analyst')],
      },
    );
    expect((await apply(admin, application({ project: named('ours') }))).errors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect(await required()).toEqual(before);
  });

  it('are FORBIDDEN to a lead item by item, where another team is responsible', async () => {
    const items = ['ours', 'theirs'].flatMap((id) => [
      application({ project: named(id) }),
      application({ task: named(`of-${id}`) }),
    ]);
    const { done, errors } = await apply(lead, ...items);
    expect([done, errors.map(({ index, code }) => [index, code])]).toEqual([
      2,
      [
        [2, 'FORBIDDEN'],
        [3, 'FORBIDDEN'],
      ],
    ]);
    expect(errors[0]!.message).toMatch(/ask the lead of the responsible team, or HR/);
    expect(await apply(await app.as('hr'), ...items)).toEqual({ done: 4, errors: [] });
  });

  it('name bad items', async () => {
    const { done, errors } = await apply(
      admin,
      application({}),
      application({ project: named('ours'), task: named('of-ours') }),
      application({ project: named('nowhere') }),
      application({ task: named('nowhere') }),
      { roleTemplate: named('nobody'), project: named('ours') },
      application({ project: named('ours'), headcount: 0 }),
      application({ project: named('ours'), headcount: 1_001 }),
      application({ project: named('ours'), headcount: 1.5 }),
      application({ project: named('ours'), task: null }),
    );
    expect(done).toBe(1);
    expect(told(errors)).toEqual([
      '0 INVALID give',
      '1 INVALID give',
      '2 NOT_FOUND project',
      '3 NOT_FOUND task',
      '4 NOT_FOUND roleTemplate',
      '5 INVALID headcount',
      '6 INVALID headcount',
      '7 INVALID headcount',
    ]);
  });
});
