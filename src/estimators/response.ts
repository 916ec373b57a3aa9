import { quadrature } from './normal';
import type { Expectation } from './types';

/** What an answer amounts to: a measurement of the logit behind it, with Gaussian noise. */
export interface Reading {
  /** The reading less the mean that was expected, logits. */
  readonly surprise: number;
  /** Variance of its noise, squared logits; Infinity where the answer shows nothing. */
  readonly noise: number;
}

export interface Response extends Omit<Expectation, 'sensitivity'>, Reading {}

/** No smaller share of the variance is taken away; where the mean moves by less than that, the answer shows nothing. */
const smallestShare = 1e-9;

/**
 * Reads an answer whose logit is believed to be Gaussian. P(right) is
 * guessing + (1 - guessing) logistic(discrimination logit) (Birnbaum 1968), and the posterior is replaced by the Gaussian of
 * its mean and variance (assumed density filtering; Opper 1998), computed by quadrature: the reading is the measurement that
 * would have led there. A fraction counts as that share of a right answer.
 *
 * Two bounds keep what must hold. The variance never grows. And it never shrinks by more than twice the shift of the
 * mean: for L = E[logistic] under a Gaussian, dL/dmean = E[s'] and dL/dvariance = E[s'']/2 with |s''| <= s', so that within
 * that bound a right answer never lowers a level, whatever the reference difficulty, nor a wrong one raises it.
 */
export function respond(
  mean: number,
  variance: number,
  discrimination: number,
  guessing: number,
  score: number,
): Response {
  const { nodes, weights } = quadrature;
  const deviation = Math.sqrt(variance);
  const centre = discrimination * mean;
  const spread = discrimination * deviation;
  const knowing = 1 - guessing;
  let probability = 0;
  let total = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] ?? 0;
    const weight = weights[i] ?? 0;
    const logit = centre + spread * node;
    // The smaller of the two is computed by itself: as a difference from 1 it would be lost in rounding.
    const odds = Math.exp(-Math.abs(logit));
    const less = odds / (1 + odds);
    const right = guessing + knowing * (logit > 0 ? 1 - less : less);
    const wrong = knowing * (logit > 0 ? less : 1 - less);
    probability += weight * right;
    const likelihood = score === 1 ? right : score === 0 ? wrong : right ** score * wrong ** (1 - score);
    total += weight * likelihood;
    first += weight * likelihood * node;
    second += weight * likelihood * node * node;
  }
  // Rounding, or what is too likely for a double, must not make it certain.
  probability = Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, probability));
  const expectation = { probability, mean: centre, variance: spread * spread };
  const shift = first / total;
  // Where guessing would widen the belief, the mean moves alone.
  const narrowed = Math.max(smallestShare, 1 - (second / total - shift * shift));
  // Where a score is as good as certain, rounding would take away more than there is.
  const share = Math.min(1, narrowed, (2 * Math.abs(shift)) / deviation);
  if (!(variance > 0 && share >= smallestShare)) return { ...expectation, surprise: 0, noise: Infinity };
  return { ...expectation, surprise: (shift * deviation) / share, noise: variance / share - variance };
}
