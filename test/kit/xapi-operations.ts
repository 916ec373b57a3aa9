import { graphql } from '../generated/gql';

export const XAPI_REPORT = graphql(`
  query KitXapiReport($first: Int!, $platform: String, $reason: UnmappedReason) {
    xapiReport(first: $first, platform: $platform, reason: $reason) {
      unread
      unmapped
      groups {
        platform
        reason
        summary
        verb
        type
        activity
        count
        example
      }
    }
  }
`);

export const SAVE_ACTIVITY_MAPPINGS = graphql(`
  mutation KitSaveActivityMappings($items: [ActivityMappingInput!]!) {
    saveActivityMappings(items: $items) {
      done
      changed
      fates
      errors {
        index
        code
        message
        fields
      }
    }
  }
`);

export const READ_STATEMENTS_AGAIN = graphql(`
  mutation KitReadStatementsAgain {
    readStatementsAgain {
      unread
      unmapped
      groups {
        count
      }
    }
  }
`);

export const ACTIVITY_MAPPINGS = graphql(`
  query KitActivityMappings($first: Int!, $after: String, $filterBy: ActivityMappingFilter) {
    activityMappings(first: $first, after: $after, filterBy: $filterBy) {
      totalCount
      pageInfo {
        endCursor
      }
      nodes {
        platform
        activity
        type
        kind
        module {
          name
        }
        revision
        page
        question {
          prompt
        }
        version
        savedAt
      }
    }
  }
`);
