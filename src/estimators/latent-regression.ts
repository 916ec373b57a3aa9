import { factored, solvedBy, type Factored } from './cholesky';
import { logistic } from './normal';
import type { Gaussian, QuestionParameters } from './types';

/** Abilities at which everything is computed, logits. */
const grid = Float64Array.from({ length: 49 }, (_, place) => -8 + place / 3);

/** An answer and the question that it is to. */
export interface ScoredAnswer extends QuestionParameters {
  /** In [0,1]. */
  readonly score: number;
}

/** Probability of somebody's answers at each ability of a grid, beside that where it is highest. */
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
  const highest = logs.reduce((most, log) => Math.max(most, log), -Infinity);
  return logs.map((log) => Math.exp(log - highest));
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

const mostRounds = 60;
const smallestChange = 1e-6;
const smallestVariance = 0.02;
const largestStretch = 10;

/**
 * Regression of abilities that are known by answers alone (latent regression; Mislevy 1984, Psychometrika 49, 359; Adams,
 * Wilson & Wu 1997): marginal maximum likelihood, so that few or hard questions blur a mean and do not bias it. Steps are
 * those of EM, stretched by how much of each figure the answers leave open (Louis 1982, whose information is that of the
 * coefficients, too). A step for every round.
 */
export function* latentRegressionSteps(people: readonly Regressed[]): Generator<void, LatentRegression> {
  const size = people[0]?.covariates.length ?? 0;
  let coefficients: Float64Array = new Float64Array(size);
  let residualVariance = 1;
  for (let round = 0; round < mostRounds; round++) {
    const fit = fitAt(people, coefficients, residualVariance);
    const move = solvedBy(fit.precision, fit.slope);
    const longest = move.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    const share = Math.min(1, 1 / Math.max(longest, 1e-12));
    coefficients = coefficients.map((one, i) => one + share * (move[i] ?? 0));
    const [squares, shown] = fit.abilities.reduce(
      ([sum, open], { variance }, i) => [
        sum + (fit.surprises[i] ?? 0) ** 2 + variance,
        open + (1 - variance / residualVariance) ** 2,
      ],
      [0, 0],
    );
    const stretch = Math.min(largestStretch, people.length / Math.max(shown, 1e-12));
    const aim = residualVariance + stretch * (squares / people.length - residualVariance);
    const before = residualVariance;
    residualVariance = Math.max(smallestVariance, before / 2, Math.min(2 * before, aim));
    yield;
    if (longest < smallestChange && Math.abs(residualVariance - before) < smallestChange) break;
  }
  const { abilities, surprises, precision } = fitAt(people, coefficients, residualVariance);
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const unit = new Float64Array(size);
    unit[i] = 1;
    covariance.set(solvedBy(precision, unit), i * size);
  }
  const influences = people.map(({ covariates }, i) =>
    solvedBy(
      precision,
      Float64Array.from(covariates, (value) => (value * (surprises[i] ?? 0)) / residualVariance),
    ),
  );
  return { coefficients, covariance, residualVariance, abilities, influences };
}

interface Fit {
  readonly abilities: Gaussian[];
  /** Of everybody how much higher their ability is than their covariates say. */
  readonly surprises: number[];
  readonly slope: Float64Array;
  readonly precision: Factored;
}

function fitAt(people: readonly Regressed[], coefficients: Float64Array, residualVariance: number): Fit {
  const size = coefficients.length;
  const slope = new Float64Array(size);
  const information = new Float64Array(size * size);
  const surprises: number[] = [];
  const abilities = people.map((one) => {
    const { covariates } = one;
    const expected = expectedBy(one, coefficients);
    const ability = posterior(one, expected, residualVariance);
    const surprise = ability.mean - expected;
    surprises.push(surprise);
    const weight = Math.max(0, residualVariance - ability.variance) / residualVariance ** 2;
    for (let i = 0; i < size; i++) {
      const left = covariates[i] ?? 0;
      slope[i] = (slope[i] ?? 0) + (left * surprise) / residualVariance;
      for (let j = 0; j < size; j++) {
        const place = i * size + j;
        information[place] = (information[place] ?? 0) + weight * left * (covariates[j] ?? 0);
      }
    }
    return ability;
  });
  return { abilities, surprises, slope, precision: factored(information, size) };
}

function expectedBy({ covariates }: Regressed, coefficients: Float64Array): number {
  return covariates.reduce((sum, value, i) => sum + value * (coefficients[i] ?? 0), 0);
}

function posterior({ likelihood }: Regressed, mean: number, variance: number): Gaussian {
  let [total, first, second] = [0, 0, 0];
  for (let point = 0; point < grid.length; point++) {
    const ability = grid[point] ?? 0;
    const weight =
      (likelihood[point] ?? 0) * Math.exp((-(ability - mean) * (ability - mean)) / (2 * variance));
    total += weight;
    first += weight * ability;
    second += weight * ability * ability;
  }
  // Where nothing that the answers allow is near, what was expected stands.
  if (!(total > 0)) return { mean, variance };
  const centre = first / total;
  return { mean: centre, variance: Math.max(0, second / total - centre * centre) };
}
