import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import {
  adam,
  ann,
  bea,
  boris,
  buildStory,
  CANDIDATES,
  everybody,
  former,
  future,
  positionsOf,
  type Story,
} from './kit/story';

const CANDIDATES_MASTERY = graphql(`
  query CandidatesMastery($id: ID!) {
    project(id: $id) {
      candidates(includeAssigned: true) {
        nodes {
          person {
            id
            mastery {
              nodes {
                level
              }
            }
          }
        }
      }
    }
  }
`);

let app: TestApp;
let story: Story;
beforeAll(async () => {
  app = await startApp();
  story = await buildStory(await app.as('admin'));
});
afterAll(() => app.close());

const viewerAs = (role: 'person' | 'lead', position: number) =>
  app.as(role, story.graph.people[position]!.id);
const positionsShown = (nodes: readonly { person: { id: string } }[]) =>
  positionsOf(
    story,
    nodes.map(({ person }) => person.id),
  );

describe('candidates for a project', () => {
  it.each(['hr', 'admin'] as const)('are shown to %s', async (role) => {
    const { project: found } = await (await app.as(role)).get(CANDIDATES, { id: story.project });
    expect(positionsShown(found!.candidates!.nodes)).toEqual(everybody);
    expect(found!.candidates!.nodes.every(({ person }) => person.email !== null)).toBe(true);
  });

  it('are shown to a lead of the responsible team, those of other teams by name alone', async () => {
    const { project: found } = await (await viewerAs('lead', ann)).get(CANDIDATES, { id: story.project });
    const { nodes } = found!.candidates!;
    expect(positionsShown(nodes)).toEqual(everybody);
    const open = nodes.filter(({ person }) => person.email !== null || person.activeUntil !== null);
    expect(positionsShown(open)).toEqual([ann, adam]);
  });

  it('are no way to the mastery of people whom that lead does not see', async () => {
    const { data, errors } = await (
      await viewerAs('lead', ann)
    ).ask(CANDIDATES_MASTERY, { id: story.project });
    const people = data!.project!.candidates!.nodes.map(({ person }) => person);
    const shown = people.filter(({ mastery }) => mastery !== null);
    expect(
      positionsOf(
        story,
        shown.map(({ id }) => id),
      ),
    ).toEqual([ann, adam]);
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(
      Array(people.length - shown.length).fill('FORBIDDEN'),
    );
  });

  it.each<[condition: string, filterBy: () => object, toHr: number[], toAnn: number[]]>([
    ['their own team', () => ({ team: story.teamA }), [adam], [adam]],
    ['another team', () => ({ team: story.teamB }), [bea], []],
    ['being assigned', () => ({ assigned: true }), [adam, bea], [adam]],
    ['being free', () => ({ freeShare: 1 }), [ann, former, boris, future], [ann]],
    ['a name', () => ({ nameContains: story.graph.people[boris]!.reference.id }), [boris], [boris]],
  ])('are filtered by %s, for a lead among those whom they see', async (_, filterBy, toHr, toAnn) => {
    for (const [client, positions] of [
      [await app.as('hr'), toHr],
      [await viewerAs('lead', ann), toAnn],
    ] as const) {
      const { project } = await client.get(CANDIDATES, { id: story.project, filterBy: filterBy() });
      expect(positionsShown(project!.candidates!.nodes)).toEqual(positions);
      expect(project!.candidates!.totalCount).toBe(positions.length);
    }
  });

  it.each([
    ['a lead of another team', 'lead', boris],
    ['a lead of none', 'lead', bea],
  ] as const)('are FORBIDDEN to %s', async (_, role, position) => {
    const { data, errors } = await (await viewerAs(role, position)).ask(CANDIDATES, { id: story.project });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(errors![0]!.path).toEqual(['project', 'candidates']);
    expect(data).toEqual({ project: { name: 'Project', candidates: null } });
  });

  it('are FORBIDDEN to a person, even of the project itself', async () => {
    const { data, errors } = await (await viewerAs('person', adam)).ask(CANDIDATES, { id: story.project });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(data).toBeUndefined();
  });
});
