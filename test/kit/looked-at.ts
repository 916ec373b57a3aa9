import { graphql } from '../generated/gql';

/** By which operations a person was looked at, and for what, as they see it. */
export const LOOKED_AT = graphql(`
  query WhoLookedAtThem($id: ID!) {
    person(id: $id) {
      accessLog(first: 200) {
        nodes {
          operation
          need
        }
      }
    }
  }
`);
