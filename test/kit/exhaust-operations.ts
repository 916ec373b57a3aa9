import { graphql } from '../generated/gql';

export const DROP_OFF = graphql(`
  query DropOff($id: ID!, $team: ID, $revision: Int) {
    module(id: $id) {
      dropOffRate(team: $team, revision: $revision) {
        __typename
        ... on DropOffRate {
          people
          left
          completed
          underWay
          rate
          low
          high
          byPage {
            at
            atRisk
            left
            surviving
            low
            high
          }
          byMinute {
            at
            atRisk
            left
            surviving
          }
          standsOut {
            page {
              number
            }
            minute
            left
            atRisk
            expected
            probability
            what
            summary
          }
          summary
        }
        ... on Withheld {
          reason
        }
      }
    }
  }
`);

export const TIME_TO_COMPLETION = graphql(`
  query TimeToCompletion($id: ID!, $team: ID) {
    module(id: $id) {
      current {
        timeToCompletion(team: $team) {
          __typename
          ... on TimeToCompletion {
            people
            medianMinutes
            firstQuartileMinutes
            thirdQuartileMinutes
            expectedMinutes
            low
            high
            summary
          }
          ... on Withheld {
            reason
          }
        }
      }
    }
  }
`);

export const PAGE_FIGURES = graphql(`
  query PageFigures($id: ID!, $team: ID) {
    module(id: $id) {
      current {
        pages {
          nodes {
            number
            figures(team: $team) {
              __typename
              ... on PageFigures {
                people
                medianSeconds
                firstQuartileSeconds
                thirdQuartileSeconds
                low
                high
                expectedSeconds
                revisitRate
                pausesPerPerson
                atRisk
                leftHere
                answersAfter
                rightAfter
                costsMoreThanItTeaches
                costsMoreBecause
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

export const SECONDS_SEEN = graphql(`
  query SecondsSeen($id: ID!) {
    module(id: $id) {
      current {
        pages {
          nodes {
            secondsSeen {
              __typename
              ... on SecondsSeen {
                people
                durationSeconds
                stretches {
                  from
                  people
                  again
                }
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
