import { logChoose } from './log-factorial';
import type { AtRisk } from './survival';

/** A point where more leave than around it. */
export interface StandOut extends AtRisk {
  /** Share, in [0,1], of those at risk at the points around it who left there. */
  readonly around: number;
  /** Probability that so many or more would leave here if it were as around it. */
  readonly probability: number;
}

/** So many points on either side are around one. */
const reach = 3;

/**
 * Points where significantly more leave than at the points around them, of which those that stand out themselves are left
 * out: by the hypergeometric probability of so many (Fisher 1935, exact test, one-sided), false discoveries among all points
 * controlled (Benjamini & Hochberg 1995). Twice: what was found first no longer hides what stands beside it.
 *
 * @param points in their order
 * @param falseShare highest share of false ones to be expected among those that are found
 */
export function standingOut(points: readonly AtRisk[], falseShare: number): StandOut[] {
  const first = foundAmong(points, () => true, falseShare);
  const hides = new Set(first.map(({ at }) => at));
  return foundAmong(points, ({ at }) => !hides.has(at), falseShare);
}

function foundAmong(
  points: readonly AtRisk[],
  counts: (point: AtRisk) => boolean,
  falseShare: number,
): StandOut[] {
  const tested = points.flatMap((point, place): StandOut[] => {
    const beside = [
      ...points.slice(0, place).filter(counts).slice(-reach),
      ...points
        .slice(place + 1)
        .filter(counts)
        .slice(0, reach),
    ];
    const left = beside.reduce((sum, one) => sum + one.left, 0);
    const atRisk = beside.reduce((sum, one) => sum + one.atRisk, 0);
    if (atRisk === 0 || point.atRisk === 0) return [];
    const probability = asManyOrMore(point.left, point.atRisk, left + point.left, atRisk + point.atRisk);
    return [{ ...point, around: left / atRisk, probability }];
  });
  return lowest(tested, falseShare);
}

/** Those with the lowest probabilities, as many as are told with so small a share of false ones to be expected. */
function lowest(tested: readonly StandOut[], falseShare: number): StandOut[] {
  const ordered = tested.map(({ probability }) => probability).sort((left, right) => left - right);
  const bound = ordered.findLast(
    (probability, rank) => probability <= (falseShare * (rank + 1)) / ordered.length,
  );
  return tested.filter(({ probability }) => bound !== undefined && probability <= bound);
}

/** Probability that of `drawn` out of `all`, `marked` of which are marked, so many or more are marked. */
export function asManyOrMore(count: number, drawn: number, marked: number, all: number): number {
  let sum = 0;
  const total = logChoose(all, drawn);
  for (let one = count; one <= Math.min(drawn, marked); one++) {
    if (drawn - one > all - marked) continue;
    sum += Math.exp(logChoose(marked, one) + logChoose(all - marked, drawn - one) - total);
  }
  return Math.min(1, sum);
}
