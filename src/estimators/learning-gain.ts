import {
  latentRegressionSteps,
  type AbilityLikelihood,
  type LatentRegression,
  type Regressed,
} from './latent-regression';
import { expectedLogistic, normalCdf, z95 } from './normal';

/** What one person's answers before and after some teaching say of their ability. */
export interface Taught {
  readonly before: AbilityLikelihood;
  readonly after: AbilityLikelihood;
}

/** A figure with its central 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Mean ability of a group, logits, and how widely people lie around it. */
export interface GroupAbility {
  readonly mean: number;
  readonly variance: number;
}

export interface LearningGain {
  readonly before: GroupAbility;
  readonly after: GroupAbility;
  /** How much higher mean ability was after it, logits. */
  readonly gain: Estimate;
}

/** Fewer people say nothing of how widely they lie. */
export const fewestTaught = 5;

/**
 * By how much mean ability rose, of the same people on the same scale of difficulties: a latent regression on whether
 * answers are from after it. People lie as widely before as after, so that levels move with abilities; the interval counts
 * what each person adds to both together. Undefined of too few.
 */
export function* learningGainSteps(people: readonly Taught[]): Generator<void, LearningGain | undefined> {
  if (people.length < fewestTaught) return undefined;
  const { coefficients, influences, residualVariance } = yield* latentRegressionSteps(
    people.flatMap((one): Regressed[] => [
      { likelihood: one.before, covariates: [1, 0] },
      { likelihood: one.after, covariates: [1, 1] },
    ]),
  );
  const influenceOf = (row: number): number => influences[row]?.[1] ?? 0;
  const squares = people.reduce((sum, _, i) => sum + (influenceOf(2 * i) + influenceOf(2 * i + 1)) ** 2, 0);
  const [before = NaN, gain = NaN] = coefficients;
  return {
    before: { mean: before, variance: residualVariance },
    after: { mean: before + gain, variance: residualVariance },
    gain: estimate(gain, (squares * people.length) / (people.length - 1)),
  };
}

/** Mean probability of a right answer to a question of some difficulty, over people who lie around a mean. */
export function meanLevel({ mean, variance }: GroupAbility, difficulty: number): number {
  return expectedLogistic(mean - difficulty, variance);
}

export interface TaughtOneWay extends Taught {
  /** Whether they took what is compared with the other. */
  readonly changed: boolean;
}

export interface TaughtTwoWays {
  /** How much higher ability is after the changed way, of people who were equal before, logits. */
  readonly difference: Estimate;
  /** Probability that it is higher at all. */
  readonly probability: number;
  /** Where either began; undefined where nobody was asked anything before. */
  readonly started: Started | undefined;
  /** Mean ability after either way, of people as they are all together. */
  readonly without: GroupAbility;
  readonly changed: GroupAbility;
}

export interface Started {
  /** Mean ability before of those who took either way, logits. */
  readonly without: number;
  readonly changed: number;
  /** How much higher the latter is: about 0 where chance decided who takes which. */
  readonly ahead: Estimate;
}

/**
 * Which of two ways to teach leads further, corrected for who took which: abilities afterwards are regressed on the way
 * taken and on what answers before it show (analysis of covariance, with both abilities latent). Undefined of too few.
 */
export function* taughtTwoWaysSteps(
  people: readonly TaughtOneWay[],
): Generator<void, TaughtTwoWays | undefined> {
  const changed = people.filter((one) => one.changed).length;
  if (changed < fewestTaught || people.length - changed < fewestTaught) return undefined;
  const way = people.map((one) => (one.changed ? 1 : 0));
  const before = yield* latentRegressionSteps(
    people.map((one, i): Regressed => ({ likelihood: one.before, covariates: [1, way[i] ?? 0] })),
  );
  const [from = 0, apart = 0] = before.coefficients;
  const middle = from + (apart * changed) / people.length;
  // What is believed of somebody's ability before hangs on the way taken: without it the correction would fall short.
  const ahead = before.abilities.map(({ mean }) => mean - middle);
  const open = before.abilities.reduce((sum, { variance }) => sum + variance, 0) / people.length;
  // Where nobody was asked anything before, there is nothing to correct by.
  const isKnown = people.some((one) => one.before.some((likelihood) => likelihood < 1));
  const after = yield* latentRegressionSteps(
    people.map((one, i): Regressed => ({
      likelihood: one.after,
      covariates: isKnown ? [1, way[i] ?? 0, ahead[i] ?? 0] : [1, way[i] ?? 0],
    })),
  );
  const [without = NaN, difference = NaN, slope = 0] = after.coefficients;
  // How far the difference hangs on where either began, which is uncertain itself (Murphy & Topel 1985).
  const hangs = isKnown ? (slope * open) / before.residualVariance : 0;
  const squares = people.reduce((sum, _, i) => {
    const [, own = 0] = after.influences[i] ?? [];
    const [, start = 0] = before.influences[i] ?? [];
    return sum + (own - hangs * start) ** 2;
  }, 0);
  const variance = (squares * people.length) / (people.length - after.coefficients.length);
  const spread =
    after.residualVariance + slope ** 2 * (ahead.reduce((sum, one) => sum + one ** 2, 0) / people.length);
  return {
    difference: estimate(difference, variance),
    probability: normalCdf(difference / Math.sqrt(variance)),
    started: isKnown ? started(before) : undefined,
    without: { mean: without, variance: spread },
    changed: { mean: without + difference, variance: spread },
  };
}

function started({ coefficients, covariance }: LatentRegression): Started {
  const [without = NaN, ahead = NaN] = coefficients;
  return { without, changed: without + ahead, ahead: estimate(ahead, covariance[3] ?? NaN) };
}

function estimate(value: number, variance: number): Estimate {
  const reach = z95 * Math.sqrt(variance);
  return { value, low: value - reach, high: value + reach };
}
