import { widened } from './person-state';
import type { Gaussian, ModelParameters } from './types';

/** What several people's abilities come to as one: the Gaussian that stands for each of them. */
export interface Pooled extends Gaussian {
  /** Of the variance the part by which their means differ, squared logits: time adds nothing to it. */
  readonly spread: number;
}

/**
 * The Gaussian with the mean and the variance of one of them drawn at random: the mean of the means, and the mean of the
 * variances with the variance of the means (law of total variance; West 1993, Approximating posterior distributions by
 * mixtures, calls it collapsing). At least one is needed.
 */
export function pooled(abilities: readonly Gaussian[]): Pooled {
  const mean = meanOf(abilities.map((one) => one.mean));
  const spread = meanOf(abilities.map((one) => (one.mean - mean) ** 2));
  return { mean, variance: meanOf(abilities.map(({ variance }) => variance)) + spread, spread };
}

/** What it is so many days later: certainty fades for each of them, up to where somebody new starts. */
export function fadedBy(pool: Pooled, days: number, parameters: ModelParameters): Gaussian {
  const { generalVariance, skillVariance, generalDriftPerDay, skillDriftPerDay } = parameters;
  const widest = generalVariance + skillVariance + pool.spread;
  const more = Math.max(0, days) * (generalDriftPerDay + skillDriftPerDay);
  return { mean: pool.mean, variance: widened(pool.variance, more, widest) };
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
