import { normalCdf } from './normal';

/** Of so many people the share that got something right. */
export interface RightOfPeople {
  readonly people: number;
  /** In [0,1]. */
  readonly rightShare: number;
}

/**
 * Probability that the share of right answers behind `after` is higher than that behind `before`: both have a Beta(1,1)
 * prior, and their posteriors are taken as normal (Gelman et al. 2013, Bayesian Data Analysis, section 2.4).
 */
export function betterProbability(before: RightOfPeople, after: RightOfPeople): number {
  const [was, is] = [posterior(before), posterior(after)];
  return normalCdf((is.mean - was.mean) / Math.sqrt(is.variance + was.variance));
}

function posterior({ people, rightShare }: RightOfPeople): { mean: number; variance: number } {
  const mean = (people * rightShare + 1) / (people + 2);
  return { mean, variance: (mean * (1 - mean)) / (people + 3) };
}
