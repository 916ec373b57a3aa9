import { Withheld } from '../disclosure/withheld.type';
import { byNeed } from '../projects/need-order';
import type { NeedRow } from '../request/plans';
import type { GapSupply } from './gap.type';

/** What the order of gaps rests on: what is shown of them, and nothing else. */
export interface Graded {
  readonly need: NeedRow;
  readonly supply: Pick<GapSupply, 'expectedShortfall' | 'coveredProbability'> | Withheld;
}

/**
 * Where most is lacking first, weighted by importance; of equals what is least likely to be covered, then by name. Where that is
 * withheld a gap comes last, by name: its place tells nothing.
 */
export function bySeverity(left: Graded, right: Graded): number {
  const [one, other] = [left.supply, right.supply];
  if (one instanceof Withheld || other instanceof Withheld)
    return (
      Number(one instanceof Withheld) - Number(other instanceof Withheld) || byNeed(left.need, right.need)
    );
  return (
    other.expectedShortfall * right.need.importance - one.expectedShortfall * left.need.importance ||
    one.coveredProbability - other.coveredProbability ||
    byNeed(left.need, right.need)
  );
}
