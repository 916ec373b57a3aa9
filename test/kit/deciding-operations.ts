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
