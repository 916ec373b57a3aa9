import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  answer,
  buildGraph,
  buildOrganisation,
  recordAll,
  type Reference,
  type TestGraph,
} from './kit/graph';
import { ImportFolder } from './kit/importing';
import { SAVE_REQUIREMENTS } from './kit/operations';

const REQUIRED_BY_BAND = graphql(`
  query RequiredByBand($id: ID!) {
    bands {
      name
      from
      to
    }
    project(id: $id) {
      requirements {
        nodes {
          id
          level
          band
          importance
          headcount
        }
      }
      candidates {
        nodes {
          requirements {
            requirement {
              band
            }
            summary
          }
        }
      }
      gaps {
        ... on GapReport {
          gaps {
            summary
            requirement {
              band
            }
          }
        }
      }
    }
  }
`);
const APPLY_BY_BAND = graphql(`
  mutation ApplyByBand($templates: [RoleTemplateInput!]!, $items: [RoleTemplateApplicationInput!]!) {
    saveRoleTemplates(items: $templates) {
      errors {
        message
      }
    }
    applyRoleTemplates(items: $items) {
      done
    }
  }
`);

const otherBands = { SKILLWAKE_LEVEL_BANDS: 'novice:0,competent:0.4,proficient:0.5' };

let app: TestApp;
let admin: Client;
let graph: TestGraph;
let id: string;
let projects = 0;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1 });
  await recordAll(admin, [answer(graph, 0, 0)]);
});
afterAll(() => app.close());

const named = (name: string): Reference => ({ source: graph.source, id: name });
const project = () => named(`project ${String(projects)}`);
beforeEach(async () => {
  projects++;
  const made = await buildOrganisation(admin, { projects: [{ ...project(), name: 'Work' }] });
  id = made.projects[0]!;
});

const state = async (client: Client, ...items: object[]) =>
  (
    await client.get(SAVE_REQUIREMENTS, {
      items: items.map((item) => ({
        project: project(),
        skill: graph.skills[0]!.reference,
        ...item,
      })),
    })
  ).saveRequirements;
const shown = async () => (await admin.get(REQUIRED_BY_BAND, { id })).project!;
const required = async () =>
  (await shown()).requirements.nodes.map(
    ({ band, level, importance, headcount }) =>
      `${String(headcount)} x ${String(importance)} ${band ?? 'level'} ${String(level)}`,
  );
/** The same graph by an installation that has other bands. */
async function underOtherBands(work: (client: Client) => Promise<void>): Promise<void> {
  const other = await startApp(otherBands);
  await work(await other.as('admin'));
  await other.close();
}

