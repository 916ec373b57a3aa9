import { graphql } from '../generated/gql';
import type { StaffingCandidatesQuery } from '../generated/graphql';
import type { Client } from './client';
import { answer, buildGraph, buildOrganisation, day, recordAll, type TestGraph } from './graph';

export const CANDIDATES = graphql(`
  query StaffingCandidates(
    $id: ID!
    $first: Int! = 200
    $after: String
    $asOf: DateTimeISO
    $includeAssigned: Boolean! = false
  ) {
    project(id: $id) {
      candidates(first: $first, after: $after, asOf: $asOf, includeAssigned: $includeAssigned) {
        edges {
          cursor
        }
        nodes {
          person {
            id
            name
          }
          fit
          knownShare
          summary
          requirements {
            requirement {
              level
              importance
              skill {
                id
              }
              task {
                name
              }
            }
            status
            probability
            level
            interval {
              low
              high
            }
            summary
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
`);

export type Candidates = NonNullable<NonNullable<StaffingCandidatesQuery['project']>['candidates']>;

/** People by position: eight ordinary ones, of whom the last two answered alike; then those of the special cases. */
export const [twin, otherTwin, assigned, ended, leaver, unknown, elsewhere] = [
  6, 7, 8, 9, 10, 11, 12,
] as const;
/** Those who are candidates for the project. */
export const eligible = [0, 1, 2, 3, 4, 5, twin, otherTwin, ended];
export const requirements = [
  { skill: 0, level: 0.6, importance: 3, ofTask: false },
  { skill: 0, level: 0.8, importance: 0.5, ofTask: false },
  { skill: 1, level: 0.5, importance: 1.5, ofTask: true },
];
/** Later than all evidence. */
export const asOf = day(100);

export interface Staffing {
  readonly graph: TestGraph;
  readonly project: string;
  readonly emptyProject: string;
}

/** A project with these requirements, one that requires nothing, and the people above. */
export async function buildStaffing(admin: Client): Promise<Staffing> {
  const graph = await buildGraph(admin, { people: 13, skills: 3, questionsPerSkill: 3 });
  const { source } = graph;
  const [team, otherTeam] = ['team', 'other team'].map((id) => ({ source, id }));
  const [work, noWork] = ['project', 'empty project'].map((id) => ({ source, id }));
  const task = { source, id: 'task' };
  const person = (position: number) => graph.people[position]!.reference;
  const { projects } = await buildOrganisation(admin, {
    people: [{ ...person(leaver), activeUntil: day(50) }],
    teams: [team!, otherTeam!].map((one) => ({ ...one, name: one.id })),
    memberships: graph.people.map(({ reference }, position) => ({
      person: reference,
      team: position % 2 === 0 ? team! : otherTeam!,
    })),
    projects: [
      { ...work!, name: 'Work', responsibleTeam: team! },
      { ...noWork!, name: 'No work' },
    ],
    tasks: [{ ...task, name: 'Task', project: work! }],
    requirements: requirements.map(({ skill, level, importance, ofTask }) => ({
      ...(ofTask ? { task } : { project: work! }),
      skill: graph.skills[skill]!.reference,
      level,
      importance,
    })),
    assignments: [
      { project: work!, person: person(assigned) },
      { project: work!, person: person(ended), from: day(0), to: day(1) },
    ],
    difficulties: [{ skill: graph.skills[1]!.reference, difficulty: 0.8 }],
  });

  const score = (position: number, question: number) => ((position * 7 + question * 5) % 11) / 10;
  const answers = [0, 1, 2, 3, 4, 5, assigned, ended, leaver].flatMap((position) =>
    // Every third person is unknown in the task's skill.
    [0, 1, 2, ...(position % 3 === 0 ? [] : [3, 4, 5])].map((question) =>
      answer(graph, position, question, {
        score: score(position, question),
        at: day(position * 3 + question),
      }),
    ),
  );
  const alike = [twin, otherTwin].flatMap((position) =>
    [0, 3].map((question) => answer(graph, position, question, { score: 1, at: day(20) })),
  );
  await recordAll(admin, [...answers, ...alike, answer(graph, elsewhere, 6)]);
  return { graph, project: projects[0]!, emptyProject: projects[1]! };
}

/** The candidates for a project, at that date where nothing else is given. */
export async function candidatesOf(client: Client, project: string, given: object = {}): Promise<Candidates> {
  return (await client.get(CANDIDATES, { id: project, asOf, ...given })).project!.candidates!;
}
