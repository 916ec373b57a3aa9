import { graphql } from '../generated/gql';
import type { AnswerInput } from '../generated/graphql';
import type { Client } from './client';
import { answer, buildOrganisation, recordAll, type Reference, type TestGraph } from './graph';

/* What every diagnosis shows: the operations below carry it by its name. */
graphql(`
  fragment DiagnosisParts on DiagnosisResult {
    __typename
    ... on Withheld {
      reason
    }
    ... on Diagnosis {
      verdict
      probability
      kind
      team {
        name
      }
      since
      decidedBy
      reasons {
        kind
        value
        usual
        sentence
      }
      remedy
      people
      summary
    }
  }
`);
graphql(`
  fragment ProblemParts on Problem {
    id
    verdict
    kind
    probability
    openedAt
    reopenedAt
    closedAt
    closedBecause
    closedReason
    solvedBy {
      number
    }
    hoursOpen
    peopleAffected
    remedy
    summary
    team {
      name
    }
    modules {
      id
    }
    on {
      __typename
      ... on QuestionVersion {
        prompt
      }
      ... on Skill {
        name
      }
      ... on Page {
        title
      }
    }
  }
`);
const DIAGNOSIS = graphql(`
  query DiagnosisOfQuestion($id: ID!) {
    question(id: $id) {
      current {
        diagnosis {
          ...DiagnosisParts
        }
      }
    }
  }
`);
const LIKELY_KEY = graphql(`
  query LikelyKeyOfQuestion($id: ID!) {
    question(id: $id) {
      current {
        diagnosis {
          ... on Diagnosis {
            likelyKey
          }
        }
      }
    }
  }
`);
const DIAGNOSES_OF_MODULE = graphql(`
  query DiagnosesOfModule($id: ID!) {
    module(id: $id) {
      diagnosis {
        ...DiagnosisParts
      }
      current {
        pages {
          nodes {
            title
            diagnosis {
              ...DiagnosisParts
            }
          }
        }
      }
    }
  }
`);
const PROBLEMS = graphql(`
  query ProblemsOfModule($id: ID!, $filterBy: ProblemFilter) {
    module(id: $id) {
      problems(filterBy: $filterBy) {
        totalCount
        nodes {
          ...ProblemParts
        }
      }
    }
  }
`);
const ALL_PROBLEMS = graphql(`
  query AllProblems($filterBy: ProblemFilter) {
    problems(filterBy: $filterBy) {
      nodes {
        ...ProblemParts
      }
    }
  }
`);
export const PUBLISH_REVISION = graphql(`
  mutation PublishRevision($module: ModuleInput!, $solves: [ID!]!) {
    publishRevision(module: $module, solves: $solves) {
      revision {
        number
        resources {
          title
        }
      }
      problems {
        ...ProblemParts
      }
      errors {
        code
        message
        fields
      }
    }
  }
`);
export const DISMISS_PROBLEM = graphql(`
  mutation DismissProblem($input: ProblemDismissalInput!) {
    dismissProblem(input: $input) {
      problem {
        ...ProblemParts
      }
      errors {
        code
        message
        fields
      }
    }
  }
`);
const GAPS = graphql(`
  query LackedByTeam($id: ID!) {
    team(id: $id) {
      gaps {
        ... on GapReport {
          summary
          gaps {
            requirement {
              level
              skill {
                id
              }
            }
            project {
              name
            }
            problem {
              verdict
              probability
            }
            demand
            summary
            supply {
              ... on GapSupply {
                expectedShortfall
              }
            }
          }
        }
      }
    }
  }
`);

export async function diagnosisOf(client: Client, id: string) {
  return (await client.get(DIAGNOSIS, { id })).question!.current.diagnosis;
}

/** What a module and the pages of its current revision, in order, are found to be. */
export async function diagnosesOf(client: Client, id: string) {
  const { diagnosis, current } = (await client.get(DIAGNOSES_OF_MODULE, { id })).module!;
  return { diagnosis, pages: current!.pages.nodes.map((page) => page.diagnosis) };
}

export async function likelyKeyOf(client: Client, id: string) {
  const { diagnosis } = (await client.get(LIKELY_KEY, { id })).question!.current;
  return 'likelyKey' in diagnosis ? diagnosis.likelyKey : undefined;
}

export async function problemsOf(client: Client, id: string, filterBy: object = {}) {
  return (await client.get(PROBLEMS, { id, filterBy })).module!.problems.nodes;
}

export async function problemsIn(client: Client, filterBy: object) {
  return (await client.get(ALL_PROBLEMS, { filterBy })).problems.nodes;
}

export async function gapsOf(client: Client, id: string) {
  const { gaps } = (await client.get(GAPS, { id })).team!;
  if (!('gaps' in gaps)) throw new Error('The gaps are withheld.');
  return gaps;
}

/** Saves a module of the graph with a page to read and one that asks all its questions. */
export async function moduleAsking(admin: Client, { source, questions }: TestGraph, given: object = {}) {
  const reference: Reference = { source, id: 'module' };
  await buildOrganisation(admin, {
    modules: [
      {
        ...reference,
        name: `module of ${source}`,
        pages: [
          { title: 'Teaching', kind: 'SLIDE' },
          {
            title: 'Quiz',
            kind: 'QUIZ',
            sections: [
              { title: 'All', questions: questions.map((question) => ({ question: question.reference })) },
            ],
          },
        ],
        ...given,
      },
    ],
  });
  return reference;
}

/** Answers of every one of these people to every question, right where the rule says so. */
export async function answerAll(
  client: Client,
  graph: TestGraph,
  people: readonly number[],
  isRight: (person: number, question: number) => boolean,
  given: Partial<AnswerInput> = {},
) {
  const answers = people.flatMap((person) =>
    graph.questions.map((_, question) =>
      answer(graph, person, question, { score: isRight(person, question) ? 1 : 0, ...given }),
    ),
  );
  await recordAll(client, answers);
  return answers;
}