describe('a requirement stated by a band', () => {
  it('is for the level at which the band begins, and says the band wherever it is told', async () => {
    expect(await state(admin, { band: 'competent', importance: 2, headcount: 3 })).toMatchObject({
      done: 1,
      errors: [],
    });
    const { requirements, candidates, gaps } = await shown();
    expect(requirements.nodes).toMatchObject([
      { level: 0.5, band: 'competent', importance: 2, headcount: 3 },
    ]);
    const skill = `skill-0001 of ${graph.source}`;
    expect(candidates!.nodes[0]!.requirements).toMatchObject([
      {
        requirement: { band: 'competent' },
        summary: expect.stringContaining(`${skill} at competent: `) as string,
      },
    ]);
    expect(gaps).toMatchObject({
      gaps: [
        {
          requirement: { band: 'competent' },
          summary: expect.stringContaining(`3 of ${skill} at competent: `) as string,
        },
      ],
    });
  });

  it('is the one of that level, stated by what was said of it last', async () => {
    await state(admin, { level: 0.5, importance: 2 });
    const [before] = (await shown()).requirements.nodes;
    await state(admin, { band: 'competent', headcount: 4 });
    expect(await required()).toEqual(['4 x 2 competent 0.5']);
    await state(admin, { level: 0.5 });
    expect(await required()).toEqual(['4 x 2 level 0.5']);
    expect((await shown()).requirements.nodes[0]!.id).toBe(before!.id);
    expect(await state(admin, { band: 'proficient' }, { band: 'proficient', headcount: 2 })).toMatchObject({
      done: 2,
    });
    expect(await required()).toEqual(['4 x 2 level 0.5', '2 x 1 proficient 0.7']);
    await state(admin, { band: 'competent', headcount: 0 }, { band: 'proficient', headcount: 0 });
    expect(await required()).toEqual([]);
  });

  it('stays at its level when bands are others one day, sent again or not, until it is removed', async () => {
    await state(admin, { band: 'competent', headcount: 2 });
    await underOtherBands(async (then) => {
      expect((await state(then, { band: 'competent', headcount: 2 })).errors).toEqual([]);
      expect(await required()).toEqual(['2 x 1 competent 0.5']);
      await state(then, { band: 'competent', headcount: 0 }, { band: 'competent' });
      expect(await required()).toEqual(['1 x 1 competent 0.4']);
      // A band that there is no more still names what was stated by it.
      await state(admin, { band: 'expert' });
      await state(then, { band: 'expert', headcount: 0 });
      expect(await required()).toEqual(['1 x 1 competent 0.4']);
    });
  });

  it.each([
    ['neither', {}, /^give either level or band/],
    ['both', { level: 0.5, band: 'competent' }, /^give either level or band/],
    ['no such band', { band: 'guru' }, /^band: must be one of novice, competent, proficient, expert/],
    [
      'the first band',
      { band: 'novice' },
      /^band: novice begins at level 0, .*competent, .*or a level above 0/,
    ],
    ['a band that is no text', { band: 3 }, /^band: /],
  ])('is refused with %s, by itself', async (_, given, message) => {
    const { done, errors } = await state(admin, { band: 'expert' }, given);
    expect(done).toBe(1);
    expect(errors).toMatchObject([{ index: 1, code: 'INVALID' }]);
    expect(errors[0]!.message).toMatch(message);
    expect(await required()).toEqual(['1 x 1 expert 0.85']);
  });

  it('comes from a role template by the band, which names the same requirement', async () => {
    const template = named(`role ${String(projects)}`);
    await admin.get(APPLY_BY_BAND, { templates: [{ ...template, name: 'Role' }], items: [] });
    await state(admin, { project: null, roleTemplate: template, band: 'competent', importance: 5 });
    await underOtherBands(async (then) => {
      await state(then, { band: 'competent' });
    });
    expect(await required()).toEqual(['1 x 1 competent 0.4']);
    const items = [{ roleTemplate: template, project: project(), headcount: 2 }];
    await admin.get(APPLY_BY_BAND, { templates: [], items });
    expect(await required()).toEqual(['2 x 5 competent 0.4']);
    await state(admin, { band: 'competent', headcount: 0 });
    await admin.get(APPLY_BY_BAND, { templates: [], items });
    expect(await required()).toEqual(['2 x 5 competent 0.5']);
  });

  it('comes from a file with a column for bands', async () => {
    const folder = await ImportFolder.open(app.database);
    const file = await folder.file(
      `project,skill,level,band,headcount\n${project().id},${graph.skills[0]!.reference.id},,proficient,2\n` +
        `${project().id},${graph.skills[0]!.reference.id},0.6,,1\n${project().id},${graph.skills[0]!.reference.id},,novice,1\n`,
    );
    const { said, rejected } = await folder.run(file, '--kind', 'requirements', '--source', graph.source);
    await folder.close();
    expect(said).toContain('requirements: 2 new, 1 rejected.');
    expect(rejected).toMatchObject([{ line: 4, reason: expect.stringMatching(/^band: novice/) as string }]);
    expect(await required()).toEqual(['1 x 1 level 0.6', '2 x 1 proficient 0.7']);
  });
});

describe('the bands', () => {
  it('are told as the installation names them, side by side from 0 to 1', async () => {
    const { bands } = await admin.get(REQUIRED_BY_BAND, { id });
    expect(bands).toEqual([
      { name: 'novice', from: 0, to: 0.5 },
      { name: 'competent', from: 0.5, to: 0.7 },
      { name: 'proficient', from: 0.7, to: 0.85 },
      { name: 'expert', from: 0.85, to: 1 },
    ]);
  });
});
