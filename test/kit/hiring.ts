import { graphql } from '../generated/gql';
import type { DraftJobDescriptionQuery } from '../generated/graphql';
import type { Client } from './client';
import { answer, buildGraph, buildOrganisation, day, recordAll, type TestGraph } from './graph';
import { SAVE_MODULES, SAVE_SKILLS } from './operations';

export const DRAFT = graphql(`
  query DraftJobDescription($project: ID!, $requirements: [ID!]) {
    draftJobDescription(project: $project, requirements: $requirements) {
      __typename
      ... on Withheld {
        reason
      }
      ... on JobDescription {
        title
        people
        project {
          name
        }
        tasks {
          name
        }
        mustHave {
          ...SoughtSkillParts
        }
        canLearnHere {
          ...SoughtSkillParts
        }
        notSought {
          ...SoughtSkillParts
        }
        combining {
          __typename
          ... on Combining {
            expectedPeople
            summary
          }
          ... on Withheld {
            reason
          }
        }
        roles {
          title
          expectedPeople
          requirements {
            skill {
              name
            }
          }
          tasks {
            name
          }
        }
        wording {
          word
          listed
          coding
          reason
        }
        text
        markdown
        jsonLd
        summary
      }
    }
  }
`);
graphql(`
  fragment SoughtSkillParts on SoughtSkill {
    requirement {
      id
      level
      skill {
        name
      }
    }
    levelInWords
    expectedShortfall
    coveredProbability
    expectedAvailable
    modules {
      name
    }
    hours
    entryLevel
    entryInWords
    reason
  }
`);

export type Draft = Extract<
  NonNullable<DraftJobDescriptionQuery['draftJobDescription']>,
  { __typename: 'JobDescription' }
>;

const skillNames = ['Data analysis', 'Ledger design', 'Containers', 'Querying <databases>', 'Negotiation'];
export const [analysis, ledger, containers, querying, negotiation] = [0, 1, 2, 3, 4] as const;
/** By position: assigned; free; two who are busy elsewhere; the lead; nobody yet. */
export const [assigned, free, analyst, designer, lead, newcomer] = [0, 1, 2, 3, 4, 5] as const;
export const uri = 'https://skills.example.org/data-analysis';

/** A project that lacks people, by global id, and one that requires nothing. */
export interface Hiring {
  readonly graph: TestGraph;
  readonly project: string;
  readonly other: string;
}

export async function buildHiring(admin: Client): Promise<Hiring> {
  const graph = await buildGraph(admin, { people: 6, skills: 5, questionsPerSkill: 6 });
  const { source, people, skills } = graph;
  const own = (id: string) => ({ source, id });
  const skill = (one: number) => skills[one]!.reference;
  const person = (one: number) => people[one]!.reference;
  await admin.get(SAVE_SKILLS, {
    items: skillNames.map((name, one) => ({ ...skill(one), name, ...(one === analysis && { uri }) })),
  });
  await admin.get(SAVE_MODULES, {
    items: [
      { ...own('start'), name: 'First ships', expectedMinutes: 120 },
      { ...own('on'), name: 'Fleets of ships', expectedMinutes: 300 },
      { ...own('long'), name: 'A year of ledgers', expectedMinutes: 6_000 },
    ],
  });
  const { projects } = await buildOrganisation(admin, {
    teams: [{ ...own('team'), name: 'Team', leads: [person(lead)] }],
    memberships: [{ team: own('team'), person: person(assigned) }],
    projects: [
      {
        ...own('payments'),
        name: 'Payments',
        description: 'Pays whoever is owed something.',
        from: '2090-03-01T09:00:00Z',
        responsibleTeam: own('team'),
      },
      { ...own('other'), name: 'Other work' },
    ],
    tasks: [
      { ...own('move'), name: 'Move to another ledger', project: own('payments') },
      { ...own('report'), name: 'Report what was paid', project: own('payments') },
    ],
    requirements: [
      { task: own('report'), skill: skill(analysis), level: 0.7, headcount: 2 },
      { task: own('report'), skill: skill(analysis), level: 0.6 },
      { task: own('move'), skill: skill(ledger), band: 'competent' },
      { task: own('move'), skill: skill(containers), level: 0.75 },
      { project: own('payments'), skill: skill(querying), level: 0.5 },
      { project: own('payments'), skill: skill(negotiation), level: 0.5 },
    ],
    assignments: [
      { project: own('payments'), person: person(assigned) },
      ...[analyst, designer].map((one) => ({ project: own('other'), person: person(one), share: 0.9 })),
    ],
    teaches: [
      { module: own('start'), skill: skill(containers), to: 0.5 },
      { module: own('on'), skill: skill(containers), from: 0.5, to: 0.8 },
      { module: own('long'), skill: skill(ledger), to: 0.9 },
    ],
  });
  await recordAll(admin, [
    ...allRight(graph, assigned, querying),
    ...allRight(graph, free, negotiation),
    ...allRight(graph, analyst, analysis),
    ...allRight(graph, designer, ledger),
  ]);
  return { graph, project: projects[0]!, other: projects[1]! };
}

/** Six right answers of a person to the questions of a skill. */
export function allRight(graph: TestGraph, person: number, skill: number) {
  return [0, 1, 2, 3, 4, 5].map((question) =>
    answer(graph, person, 6 * skill + question, { score: 1, at: day(question) }),
  );
}

export async function draftOf(
  client: Client,
  project: string,
  requirements?: readonly string[],
): Promise<Draft> {
  const { draftJobDescription: draft } = await client.get(DRAFT, {
    project,
    requirements: requirements as string[] | undefined,
  });
  if (draft?.__typename !== 'JobDescription') throw new Error(JSON.stringify(draft));
  return draft;
}

const GAPS_TO_HIRE_FOR = graphql(`
  query GapsToHireFor($project: ID!) {
    project(id: $project) {
      gaps {
        ... on GapReport {
          gaps {
            requirement {
              id
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

/** Ids of requirements by the names of their skills, as the gaps of the project have them. */
export async function requirementsOf(client: Client, project: string): Promise<ReadonlyMap<string, string>> {
  const { gaps } = (await client.get(GAPS_TO_HIRE_FOR, { project })).project!;
  if (!('gaps' in gaps)) throw new Error('The gaps are withheld.');
  return new Map(gaps.gaps.map(({ requirement }) => [requirement.skill.name, requirement.id]));
}
