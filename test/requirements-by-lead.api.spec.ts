import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation } from './kit/graph';
import { SAVE_REQUIREMENTS } from './kit/operations';
import { ann, bea, buildStory, type Story } from './kit/story';

const REQUIREMENTS = graphql(`
  query RequirementsOfProject($id: ID!) {
    project(id: $id) {
      requirements {
        nodes {
          level
        }
      }
      tasks {
        nodes {
          requirements {
            nodes {
              level
            }
          }
        }
      }
    }
  }
`);

const CHANGES = graphql(`
  query ChangesOfRequirements($id: ID!) {
    project(id: $id) {
      requirementChanges(first: 100) {
        totalCount
        nodes {
          at
          role
          viewer {
            id
          }
          skill {
            id
          }
          level
          importanceBefore
          importanceAfter
          headcountBefore
          headcountAfter
        }
      }
    }
  }
`);

const ALL_CHANGES = graphql(`
  query ChangesOfAllRequirements($project: ID) {
    requirementChanges(first: 200, filterBy: { project: $project }) {
      totalCount
      nodes {
        projectId
        projectName
        project {
          id
        }
        viewer {
          id
        }
        level
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
let story: Story;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  story = await buildStory(admin);
});
afterAll(() => app.close());

const asLead = (position: number) => app.as('lead', story.graph.people[position]!.id);

describe('requirements stated by a lead', () => {
  const theirs = () => ({ source: story.graph.source, id: 'stated' });
  const elsewhere = () => ({ source: story.graph.source, id: 'stated-elsewhere' });
  const task = (id: string) => ({ source: story.graph.source, id });
  let id: string;
  const items = (level: number) => {
    const needed = { skill: story.graph.skills[0]!.reference, level };
    return [
      { project: theirs(), ...needed },
      { project: elsewhere(), ...needed },
      { task: task('of-theirs'), ...needed },
      { task: task('of-elsewhere'), ...needed },
    ];
  };
  const levels = async () => {
    const { project: found } = await admin.get(REQUIREMENTS, { id });
    return [found!.requirements, ...found!.tasks.nodes.map(({ requirements }) => requirements)].map((of) =>
      of.nodes.map(({ level }) => level),
    );
  };

  beforeAll(async () => {
    const { projects } = await buildOrganisation(admin, {
      projects: [
        { ...theirs(), name: 'Stated', responsibleTeam: { source: story.graph.source, id: 'team-a' } },
        { ...elsewhere(), name: 'Elsewhere', responsibleTeam: { source: story.graph.source, id: 'team-b' } },
      ],
      tasks: [
        { ...task('of-theirs'), name: 'Of theirs', project: theirs() },
        { ...task('of-elsewhere'), name: 'Of elsewhere', project: elsewhere() },
      ],
    });
    id = projects[0]!;
  });

  it('land for the projects of their own teams and the tasks of these, and for no other', async () => {
    const client = await asLead(ann);
    const { saveRequirements } = await client.get(SAVE_REQUIREMENTS, { items: items(0.4) });
    expect(saveRequirements.done).toBe(2);
    expect(saveRequirements.errors.map(({ index, code }) => [index, code])).toEqual([
      [1, 'FORBIDDEN'],
      [3, 'FORBIDDEN'],
    ]);
    expect(await levels()).toEqual([[0.4], [0.4]]);
  });

  it('cannot be removed by the lead of another team', async () => {
    const client = await asLead(bea);
    const removal = items(0.4).map((item) => ({ ...item, headcount: 0 }));
    const { saveRequirements } = await client.get(SAVE_REQUIREMENTS, { items: removal });
    expect(saveRequirements.errors.map(({ code }) => code)).toEqual(Array(4).fill('FORBIDDEN'));
    expect(await levels()).toEqual([[0.4], [0.4]]);
  });

  it.each(['hr', 'admin'] as const)('do not keep %s from stating any', async (role) => {
    const { saveRequirements } = await (
      await app.as(role)
    ).get(SAVE_REQUIREMENTS, {
      items: items(role === 'hr' ? 0.6 : 0.7),
    });
    expect(saveRequirements).toEqual({ done: 4, errors: [] });
  });

  it('are kept with who stated them, what was before and what is after, for hr and admin', async () => {
    const client = await asLead(ann);
    const needed = { project: theirs(), skill: story.graph.skills[0]!.reference, level: 0.3 };
    for (const given of [{ headcount: 2 }, { importance: 4 }, { importance: 4 }, { headcount: 0 }])
      await client.get(SAVE_REQUIREMENTS, { items: [{ ...needed, ...given }] });
    const { requirementChanges } = (await (await app.as('hr')).get(CHANGES, { id })).project!;
    const changes = requirementChanges.nodes.filter(({ level }) => level === 0.3);
    const by = { role: 'LEAD', viewer: { id: story.graph.people[ann]!.id }, level: 0.3 };
    const skill = { id: story.graph.skills[0]!.id };
    expect(changes).toMatchObject([
      { ...by, skill, importanceBefore: 4, importanceAfter: null, headcountBefore: 2, headcountAfter: null },
      { ...by, skill, importanceBefore: 1, importanceAfter: 4, headcountBefore: 2, headcountAfter: 2 },
      { ...by, skill, importanceBefore: null, importanceAfter: 1, headcountBefore: null, headcountAfter: 2 },
    ]);
    const { errors } = await client.ask(CHANGES, { id });
    expect(errors![0]!.extensions['fields']).toContain('Project.requirementChanges');
  });

  it('stay on record when their project is deleted, under the name that it had', async () => {
    const passing = { source: story.graph.source, id: 'passing' };
    const team = { source: story.graph.source, id: 'team-a' };
    const saved = await buildOrganisation(admin, {
      projects: [{ ...passing, name: 'Passing', responsibleTeam: team }],
      tasks: [{ ...task('of-passing'), name: 'Of passing', project: passing }],
    });
    const [project] = saved.projects as [string];
    const skill = story.graph.skills[0]!.reference;
    await (
      await asLead(ann)
    ).get(SAVE_REQUIREMENTS, {
      items: [
        { project: passing, skill, level: 0.2 },
        { task: task('of-passing'), skill, level: 0.1 },
      ],
    });
    const changes = async () => (await admin.get(ALL_CHANGES, { project })).requirementChanges;
    const made = { projectId: project, projectName: 'Passing', viewer: { id: story.graph.people[ann]!.id } };
    const there = await changes();
    expect(there.totalCount).toBe(2);
    expect(there.nodes).toMatchObject(Array(2).fill({ ...made, project: { id: project } }));
    await admin.ask(
      'mutation ($items: [ReferenceInput!]!) { deleteProjects(items: $items) { results { status } } }',
      { items: [passing] },
    );
    expect((await changes()).nodes).toEqual(
      there.nodes.map(({ level }) => ({ ...made, level, project: null })),
    );
    const every = (await (await app.as('hr')).get(ALL_CHANGES)).requirementChanges.nodes;
    expect(every).toEqual(expect.arrayContaining((await changes()).nodes));
  });
});
