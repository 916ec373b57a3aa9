import { graphql } from '../generated/gql';
import type { QuestionDecisionInput } from '../generated/graphql';
import type { Client } from './client';

export const DECIDE_QUESTIONS = graphql(`
  mutation DecideQuestions($items: [QuestionDecisionInput!]!) {
    decideQuestions(items: $items) {
      recorded
      duplicates
      errors {
        index
        code
        message
        fields
      }
    }
  }
`);

/** Decides about questions as one batch; item errors are in the payload. */
export async function decide(client: Client, items: QuestionDecisionInput[]) {
  return (await client.get(DECIDE_QUESTIONS, { items })).decideQuestions;
}

export const DECISIONS = graphql(`
  query DecisionsOnAnswers($person: ID!, $filter: QuestionDecisionFilter) {
    person(id: $person) {
      decisions(filterBy: $filter) {
        nodes {
          decision {
            kind
            reason
            holds
            by {
              id
            }
            version {
              number
            }
          }
          externalId {
            value
          }
          scoreBefore
          scoreAfter
          summary
        }
        totalCount
      }
    }
  }
`);
export const KEY = graphql(`
  query KeyOfDecision($person: ID!) {
    person(id: $person) {
      decisions {
        nodes {
          decision {
            key
          }
        }
      }
    }
  }
`);
export const VERSIONS = graphql(`
  query DecidedVersions($question: ID!) {
    question(id: $question) {
      current {
        number
      }
      versions {
        nodes {
          number
          answerKey
          decisions {
            nodes {
              kind
              key
              holds
              summary
            }
          }
        }
      }
    }
  }
`);
export const SAVE = graphql(`
  mutation SaveDecidedQuestion($items: [QuestionInput!]!) {
    saveQuestions(items: $items) {
      errors {
        message
      }
    }
  }
`);
export const DOUBTED = graphql(`
  query DoubtedShare($person: ID!) {
    person(id: $person) {
      mastery {
        nodes {
          answerCount
          doubtedShare
          explanation {
            changes {
              doubted
              rescored
              score
              summary
            }
            summary
          }
        }
      }
    }
  }
`);
export const UPDATED = graphql(`
  query MasteryUpdatedByDecisions($person: ID!, $since: DateTimeISO!) {
    person(id: $person) {
      mastery(filterBy: { updatedSince: $since }) {
        totalCount
      }
    }
  }
`);
