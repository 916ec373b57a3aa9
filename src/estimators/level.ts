import { expectedLogistic, logistic, logit, normalCdf, z90 } from './normal';
import type { Gaussian } from './types';

/** A level with the central 90 % interval around it, all in [0,1]. */
export interface Level {
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

/** Probability of a right answer to the skill's reference question, and its interval: the logistic of the ability's quantiles. */
export function levelOf(ability: Gaussian, referenceDifficulty: number): Level {
  const centre = ability.mean - referenceDifficulty;
  const reach = z90 * Math.sqrt(ability.variance);
  return {
    level: expectedLevel(ability, referenceDifficulty),
    low: logistic(centre - reach),
    high: logistic(centre + reach),
  };
}

/** The level alone. */
export function expectedLevel({ mean, variance }: Gaussian, referenceDifficulty: number): number {
  return expectedLogistic(mean - referenceDifficulty, variance);
}

/**
 * Probability that a person's true level lies in each of some bands that lie side by side: band k from the k-th level
 * to the next, the last to 1. Levels rise from 0 and stay below 1, so that the probabilities sum to 1.
 */
export function bandProbabilities(
  ability: Gaussian,
  levels: readonly number[],
  referenceDifficulty: number,
): number[] {
  let before = 1;
  // Rounding must not let a higher level seem likelier than a lower one.
  const atLeast = levels.map((level) => {
    if (level > 0) before = Math.min(before, probabilityAtLeast(ability, level, referenceDifficulty));
    return before;
  });
  return atLeast.map((probability, band) => probability - (atLeast[band + 1] ?? 0));
}

/** Simpson's rule takes so many steps, an even number. */
const steps = 64;
/** Further out than so many standard deviations nothing is left. */
const tail = 8;

/** How much of the required level is expected to be missing: E[max(0, required − level)], in [0, required]. */
export function expectedLevelShortfall(
  { mean, variance }: Gaussian,
  requiredLevel: number,
  referenceDifficulty: number,
): number {
  const deviation = Math.sqrt(variance);
  const centre = mean - referenceDifficulty;
  const end = (logit(requiredLevel) - centre) / deviation;
  const from = Math.min(-tail, end - tail);
  const to = Math.min(tail, end);
  const width = (to - from) / steps;
  let sum = 0;
  for (let step = 0; step <= steps; step++) {
    const z = from + step * width;
    const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
    sum += weight * Math.max(0, requiredLevel - logistic(centre + deviation * z)) * Math.exp(-(z ** 2) / 2);
  }
  return (sum * width) / (3 * Math.sqrt(2 * Math.PI));
}

/** The ability whose level is the required one, in (0,1): the threshold that a belief is compared with. */
export function requiredAbility(requiredLevel: number, referenceDifficulty: number): number {
  return logit(requiredLevel) + referenceDifficulty;
}

/** Probability that a person's true level is at least the required one. */
export function probabilityAtLeast(
  ability: Gaussian,
  requiredLevel: number,
  referenceDifficulty: number,
): number {
  return probabilityAbove(ability, requiredAbility(requiredLevel, referenceDifficulty));
}

/** Probability that a person's ability is above a threshold, logits. */
export function probabilityAbove({ mean, variance }: Gaussian, threshold: number): number {
  return normalCdf((mean - threshold) / Math.sqrt(variance));
}
