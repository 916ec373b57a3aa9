import type { ProblemRow } from '../diagnosis/problem.store';
import { ProblemNews } from './problem-report.type';
import type { Stretch } from './reported.read';

/** A problem as it stood when a day ended: what happened to it later is left out. */
export function problemAt<Row extends Pick<ProblemRow, 'closedAt' | 'closedBecause'>>(
  row: Row,
  to: number,
): Row {
  return row.closedAt === null || row.closedAt <= to ? row : { ...row, closedAt: null, closedBecause: null };
}

/** What became of a problem on a day in whose course it was open. */
export function newsOfProblem(
  { openedAt, reopenedAt, closedAt }: Pick<ProblemRow, 'openedAt' | 'reopenedAt' | 'closedAt'>,
  { from }: Stretch,
): ProblemNews {
  if (closedAt !== null) return ProblemNews.CLOSED;
  if (openedAt >= from) return ProblemNews.OPENED;
  return reopenedAt !== null && reopenedAt >= from ? ProblemNews.REOPENED : ProblemNews.STILL_OPEN;
}

/** Whether a revision is to solve a problem that is open, and the next people have not shown yet whether it does. */
export function isBeingSolved(
  row: Pick<ProblemRow, 'openedAt' | 'reopenedAt' | 'closedAt' | 'solvedAt'>,
  { to }: Stretch,
): boolean {
  const { openedAt, reopenedAt, closedAt, solvedAt } = row;
  return closedAt === null && solvedAt !== null && solvedAt <= to && solvedAt > (reopenedAt ?? openedAt);
}
