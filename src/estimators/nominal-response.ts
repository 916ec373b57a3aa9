import { factored, inverseDiagonal } from './cholesky';
import { highest, type Concave } from './newton';

/**
 * How many chose each option at each ability: a table of abilities × options. What is fitted needs no more of the answers,
 * so that a fit takes as long for 2,000 people as for eight.
 */
export interface ChoiceTable {
  readonly abilities: Float64Array;
  readonly options: number;
  /** Row by row, one row an ability. */
  readonly counts: Float64Array;
}

/** Independent normal beliefs about each option's slope and ease before its answers. */
export interface OptionPrior {
  readonly slope: Float64Array;
  readonly slopeVariance: Float64Array;
  readonly ease: Float64Array;
  readonly easeVariance: Float64Array;
  /** Two options that behave alike: normal in the differences of their slopes and of their eases besides. */
  readonly alike?: Alike | undefined;
}

interface Alike {
  readonly options: readonly [number, number];
  readonly slopeVariance: number;
  readonly easeVariance: number;
}

/** What answers say of each option: P(option) is proportional to exp(ease + slope · ability). */
export interface OptionFit {
  readonly slope: Float64Array;
  readonly ease: Float64Array;
  readonly slopeVariance: Float64Array;
  readonly easeVariance: Float64Array;
  /** Logarithm of the probability of the choices, slopes and eases integrated out. */
  readonly logEvidence: number;
}

/**
 * The nominal response model (Bock 1972, Psychometrika 37) with normal priors, fitted to its mode by Newton's method; the
 * evidence by Laplace's approximation (Tierney & Kadane 1986). Only differences between options matter to the choices: the
 * priors fix the rest.
 */
export function fitOptions(table: ChoiceTable, prior: OptionPrior, start?: OptionFit): OptionFit {
  const { options } = table;
  const size = 2 * options;
  const centre = new Float64Array(size);
  const variance = new Float64Array(size);
  centre.set(prior.slope);
  centre.set(prior.ease, options);
  variance.set(prior.slopeVariance);
  variance.set(prior.easeVariance, options);
  const begin = centre.slice();
  if (start) {
    begin.set(start.slope);
    begin.set(start.ease, options);
  }
  const { x, there } = highest(
    (at) => objectiveAt(table, at, { centre, variance, alike: prior.alike }),
    begin,
  );
  const factor = factored(there.curvature, size);
  const spread = inverseDiagonal(factor);
  const logPriors = variance.reduce((sum, part) => sum + Math.log(part), 0) - logOfBeingAlike(prior);
  return {
    slope: x.slice(0, options),
    ease: x.slice(options),
    slopeVariance: spread.slice(0, options),
    easeVariance: spread.slice(options),
    logEvidence: there.value - 0.5 * logPriors - 0.5 * factor.logDeterminant,
  };
}

/** By how much their being alike narrows the prior: the logarithm of the ratio of the determinants of its precision. */
function logOfBeingAlike({ alike, slopeVariance, easeVariance }: OptionPrior): number {
  if (!alike) return 0;
  const [one, other] = alike.options;
  const both = (variances: Float64Array): number => (variances[one] ?? 0) + (variances[other] ?? 0);
  return (
    Math.log1p(both(slopeVariance) / alike.slopeVariance) +
    Math.log1p(both(easeVariance) / alike.easeVariance)
  );
}

interface PriorOfAll {
  readonly centre: Float64Array;
  readonly variance: Float64Array;
  readonly alike: Alike | undefined;
}

function objectiveAt(
  { abilities, options, counts }: ChoiceTable,
  x: Float64Array,
  { centre, variance, alike }: PriorOfAll,
): Concave {
  const size = 2 * options;
  const slope = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  let value = 0;
  for (let i = 0; i < size; i++) {
    const off = (x[i] ?? 0) - (centre[i] ?? 0);
    const precision = 1 / (variance[i] ?? 1);
    value -= 0.5 * off * off * precision;
    slope[i] = -off * precision;
    curvature[i * size + i] = precision;
  }
  if (alike) {
    const [one, other] = alike.options;
    for (const [from, spread] of [
      [0, alike.slopeVariance],
      [options, alike.easeVariance],
    ] as const) {
      const [i, j] = [from + Math.max(one, other), from + Math.min(one, other)];
      const off = (x[i] ?? 0) - (x[j] ?? 0);
      value -= (0.5 * off * off) / spread;
      add(slope, i, -off / spread);
      add(slope, j, off / spread);
      add(curvature, i * size + i, 1 / spread);
      add(curvature, j * size + j, 1 / spread);
      add(curvature, i * size + j, -1 / spread);
    }
  }
  const chances = new Float64Array(options);
  for (let row = 0; row < abilities.length; row++) {
    const ability = abilities[row] ?? 0;
    let people = 0;
    let greatest = -Infinity;
    for (let k = 0; k < options; k++) {
      people += counts[row * options + k] ?? 0;
      const utility = (x[options + k] ?? 0) + (x[k] ?? 0) * ability;
      chances[k] = utility;
      if (utility > greatest) greatest = utility;
    }
    if (people === 0) continue;
    let total = 0;
    for (let k = 0; k < options; k++) total += Math.exp((chances[k] ?? 0) - greatest);
    const logTotal = greatest + Math.log(total);
    for (let k = 0; k < options; k++) {
      const logChance = (chances[k] ?? 0) - logTotal;
      const count = counts[row * options + k] ?? 0;
      value += count * logChance;
      chances[k] = Math.exp(logChance);
      const off = count - people * (chances[k] ?? 0);
      slope[options + k] = (slope[options + k] ?? 0) + off;
      slope[k] = (slope[k] ?? 0) + off * ability;
    }
    for (let k = 0; k < options; k++) {
      for (let l = 0; l <= k; l++) {
        const chance = chances[k] ?? 0;
        const shared = people * ((k === l ? chance : 0) - chance * (chances[l] ?? 0));
        const crossed = shared * ability;
        add(curvature, (options + k) * size + options + l, shared);
        add(curvature, k * size + l, crossed * ability);
        add(curvature, (options + k) * size + l, crossed);
        if (k !== l) add(curvature, (options + l) * size + k, crossed);
      }
    }
  }
  return { value, slope, curvature };
}

function add(sums: Float64Array, index: number, value: number): void {
  sums[index] = (sums[index] ?? 0) + value;
}
