import { isBeingSolved, newsOfProblem, problemAt } from './problem-news';

const day = { from: 100, to: 200 };
const problem = (openedAt: number, reopenedAt: number | null, closedAt: number | null) =>
  problemAt({ openedAt, reopenedAt, closedAt, closedBecause: null }, day.to);

describe('what became of a problem on a day', () => {
  it.each([
    ['OPENED', 'it was first seen', problem(150, null, null)],
    ['OPENED', 'it was first seen, and closed on a later day', problem(150, null, 250)],
    ['STILL_OPEN', 'it was open before', problem(50, null, null)],
    ['STILL_OPEN', 'it had been seen again before', problem(20, 50, null)],
    ['STILL_OPEN', 'it was closed on a later day', problem(50, null, 250)],
    ['REOPENED', 'it was seen again', problem(50, 150, null)],
    ['CLOSED', 'it was closed', problem(50, null, 150)],
    ['CLOSED', 'it was seen and closed', problem(120, null, 150)],
    ['CLOSED', 'it was closed at the moment of the request', problem(50, null, 200)],
  ])('is %s, where %s', (news, _, row) => {
    expect(newsOfProblem(row, day)).toBe(news);
  });
});

describe('a problem', () => {
  const open = { openedAt: 50, reopenedAt: null, closedAt: null, solvedAt: 150 };

  it('is being solved from the revision that is to solve it on, until the next people show whether it does', () => {
    expect(isBeingSolved(open, day)).toBe(true);
    for (const given of [{ solvedAt: null }, { solvedAt: 250 }, { reopenedAt: 160 }, { closedAt: 170 }])
      expect(isBeingSolved({ ...open, ...given }, day)).toBe(false);
  });
});
