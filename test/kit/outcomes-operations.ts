import { graphql } from '../generated/gql';

export const FAILURES = graphql(`
  query KitFailures($id: ID!, $team: ID, $section: String, $revision: Int) {
    module(id: $id) {
      failureRate(team: $team, section: $section, revision: $revision) {
        __typename
        ... on Withheld {
          reason
        }
        ... on FailureRate {
          people
          answers
          failed
          rate
          low
          high
          expectedRate
          difficulty
          omissions
          medianSeconds
          responses {
            response
          }
          sections {
            section
            page {
              number
            }
            people
            answers
            failed
            rate
            low
            high
            summary
          }
          summary
        }
      }
    }
  }
`);

export const FAILURES_OF_PARTS = graphql(`
  query KitFailuresOfParts($id: ID!, $team: ID) {
    module(id: $id) {
      current {
        failureRate(team: $team) {
          __typename
          ... on FailureRate {
            answers
            failed
          }
        }
        pages {
          nodes {
            number
            failureRate(team: $team) {
              __typename
              ... on FailureRate {
                answers
                failed
              }
            }
            questions {
              nodes {
                version {
                  prompt
                  failureRate(team: $team) {
                    __typename
                    ... on FailureRate {
                      people
                      answers
                      failed
                      rate
                      expectedRate
                      difficulty
                      discrimination
                      restCorrelation
                      omissions
                      firstQuartileSeconds
                      medianSeconds
                      thirdQuartileSeconds
                      responses {
                        response
                        share
                        lowestThird
                        middleThird
                        highestThird
                      }
                      summary
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);

export const KEYS_AMONG_RESPONSES = graphql(`
  query KitKeysAmongResponses($id: ID!) {
    module(id: $id) {
      current {
        pages {
          nodes {
            questions {
              nodes {
                version {
                  failureRate {
                    ... on FailureRate {
                      responses {
                        response
                        isKey
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);

export const LEARNING_GAIN = graphql(`
  query KitLearningGain($id: ID!, $team: ID, $revision: Int) {
    module(id: $id) {
      learningGain(team: $team, revision: $revision) {
        __typename
        ... on Withheld {
          reason
        }
        ... on LearningGain {
          people
          gain
          low
          high
          hours
          assignedAtRandom
          beyondFormer {
            ...KitComparedFigure
          }
          skills {
            skill {
              id
            }
            people
            answersBefore
            answersAfter
            levelBefore
            levelAfter
            abilityBefore
            abilityAfter
            gain
            low
            high
            gainPerHour
            summary
          }
          summary
        }
      }
    }
  }
`);

export const GAINS_IN_SKILL = graphql(`
  query KitGainsInSkill($id: ID!) {
    skill(id: $id) {
      learningGains {
        module {
          id
        }
        gain
        gainPerHour
      }
    }
  }
`);

export const COMPARE_REVISIONS = graphql(`
  query KitCompareRevisions($id: ID!, $team: ID, $before: Int, $after: Int) {
    module(id: $id) {
      compareRevisions(team: $team, before: $before, after: $after) {
        __typename
        ... on Withheld {
          reason
        }
        ... on RevisionComparison {
          assignedAtRandom
          failureRate {
            ...KitComparedFigure
          }
          ability {
            ...KitComparedFigure
          }
          startedWith {
            ...KitComparedFigure
          }
          dropOffRate {
            ...KitComparedFigure
          }
          summary
        }
      }
    }
  }

  fragment KitComparedFigure on ComparedFigure {
    peopleBefore
    peopleAfter
    before
    after
    difference
    low
    high
    probabilityBetter
    summary
  }
`);
