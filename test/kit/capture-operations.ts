import { graphql } from '../generated/gql';

export const RECORD_VISITS = graphql(`
  mutation RecordVisits($items: [VisitInput!]!) {
    payload: recordVisits(items: $items) {
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
        fields
      }
    }
  }
`);

export const WITHDRAW_VISITS = graphql(`
  mutation WithdrawVisits($items: [WithdrawalInput!]!) {
    payload: withdrawVisits(items: $items) {
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
        fields
      }
    }
  }
`);

export const RECORD_PAGE_VIEWS = graphql(`
  mutation RecordPageViews($items: [PageViewInput!]!) {
    payload: recordPageViews(items: $items) {
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
        fields
      }
    }
  }
`);

export const WITHDRAW_PAGE_VIEWS = graphql(`
  mutation WithdrawPageViews($items: [WithdrawalInput!]!) {
    payload: withdrawPageViews(items: $items) {
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
        fields
      }
    }
  }
`);

export const RECORD_VIDEO_VIEWS = graphql(`
  mutation RecordVideoViews($items: [VideoViewInput!]!) {
    payload: recordVideoViews(items: $items) {
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
        fields
      }
    }
  }
`);

export const WITHDRAW_VIDEO_VIEWS = graphql(`
  mutation WithdrawVideoViews($items: [WithdrawalInput!]!) {
    payload: withdrawVideoViews(items: $items) {
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
        fields
      }
    }
  }
`);

export const RECORD_HELP = graphql(`
  mutation RecordHelp($items: [HelpInput!]!) {
    payload: recordHelp(items: $items) {
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
        fields
      }
    }
  }
`);

export const WITHDRAW_HELP = graphql(`
  mutation WithdrawHelp($items: [WithdrawalInput!]!) {
    payload: withdrawHelp(items: $items) {
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
        fields
      }
    }
  }
`);

export const RECORD_FEEDBACK = graphql(`
  mutation RecordFeedback($items: [FeedbackInput!]!) {
    payload: recordFeedback(items: $items) {
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
        fields
      }
    }
  }
`);

export const WITHDRAW_FEEDBACK = graphql(`
  mutation WithdrawFeedback($items: [WithdrawalInput!]!) {
    payload: withdrawFeedback(items: $items) {
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
        fields
      }
    }
  }
`);
