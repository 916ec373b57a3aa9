import { graphql } from '../generated/gql';

export const RECORD_ANSWERS = graphql(`
  mutation RecordAnswers($items: [AnswerInput!]!) {
    recordAnswers(items: $items) {
      recorded
      duplicates
      results {
        index
        status
      }
      errors {
        index
        code
        message
      }
    }
  }
`);

export const RECORD_CLAIMS = graphql(`
  mutation RecordClaims($items: [ClaimInput!]!) {
    recordClaims(items: $items) {
      recorded
      duplicates
      results {
        index
        status
      }
      errors {
        index
        code
        message
      }
    }
  }
`);

export const WITHDRAW_CLAIMS = graphql(`
  mutation WithdrawClaims($items: [WithdrawalInput!]!) {
    withdrawClaims(items: $items) {
      recorded
      duplicates
      results {
        index
        status
      }
      errors {
        index
        code
        message
      }
    }
  }
`);

export const WITHDRAW_ANSWERS = graphql(`
  mutation WithdrawAnswers($items: [WithdrawalInput!]!) {
    withdrawAnswers(items: $items) {
      recorded
      duplicates
      results {
        index
        status
      }
      errors {
        index
        code
        message
      }
    }
  }
`);
