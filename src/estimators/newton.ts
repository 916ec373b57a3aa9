import { factored, solvedBy } from './cholesky';

/** A concave function at one place. */
export interface Concave {
  readonly value: number;
  /** Uphill. */
  readonly slope: Float64Array;
  /** Second derivatives of its negative, row by row; the lower triangle is read. */
  readonly curvature: Float64Array;
}

const mostSteps = 40;
const longestStep = 2;
const smallestStep = 1e-7;
const smallestShare = 1e-3;

/** Where a concave function is highest: Newton's method, with shorter steps where a whole one would go down. */
export function highest(
  at: (x: Float64Array) => Concave,
  start: Float64Array,
): { readonly x: Float64Array; readonly there: Concave } {
  let x = start;
  let here = at(x);
  for (let step = 0; step < mostSteps; step++) {
    const move = solvedBy(factored(here.curvature, x.length), here.slope);
    const longest = move.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    let share = longestStep / Math.max(longest, longestStep);
    let next = x;
    let there = here;
    do {
      const length = share;
      next = x.map((part, i) => part + length * (move[i] ?? 0));
      there = at(next);
      share /= 2;
    } while (there.value < here.value && share > smallestShare);
    if (there.value < here.value) break;
    x = next;
    here = there;
    if (longest < smallestStep) break;
  }
  return { x, there: here };
}
