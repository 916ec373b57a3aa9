import { factored, solvedBy } from './cholesky';

/** What is minimised: a sum over units, given unit by unit, so that the curvature can be estimated from how the terms differ. */
export type Terms = (x: readonly number[]) => Float64Array;

/** A normal prior on one variable: a penalty, in the units of the terms. */
export interface Prior {
  readonly centre: number;
  readonly spread: number;
}

export interface Found {
  readonly x: number[];
  readonly value: number;
}

/** Small enough that one difference is as good a slope as a central one, which takes twice as long. */
const differenceStep = 2e-3;
const smallestStep = 1e-2;
const longestStep = 1.5;

/**
 * Minimises a sum of negative log-likelihoods of independent units under normal priors: Newton steps whose curvature is the
 * sum of outer products of the units' slopes (Berndt, Hall, Hall & Hausman 1974), slopes by forward differences. For smooth
 * functions of up to some twenty variables, each scaled so that a step of 1 is a large one. Stops when an iteration gains
 * less than `tolerance`.
 */
export function minimise(
  terms: Terms,
  priors: readonly Prior[],
  start: readonly number[],
  { iterations, tolerance }: { readonly iterations: number; readonly tolerance: number },
): Found {
  const at = (x: readonly number[]): Evaluated => {
    const there = terms(x);
    return { x: [...x], terms: there, value: there.reduce((sum, term) => sum + term, penalty(x, priors)) };
  };
  let best = at(start);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const found = searchAlong(at, best, stepFrom(terms, priors, best));
    if (found === undefined) break;
    const gained = best.value - found.value;
    best = found;
    if (gained < tolerance) break;
  }
  const { x, value } = best;
  return { x, value };
}

/** A point, with what is summed there. */
interface Evaluated extends Found {
  readonly terms: Float64Array;
}

function penalty(x: readonly number[], priors: readonly Prior[]): number {
  return priors.reduce((sum, { centre, spread }, i) => sum + 0.5 * (((x[i] ?? 0) - centre) / spread) ** 2, 0);
}

/** The step to where the slope would be zero. */
function stepFrom(terms: Terms, priors: readonly Prior[], { x, terms: here }: Evaluated): number[] {
  const slopes = x.map((_, i) => {
    const beside = terms(x.map((part, j) => (j === i ? part + differenceStep : part)));
    return beside.map((term, unit) => (term - (here[unit] ?? 0)) / differenceStep);
  });
  const curvature = slopes.flatMap((left, i) =>
    slopes.map((right, j) => dot(left, right) + (i === j ? 1 / (priors[i]?.spread ?? 1) ** 2 : 0)),
  );
  const downhill = slopes.map((slope, i) => {
    const { centre = 0, spread = 1 } = priors[i] ?? {};
    return -slope.reduce((sum, term) => sum + term, ((x[i] ?? 0) - centre) / spread ** 2);
  });
  const matrix = factored(Float64Array.from(curvature), x.length);
  const step = [...solvedBy(matrix, Float64Array.from(downhill))];
  const longest = Math.max(...step.map(Math.abs));
  return longest > longestStep ? step.map((part) => (part * longestStep) / longest) : step;
}

/** Halves the step until the function is smaller; undefined where no step achieves that. */
function searchAlong(
  at: (x: readonly number[]) => Evaluated,
  from: Evaluated,
  step: readonly number[],
): Evaluated | undefined {
  for (let length = 1; length > smallestStep; length /= 2) {
    const there = at(from.x.map((part, i) => part + length * (step[i] ?? 0)));
    if (there.value < from.value) return there;
  }
  return undefined;
}

function dot(left: Float64Array, right: Float64Array): number {
  return left.reduce((sum, part, i) => sum + part * (right[i] ?? 0), 0);
}
