import { latentRegressionSteps, type AbilityLikelihood, type Regressed } from './latent-regression';
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
 * By how much mean ability rose, of the same people on the same scale of difficulties: the difference of two latent
 * regressions, whose interval counts what each person adds to both together. Undefined of too few.
 */
export function* learningGainSteps(people: readonly Taught[]): Generator<void, LearningGain | undefined> {
  if (people.length < fewestTaught) return undefined;
  const constant = [1];
  const before = yield* latentRegressionSteps(
    people.map((one) => ({ likelihood: one.before, covariates: constant })),
  );
  const after = yield* latentRegressionSteps(
    people.map((one) => ({ likelihood: one.after, covariates: constant })),
  );
  const squares = people.reduce(
    (sum, _, i) => sum + ((after.influences[i]?.[0] ?? 0) - (before.influences[i]?.[0] ?? 0)) ** 2,
    0,
  );
  const variance = (squares * people.length) / (people.length - 1);
  const [from, to] = [before.coefficients[0] ?? NaN, after.coefficients[0] ?? NaN];
  return {
    before: { mean: from, variance: before.residualVariance },
    after: { mean: to, variance: after.residualVariance },
    gain: estimate(to - from, variance),
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
  /** How much higher the ability of those who took the changed way was before: 0 where chance decided who takes which. */
  readonly startedAhead: Estimate;
  /** Mean ability after either way, of people as they are all together. */
  readonly without: GroupAbility;
  readonly changed: GroupAbility;
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
  const apart = yield* latentRegressionSteps(
    people.map((one, i): Regressed => ({ likelihood: one.before, covariates: [1, way[i] ?? 0] })),
  );
  const together = yield* latentRegressionSteps(
    people.map((one): Regressed => ({ likelihood: one.before, covariates: [1] })),
  );
  const mean = together.coefficients[0] ?? 0;
  const ahead = together.abilities.map((one) => one.mean - mean);
  // Where nobody was asked anything before, there is nothing to correct by.
  const isKnown = ahead.some((one) => Math.abs(one) > 1e-6);
  const after = yield* latentRegressionSteps(
    people.map((one, i): Regressed => ({
      likelihood: one.after,
      covariates: isKnown ? [1, way[i] ?? 0, ahead[i] ?? 0] : [1, way[i] ?? 0],
    })),
  );
  const size = isKnown ? 3 : 2;
  const difference = after.coefficients[1] ?? NaN;
  const variance = after.covariance[size + 1] ?? NaN;
  const slope = isKnown ? (after.coefficients[2] ?? 0) : 0;
  const spread =
    after.residualVariance + slope ** 2 * (ahead.reduce((sum, one) => sum + one ** 2, 0) / people.length);
  const without = after.coefficients[0] ?? NaN;
  return {
    difference: estimate(difference, variance),
    probability: normalCdf(difference / Math.sqrt(variance)),
    startedAhead: estimate(apart.coefficients[1] ?? NaN, apart.covariance[3] ?? NaN),
    without: { mean: without, variance: spread },
    changed: { mean: without + difference, variance: spread },
  };
}

function estimate(value: number, variance: number): Estimate {
  const reach = z95 * Math.sqrt(variance);
  return { value, low: value - reach, high: value + reach };
}
