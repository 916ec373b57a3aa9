import type { Queries } from '../../graph/driver/statement';
import { setDoubt } from '../deciding/doubt.store';
import type { StandingProblem } from './problem-changes';
import { ClosedBecause } from './problem.type';
import { Verdict } from './verdict.type';

/**
 * Has answers to these versions count less as far as a problem of theirs is open. One that the next version of its question
 * has solved stays in doubt: the answers to it were given all the same. Gives whether anything is read otherwise now.
 */
export async function doubtBy(
  tx: Queries,
  versions: readonly string[],
  standing: readonly StandingProblem[],
): Promise<boolean> {
  const doubted = new Set(standing.filter(castsDoubt).map(({ subject }) => subject.key));
  const otherwise = [
    ...(await setDoubt(
      tx,
      versions.filter((version) => doubted.has(version)),
      true,
    )),
    ...(await setDoubt(
      tx,
      versions.filter((version) => !doubted.has(version)),
      false,
    )),
  ];
  return otherwise.length > 0;
}

function castsDoubt({ verdict, subject, closedAt, closedBecause, watchedOn }: StandingProblem): boolean {
  if (verdict !== Verdict.CONTENT_PROBLEM || subject.type !== 'QuestionVersion') return false;
  return closedAt === null || (closedBecause === ClosedBecause.SOLVED && watchedOn !== subject.key);
}
