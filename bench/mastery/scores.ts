import { calibrationError } from './calibration';
import { ordered } from './ordered';

/** How good predictions are, beside scores in [0,1]; NaN where they cannot be computed. */
export interface Scores {
  /** Probability that a right answer was predicted higher than a wrong one, a tie counting half. */
  readonly auc: number;
  /** Share of answers on whose side of one half the prediction was. */
  readonly accuracy: number;
  /** Mean cross-entropy, nats. */
  readonly logloss: number;
  /** Mean squared error. */
  readonly brier: number;
  /** Expected calibration error over ten bins of equal count. */
  readonly ece: number;
}

/** From here on a score counts as right, and a prediction as one of a right answer. */
export const rightFrom = 0.5;
/** Predictions are kept this far from 0 and 1, so that one of them cannot cost infinitely much. */
const smallestProbability = 1e-9;

export function scoresOf(scores: Float64Array, predicted: Float64Array): Scores {
  const order = ordered(predicted);
  let [hits, losses, squares] = [0, 0, 0];
  scores.forEach((score, index) => {
    const probability = predicted[index]!;
    if (probability >= rightFrom === score >= rightFrom) hits++;
    losses += crossEntropy(score, probability);
    squares += (score - probability) ** 2;
  });
  const size = scores.length;
  return {
    auc: areaUnderCurve(scores, predicted, order),
    accuracy: hits / size,
    logloss: losses / size,
    brier: squares / size,
    ece: calibrationError(scores, predicted, order),
  };
}

/** Cross-entropy of a score under a probability, nats. */
export function crossEntropy(score: number, probability: number): number {
  const kept = Math.min(1 - smallestProbability, Math.max(smallestProbability, probability));
  // Written so that no 0 times a logarithm of 0 arises, and ln(1 - p) keeps its digits near 0.
  return -(score * Math.log(kept) + (1 - score) * Math.log1p(-kept));
}

/**
 * Area under the receiver operating characteristic as the Mann-Whitney statistic by mid-ranks (Hanley & McNeil 1982); NaN
 * where all answers are right or all wrong.
 */
export function areaUnderCurve(
  scores: Float64Array,
  predicted: Float64Array,
  order = ordered(predicted),
): number {
  let [rankSum, right] = [0, 0];
  for (let start = 0; start < order.length;) {
    const value = predicted[order[start]!]!;
    let end = start;
    let rightHere = 0;
    for (; end < order.length; end++) {
      const index = order[end]!;
      if (predicted[index]! > value) break;
      if (scores[index]! >= rightFrom) rightHere++;
    }
    // The mean of the ranks start + 1 … end.
    rankSum += (rightHere * (start + 1 + end)) / 2;
    right += rightHere;
    start = end;
  }
  const wrong = order.length - right;
  return (rankSum - (right * (right + 1)) / 2) / (right * wrong);
}
