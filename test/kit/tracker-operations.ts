import { graphql } from '../generated/gql';

export const ISSUE_CAPTURE_TOKEN = graphql(`
  mutation IssueCaptureToken(
    $person: ReferenceInput!
    $module: ReferenceInput!
    $revision: Int
    $minutes: Int
  ) {
    issueCaptureToken(person: $person, module: $module, revision: $revision, minutes: $minutes) {
      token
      expiresAt
      revision
    }
  }
`);
