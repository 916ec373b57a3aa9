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
});
