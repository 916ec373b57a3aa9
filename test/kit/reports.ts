import { graphql } from '../generated/gql';

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
        summary
      }
      otherTeams
      teams {
        team {
          name
        }
        overdue
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
