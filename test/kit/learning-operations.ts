import { graphql } from '../generated/gql';

export const LEARNING = graphql(`
  query Learning($id: ID!, $filterBy: LearningFilter, $orderBy: LearningOrder) {
    person(id: $id) {
      learning(filterBy: $filterBy, orderBy: $orderBy) {
        totalCount
        pageInfo {
          onlyVisible
        }
        nodes {
          module {
            name
          }
          revision {
            number
          }
          completed
          pageCount
          summary
          place {
            state
            at
            pagesReached
            page {
              number
            }
            next {
              number
            }
          }
        }
      }
    }
  }
`);

export const PROGRESS = graphql(`
  query Progress($id: ID!) {
    person(id: $id) {
      learning {
        pageInfo {
          onlyVisible
        }
        nodes {
          module {
            name
          }
          completed
          summary
        }
      }
    }
  }
`);

export const VISITS = graphql(`
  query Visits($id: ID!, $filterBy: VisitFilter) {
    person(id: $id) {
      visits(filterBy: $filterBy) {
        totalCount
        nodes {
          externalId {
            value
          }
          module {
            name
          }
          revision {
            number
          }
          state
          startedAt
          completedAt
          leftAt
          pagesReached
          activeSeconds
          withdrawn
          lastPage {
            number
          }
          summary
          pageViews {
            nodes {
              page {
                number
              }
              openedAt
              activeSeconds
              idleSeconds
              pauses
              longestPauseSeconds
              revisits
              wasLast
              withdrawn
              summary
            }
          }
          videoViews {
            nodes {
              page {
                number
              }
              durationSeconds
              secondsSeen
              shareSeen
              pauses
              seeks
              rate
              summary
            }
          }
        }
      }
    }
  }
`);

export const VISITS_OF_MODULE = graphql(`
  query VisitsOfModule($id: ID!) {
    module(id: $id) {
      visits {
        __typename
        ... on VisitCounts {
          people
          visits
          completed
          left
          underWay
          summary
        }
        ... on Withheld {
          reason
        }
      }
      current {
        visits {
          __typename
          ... on VisitCounts {
            people
            visits
            completed
            left
            underWay
          }
        }
        pages {
          nodes {
            visits {
              __typename
              ... on PageReach {
                people
                summary
              }
              ... on Withheld {
                reason
              }
            }
          }
        }
      }
    }
  }
`);

export const FEEDBACK_ON_MODULE = graphql(`
  query FeedbackOnModule($id: ID!) {
    module(id: $id) {
      feedback {
        __typename
        ... on ContentFeedback {
          people
          unclear
          outdated
          ratingCount
          meanRating
          words
          summary
        }
        ... on Withheld {
          reason
        }
      }
    }
  }
`);

export const SAID = graphql(`
  query Said($id: ID!) {
    person(id: $id) {
      feedback {
        nodes {
          module {
            name
          }
          revision {
            number
          }
          page {
            number
          }
          version {
            number
          }
          unclear
          outdated
          rating
          words
          withdrawn
          summary
        }
      }
      helpGiven {
        nodes {
          note
        }
      }
      helpReceived {
        nodes {
          givenBy {
            id
          }
          person {
            id
          }
          skill {
            name
          }
          module {
            name
          }
          note
          attestedBy {
            id
          }
          summary
        }
      }
    }
  }
`);
