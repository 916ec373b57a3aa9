import { factored, solvedBy } from './cholesky';
import { logistic } from './normal';
import type { Gaussian, QuestionParameters } from './types';

/** Abilities at which everything is computed, logits. */
const grid = Float64Array.from({ length: 81 }, (_, place) => -8 + place / 5);

/** An answer and the question that it is to. */
export interface ScoredAnswer extends QuestionParameters {
  /** In [0,1]. */
  readonly score: number;
}

/** Logarithm of the probability of somebody's answers at each ability of a grid. */
export type AbilityLikelihood = Float64Array;

/**
 * What some answers of one person say of their ability, whatever it was to be expected to be. A question whose difficulty is
 * uncertain shows less: its curve is the flatter (MacKay 1992, Neural Computation 4, 448).
 */
export function abilityLikelihood(answers: readonly ScoredAnswer[], guessing: number): AbilityLikelihood {
  const logs = new Float64Array(grid.length);
  for (const { score, difficulty, difficultyVariance, discrimination } of answers) {
    const slope = discrimination / Math.sqrt(1 + (Math.PI / 8) * discrimination ** 2 * difficultyVariance);
    grid.forEach((ability, point) => {
      const knowing = logistic(slope * (ability - difficulty));
      const right = guessing + (1 - guessing) * knowing;
      const wrong = (1 - guessing) * logistic(-slope * (ability - difficulty));
      logs[point] = (logs[point] ?? 0) + score * Math.log(right) + (1 - score) * Math.log(wrong);
    });
  }
  return logs;
}

/** Somebody whose ability hangs on something. */
export interface Regressed {
  readonly likelihood: AbilityLikelihood;
  /** As many for everybody, a constant among them. */
  readonly covariates: readonly number[];
}

export interface LatentRegression {
  /** By how many logits each covariate raises ability. */
  readonly coefficients: Float64Array;
  /** Of the coefficients, row by row. */
  readonly covariance: Float64Array;
  /** Variance of ability among people alike in their covariates, squared logits. */
  readonly residualVariance: number;
  /** Of everybody what is believed of their ability in the end. */
  readonly abilities: readonly Gaussian[];
  /** Of everybody how much they move each coefficient, row by row: their sum of squares is the covariance that people show. */
  readonly influences: readonly Float64Array[];
}

const mostRounds = 300;
const smallestChange = 1e-6;
const smallestVariance = 1e-3;

/**
 * Regression of abilities that are known by answers alone (latent regression; Mislevy 1984, Psychometrika 49, 359; Adams,
 * Wilson & Wu 1997): marginal maximum likelihood by EM, so that few or hard questions blur a mean and do not bias it. Of
 * the coefficients the observed information is that of Louis (1982). A step for every round.
 */
export function* latentRegressionSteps(people: readonly Regressed[]): Generator<void, LatentRegression> {
  const size = people[0]?.covariates.length ?? 0;
  let coefficients: Float64Array = new Float64Array(size);
  let residualVariance = 1;
  let abilities: Gaussian[] = [];
  const design = crossProducts(people, size, () => 1);
  for (let round = 0; round < mostRounds; round++) {
    abilities = people.map((one) => posterior(one, expectedBy(one, coefficients), residualVariance));
    const means = abilities.map(({ mean }) => mean);
    const next = solvedBy(factored(design, size), weighted(people, size, means));
    const change = next.reduce((most, one, i) => Math.max(most, Math.abs(one - (coefficients[i] ?? 0))), 0);
    const squares = people.reduce((sum, one, i) => {
      const { mean, variance } = abilities[i] ?? { mean: 0, variance: 0 };
      return sum + (mean - expectedBy(one, next)) ** 2 + variance;
    }, 0);
    coefficients = next;
    const variance = Math.max(smallestVariance, squares / people.length);
    const isDone = change < smallestChange && Math.abs(variance - residualVariance) < smallestChange;
    residualVariance = variance;
    if (isDone) break;
    yield;
  }
  abilities = people.map((one) => posterior(one, expectedBy(one, coefficients), residualVariance));
  const information = crossProducts(
    people,
    size,
    (i) => (residualVariance - (abilities[i]?.variance ?? 0)) / residualVariance ** 2,
  );
  const precision = factored(information, size);
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const unit = new Float64Array(size);
    unit[i] = 1;
    covariance.set(solvedBy(precision, unit), i * size);
  }
  const influences = people.map((one, i) => {
    const score = ((abilities[i]?.mean ?? 0) - expectedBy(one, coefficients)) / residualVariance;
    return solvedBy(
      precision,
      Float64Array.from(one.covariates, (value) => value * score),
    );
  });
  return { coefficients, covariance, residualVariance, abilities, influences };
}

function expectedBy({ covariates }: Regressed, coefficients: Float64Array): number {
  return covariates.reduce((sum, value, i) => sum + value * (coefficients[i] ?? 0), 0);
}

function posterior({ likelihood }: Regressed, mean: number, variance: number): Gaussian {
  let highest = -Infinity;
  const logs = grid.map((ability, point) => {
    const log = (likelihood[point] ?? 0) - (ability - mean) ** 2 / (2 * variance);
    if (log > highest) highest = log;
    return log;
  });
  let [total, first, second] = [0, 0, 0];
  logs.forEach((log, point) => {
    const weight = Math.exp(log - highest);
    const ability = grid[point] ?? 0;
    total += weight;
    first += weight * ability;
    second += weight * ability * ability;
  });
  const centre = first / total;
  return { mean: centre, variance: Math.max(0, second / total - centre * centre) };
}

function crossProducts(
  people: readonly Regressed[],
  size: number,
  weightOf: (person: number) => number,
): Float64Array {
  const sums = new Float64Array(size * size);
  people.forEach(({ covariates }, person) => {
    const weight = weightOf(person);
    covariates.forEach((left, i) => {
      covariates.forEach((right, j) => {
        sums[i * size + j] = (sums[i * size + j] ?? 0) + weight * left * right;
      });
    });
  });
  return sums;
}

function weighted(people: readonly Regressed[], size: number, values: readonly number[]): Float64Array {
  const sums = new Float64Array(size);
  people.forEach(({ covariates }, person) => {
    covariates.forEach((covariate, i) => {
      sums[i] = (sums[i] ?? 0) + covariate * (values[person] ?? 0);
    });
  });
  return sums;
}
