import { graphql } from '../generated/gql';
import type { GapsOfProjectQuery } from '../generated/graphql';
import type { Client } from './client';
import { answer, buildGraph, buildOrganisation, day, recordAll, type TestGraph } from './graph';

/* What both reports show: the operations below carry it by its name. */
graphql(`
  fragment GapReportParts on GapReportResult {
    __typename
    ... on Withheld {
      reason
    }
    ... on GapReport {
      asOf
      personCount
      leftOut
      allCoveredProbability
      summary
      gaps {
        requirement {
          level
          importance
          skill {
            id
            name
          }
          task {
            name
          }
        }
        project {
          name
        }
        demand
        summary
        supply {
          __typename
          ... on Withheld {
            reason
          }
          ... on GapSupply {
            expectedSupply
            expectedShortfall
            coveredProbability
            known
            unknown
          }
        }
        nearest {
          person {
            id
          }
          probability
          level
        }
      }
    }
  }
`);
export const OF_PROJECT = graphql(`
  query GapsOfProject($id: ID!, $asOf: DateTimeISO) {
    project(id: $id) {
      gaps(asOf: $asOf) {
        ...GapReportParts
      }
    }
  }
`);
const OF_TEAM = graphql(`
  query GapsOfTeam($id: ID!, $asOf: DateTimeISO) {
    team(id: $id) {
      gaps(asOf: $asOf) {
        ...GapReportParts
      }
    }
  }
`);
export const SAVE_ROLE = graphql(`
  mutation SaveRoleWithNeeds($roles: [RoleTemplateInput!]!, $requirements: [RequirementInput!]!) {
    saveRoleTemplates(items: $roles) {
      roleTemplates {
        id
      }
      errors {
        message
      }
    }
    saveRequirements(items: $requirements) {
      errors {
        message
      }
    }
  }
`);
export type Result = NonNullable<GapsOfProjectQuery['project']>['gaps'];
export type Report = Extract<Result, { __typename: 'GapReport' }>;
export type Gap = Report['gaps'][number];

/**
 * People by position. 0 to 6 are the team, of whom 0 to 5 are known in skill 0, 0 to 2 in skill 1, 3 to 6 and two more
 * in skill 2; then a former member, a leaver, the two leads, and the four of a small team.
 */
export const team = [0, 1, 2, 3, 4, 5, 6];
export const [former, leaver, lead, otherLead] = [7, 8, 9, 10] as const;
export const smallTeam = [11, 12, 13, 14];
export const asOf = day(60);

/** The global ids of teams and projects by name. */
export interface GapsGraph {
  readonly graph: TestGraph;
  readonly teams: ReadonlyMap<string, string>;
  readonly projects: ReadonlyMap<string, string>;
}

export async function buildGaps(admin: Client): Promise<GapsGraph> {
  const graph = await buildGraph(admin, { people: 15, skills: 3, questionsPerSkill: 2 });
  const { source } = graph;
  const named = (id: string) => ({ source, id });
  const person = (position: number) => graph.people[position]!.reference;
  const skill = (position: number) => graph.skills[position]!.reference;
  const teamNames = ['team', 'small', 'idle', 'nobody'];
  const projectNames = ['two levels', 'two skills', 'small', 'nobody'];
  const saved = await buildOrganisation(admin, {
    people: [{ ...person(leaver), activeUntil: day(1) }],
    teams: teamNames.map((id) => ({
      ...named(id),
      name: id,
      leads: id === 'team' ? [person(lead)] : id === 'small' ? [person(otherLead)] : [],
    })),
    memberships: [
      ...[...team, leaver].map((one) => ({ person: person(one), team: named('team') })),
      { person: person(former), team: named('team'), from: day(-9), to: day(-8) },
      ...smallTeam.map((one) => ({ person: person(one), team: named('small') })),
      { person: person(0), team: named('small') },
      { person: person(0), team: named('idle') },
    ],
    projects: [
      { ...named('two levels'), name: 'Two levels', responsibleTeam: named('team') },
      { ...named('two skills'), name: 'Two skills', responsibleTeam: named('team') },
      { ...named('small'), name: 'Small', responsibleTeam: named('small') },
      { ...named('nobody'), name: 'Nobody', responsibleTeam: named('nobody') },
    ],
    tasks: [{ ...named('task'), name: 'Task', project: named('two skills') }],
    requirements: [
      { project: named('two levels'), skill: skill(0), level: 0.7, headcount: 2 },
      { project: named('two levels'), skill: skill(0), level: 0.4, headcount: 2 },
      { project: named('two skills'), skill: skill(1), level: 0.5 },
      { task: named('task'), skill: skill(2), level: 0.45, headcount: 3 },
      { project: named('small'), skill: skill(0), level: 0.5 },
      { project: named('nobody'), skill: skill(0), level: 0.5, headcount: 3 },
    ],
    assignments: [
      ...[...team, leaver].map((one) => ({ project: named('two skills'), person: person(one) })),
      { project: named('two skills'), person: person(former), from: day(0), to: day(1) },
      ...[0, 1, 2].map((one) => ({ project: named('small'), person: person(one) })),
    ],
  });

  const score = (position: number, question: number) => ((position * 3 + question * 4) % 7) / 6;
  const knownIn = [
    [0, 1, 2, 3, 4, 5, former, leaver],
    [0, 1, 2, former],
    [0, 2, 3, 4, 5, 6, leaver],
  ];
  await recordAll(
    admin,
    knownIn.flatMap((people, one) =>
      people.flatMap((position) =>
        [2 * one, 2 * one + 1].map((question) =>
          answer(graph, position, question, { score: score(position, question), at: day(position) }),
        ),
      ),
    ),
  );
  const ids = (names: readonly string[], all: readonly string[]) =>
    new Map(names.map((name, index) => [name, all[index]!]));
  return { graph, teams: ids(teamNames, saved.teams), projects: ids(projectNames, saved.projects) };
}

export function reportOf(result: Result): Report {
  if (result.__typename !== 'GapReport') throw new Error(`Withheld: ${result.reason}`);
  return result;
}
/** The gaps of a report by skill, and by level. */
export function gapsByNeed(result: Result): Gap[] {
  const keyOf = ({ requirement: { skill, level } }: Gap) => `${skill.name} ${level.toFixed(3)}`;
  return reportOf(result).gaps.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}
export function supplyOf({ supply }: Gap) {
  if (supply.__typename !== 'GapSupply') throw new Error(`Withheld: ${supply.reason}`);
  return supply;
}

/** The gaps of a project by its name, at that date. */
export async function gapsOfProject(client: Client, { projects }: GapsGraph, name: string): Promise<Result> {
  return (await client.get(OF_PROJECT, { id: projects.get(name)!, asOf })).project!.gaps;
}

/** The gaps of a team by its name, at that date. */
export async function gapsOfTeam(client: Client, { teams }: GapsGraph, name: string): Promise<Result> {
  return (await client.get(OF_TEAM, { id: teams.get(name)!, asOf })).team!.gaps;
}
