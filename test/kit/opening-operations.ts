import { graphql } from '../generated/gql';

export const SAVE_OPENINGS = graphql(`
  mutation KitSaveOpenings($items: [OpeningInput!]!) {
    saveOpenings(items: $items) {
      fates
      changed
      openings {
        title
        state
        projectName
        project {
          id
        }
        filledBy {
          id
        }
        openedAt
        filledAt
        closedAt
        externalId {
          value
        }
        sought {
          skill {
            name
          }
          level
          band
          headcount
        }
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

export const OPENINGS = graphql(`
  query KitOpenings($filterBy: OpeningFilter) {
    openings(first: 200, filterBy: $filterBy) {
      nodes {
        title
        projectName
        project {
          id
        }
        externalId {
          value
        }
      }
    }
  }
`);

export const OUTCOMES = graphql(`
  query KitHiringOutcomes($project: ID) {
    openings(first: 20, filterBy: { project: $project }) {
      nodes {
        externalId {
          value
        }
        hiringOutcome {
          outcome
          requirements {
            skill {
              name
            }
            level
            shortfallBefore
            shortfallNow
            coveredBefore
            coveredNow
            unknownNow
          }
          shortfallBefore
          shortfallNow
          allCoveredBefore
          allCoveredNow
          summary
        }
      }
    }
  }
`);

export const FILLED_OPENINGS = graphql(`
  query KitFilledOpenings($id: ID!) {
    person(id: $id) {
      filledOpenings {
        nodes {
          title
          filledAt
        }
      }
    }
  }
`);

export const FIRST_REQUIREMENTS = graphql(`
  query KitFirstRequirements($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Project {
        requirements(first: 1) {
          nodes {
            id
          }
        }
      }
    }
  }
`);
