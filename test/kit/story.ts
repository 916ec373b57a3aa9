import { graphql } from '../generated/gql';
import type { Client } from './client';
import { answer, buildGraph, buildOrganisation, day, recordAll, type TestGraph } from './graph';

/** The people of the story, by their position in the graph. */
export const [ann, adam, former, bea, boris, future] = [0, 1, 2, 3, 4, 5] as const;
export const everybody = [ann, adam, former, bea, boris, future];

/** What candidates show of a person. */
export const CANDIDATES = graphql(`
  query StoryCandidates($id: ID!, $filterBy: PersonFilter) {
    project(id: $id) {
      name
      candidates(includeAssigned: true, filterBy: $filterBy) {
        totalCount
        nodes {
          person {
            id
            email
            activeUntil
          }
        }
      }
    }
  }
`);

export interface Story {
  readonly graph: TestGraph;
  readonly teamA: string;
  readonly teamB: string;
  readonly project: string;
}

/** Ann leads team A with Adam in it, Boris leads team B with Bea; all have answered the one question. */
export async function buildStory(admin: Client): Promise<Story> {
  const graph = await buildGraph(admin, { people: 6, skills: 1, questionsPerSkill: 1 });
  const { source } = graph;
  const person = (position: number) => graph.people[position]!.reference;
  const a = { source, id: 'team-a' };
  const b = { source, id: 'team-b' };
  const work = { source, id: 'project' };
  const activeUntil = '2090-01-01T00:00:00Z';
  const { teams, projects } = await buildOrganisation(admin, {
    people: everybody.map((one) => ({ ...person(one), email: `${String(one)}@example.org`, activeUntil })),
    teams: [
      { ...a, name: 'A', leads: [person(ann)] },
      { ...b, name: 'B', leads: [person(boris)] },
    ],
    memberships: [
      { person: person(adam), team: a },
      { person: person(former), team: a, from: day(-100), to: day(-1) },
      { person: person(future), team: a, from: '2089-01-01T00:00:00Z' },
      { person: person(bea), team: b, from: day(0) },
    ],
    projects: [{ ...work, name: 'Project', responsibleTeam: a }],
    requirements: [{ project: work, skill: graph.skills[0]!.reference, level: 0.5 }],
    assignments: [adam, bea].map((one) => ({ project: work, person: person(one) })),
  });
  await recordAll(
    admin,
    everybody.map((one) => answer(graph, one, 0)),
  );
  return { graph, teamA: teams[0]!, teamB: teams[1]!, project: projects[0]! };
}

/** The positions of those of the story who are among these global ids, in order, each as often as there. */
export function positionsOf({ graph }: Story, ids: readonly string[]): number[] {
  return ids
    .map((id) => everybody.find((position) => graph.people[position]!.id === id))
    .filter((position) => position !== undefined)
    .sort();
}
