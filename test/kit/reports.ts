import { graphql } from '../generated/gql';

/* What every place shows where people are stuck: the operation below carries it by its name. */
graphql(`
  fragment StuckParts on StuckPlace {
    module {
      name
    }
    page {
      number
    }
    section
    because
    people
    rate
    expectedRate
    problems {
      id
    }
    summary
  }
`);
export const DAILY_REPORT = graphql(`
  query KitDailyReport($date: String) {
    dailyReport(date: $date) {
      date
      timeZone
      from
      to
      summary
      otherModules
      modules {
        module {
          name
        }
        published {
          number
        }
        problems {
          problem {
            id
            verdict
            kind
            closedBecause
            on {
              __typename
            }
          }
          news
          beingSolved
          hoursOpen
          peopleSince
          summary
        }
        stuck {
          ...StuckParts
        }
        failureRate {
          ... on FailureRate {
            people
            rate
          }
        }
        dropOffRate {
          ... on DropOffRate {
            people
            rate
          }
        }
        failureRateBefore {
          ... on FailureRate {
            people
            rate
          }
        }
        summary
      }
      otherTeams
      teams {
        team {
          name
        }
        stuck {
          ...StuckParts
        }
        overdue
        summary
      }
    }
  }
`);

/** What teams lack, and how many people met each problem of modules on the day. */
export const LACKS_AND_PEOPLE = graphql(`
  query KitLacksAndPeople {
    dailyReport {
      modules {
        problems {
          problem {
            id
          }
          peopleSince
        }
      }
      teams {
        team {
          name
        }
        lacks {
          problem {
            on {
              __typename
            }
          }
          news
          peopleSince
          summary
        }
        summary
      }
    }
  }
`);

/** Moves the clock of the API that runs in this process; time goes on from there. */
export function movedClock(): { readonly set: (moment: number) => void; readonly stop: () => void } {
  const now = Date.now.bind(Date);
  let ahead = 0;
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + ahead);
  return {
    set: (moment) => {
      ahead = moment - now();
    },
    stop: () => {
      clock.mockRestore();
    },
  };
}
