import type { AnswerLog } from '../../../src/estimators/answer-log';
import { expectedLogistic } from '../../../src/estimators/normal';
import type { Predictor } from '../predictor';
import { fitRasch } from './rasch-fit';

/**
 * A Rasch model with one ability per person, fitted by marginal maximum likelihood. A new person's answer is predicted by
 * the mean over the abilities' distribution given their earlier answers (expected a posteriori; Bock & Mislevy 1982), and
 * over the uncertainty of the difficulty.
 */
export function fitIrt(train: AnswerLog): Predictor {
  const { abilities, prior, difficulties, variances, usual } = fitRasch(train);
  const nodes = abilities.length;
  const known = difficulties.length;
  // Probability of a right answer at each ability, of each question; in the last row of one never met.
  const right = new Float64Array((known + 1) * nodes);
  for (let question = 0; question <= known; question++) {
    const mean = difficulties[question] ?? usual.mean;
    const variance = variances[question] ?? usual.variance;
    for (let node = 0; node < nodes; node++)
      right[question * nodes + node] = expectedLogistic(abilities[node]! - mean, variance);
  }
  return {
    predict({ people, firstOf, question, score }) {
      const predicted = new Float64Array(question.length);
      const weights = new Float64Array(nodes);
      for (let person = 0; person < people; person++) {
        weights.set(prior);
        for (let i = firstOf[person]!; i < firstOf[person + 1]!; i++) {
          predicted[i] = answered(weights, right, Math.min(question[i]!, known) * nodes, score[i]!);
        }
      }
      return predicted;
    },
  };
}

/** The probability of a right answer under these weights, to the question of this row; they then learn the score. */
function answered(weights: Float64Array, right: Float64Array, row: number, score: number): number {
  let probability = 0;
  let total = 0;
  for (let node = 0; node < weights.length; node++) {
    const here = right[row + node]!;
    probability += weights[node]! * here;
    const likelihood =
      score === 1 ? here : score === 0 ? 1 - here : here ** score * (1 - here) ** (1 - score);
    const weight = weights[node]! * likelihood;
    weights[node] = weight;
    total += weight;
  }
  for (let node = 0; node < weights.length; node++) weights[node] = weights[node]! / total;
  return probability;
}
