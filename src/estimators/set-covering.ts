import type { Highs } from 'highs';
import { completeGreedily, CoveringSearch, type Covering } from './covering-search';
import { type CoveringProblem, CoveringState } from './covering-state';
import { Relaxation } from './linear-program';
import { seededUniforms } from './random';

/** How many coverings are completed at prices near the best, before the search. */
const starts = 40;

/**
 * The cheapest columns that cover each row as often as it needs; undefined where none do. The prices of the linear
 * relaxation, which HiGHS finds, give the first bound: columns that it shows to be too dear are left out, which leaves a
 * tenth of them or so to search. At the deadline (on the clock of `performance`) the best found and what is proven of it.
 */
export function cheapestCovering(
  highs: Highs,
  problem: CoveringProblem,
  deadline: number,
): Covering | undefined {
  const state = new CoveringState(problem);
  if (state.needs.some((need, row) => need > (state.free[row] ?? 0))) return undefined;
  const priced = pricesOf(highs, problem, deadline);
  const first = completeGreedily(state, addsAt(priced.prices, problem));
  if (!first) return undefined;
  const grain = grainOf(problem.costs);
  const promising = columnsWithin(problem, priced, first.value, grain);
  const start = bestStart(partOf(problem, promising), priced.prices);
  const better =
    start && start.value < first.value
      ? { chosen: start.chosen.map((place) => promising[place] ?? 0), value: start.value }
      : first;
  const left = columnsWithin(problem, priced, better.value, grain);
  const search = new CoveringSearch(
    partOf(problem, left),
    { chosen: [], value: better.value },
    grain,
    deadline,
  );
  const found = search.run(priced.prices);
  const chosen = found.value < better.value ? found.chosen.map((place) => left[place] ?? 0) : better.chosen;
  const bound = upToGrain(Math.max(found.bound, priced.bound), grain);
  return { chosen, value: found.value, bound: Math.min(found.value, bound) };
}

interface Priced {
  /** By row. */
  readonly prices: Float64Array;
  /** No covering costs less. */
  readonly bound: number;
}

/** What each column costs beyond the prices of its rows. */
function addsAt(prices: Float64Array, { costs, rowsOf }: CoveringProblem): Float64Array {
  return Float64Array.from(costs, (cost, column) =>
    (rowsOf[column] ?? []).reduce((left, row) => left - (prices[row] ?? 0), cost),
  );
}

/** Columns that may be in a covering that costs less than a known one. */
function columnsWithin(
  problem: CoveringProblem,
  { prices, bound }: Priced,
  known: number,
  grain: number,
): number[] {
  const dear = known - grain * (1 - 1e-6);
  return [...addsAt(prices, problem)].flatMap((added, column) =>
    added > 0 && bound + added > dear ? [] : [column],
  );
}

function partOf({ costs, rowsOf, needs }: CoveringProblem, columns: readonly number[]): CoveringProblem {
  return {
    costs: columns.map((column) => costs[column] ?? 0),
    rowsOf: columns.map((column) => rowsOf[column] ?? []),
    needs,
  };
}

/** What covering each row once more costs in the linear relaxation, and what all of it costs at the least. */
function pricesOf(highs: Highs, problem: CoveringProblem, deadline: number): Priced {
  const { costs, rowsOf, needs } = problem;
  const columnsOf = needs.map((): number[] => []);
  rowsOf.forEach((rows, column) => {
    for (const row of rows) columnsOf[row]?.push(column);
  });
  const relaxation = new Relaxation(highs, {
    costs,
    lower: costs.map(() => 0),
    upper: costs.map(() => 1),
    rows: needs.map((need, row) => {
      const columns = columnsOf[row] ?? [];
      return { lower: need, upper: Infinity, columns, values: columns.map(() => 1) };
    }),
  });
  try {
    const solved = relaxation.solve((deadline - performance.now()) / 2_000);
    const prices = solved?.prices.map((price) => Math.max(0, price)) ?? new Float64Array(needs.length);
    return { prices, bound: boundAt(prices, problem) };
  } finally {
    relaxation.close();
  }
}

/** The Lagrangian bound, which holds at any prices, however exactly they were found. */
function boundAt(prices: Float64Array, problem: CoveringProblem): number {
  const { needs } = problem;
  const rows = needs.reduce((sum, need, row) => sum + need * (prices[row] ?? 0), 0);
  return addsAt(prices, problem).reduce((sum, added) => sum + Math.min(0, added), rows);
}

/** The best of some coverings that were completed greedily at prices near the given ones. */
function bestStart(
  problem: CoveringProblem,
  prices: Float64Array,
): { chosen: number[]; value: number } | undefined {
  const random = seededUniforms(1);
  const state = new CoveringState(problem);
  let best: { chosen: number[]; value: number } | undefined;
  for (let start = 0; start < starts; start++) {
    const near = prices.map((price) => price * (0.75 + 0.5 * random()));
    const completed = completeGreedily(state, addsAt(near, problem));
    if (completed && (!best || completed.value < best.value)) best = completed;
  }
  return best;
}

/** What costs at least a bound costs the next multiple of the grain: sums of multiples are multiples. */
export function upToGrain(bound: number, grain: number): number {
  return grain > 0 ? Math.ceil(bound / grain - 1e-6) * grain : bound;
}

/** The largest of some usual steps that all costs are multiples of; 0 where there is none. */
export function grainOf(costs: readonly number[]): number {
  for (const parts of [1, 10, 100, 1_000]) {
    const scaled = costs.map((cost) => cost * parts);
    if (scaled.every((cost) => Math.abs(cost - Math.round(cost)) < 1e-9 * Math.max(1, cost)))
      return scaled.reduce((divisor, cost) => greatestCommonDivisor(divisor, Math.round(cost)), 0) / parts;
  }
  return 0;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
