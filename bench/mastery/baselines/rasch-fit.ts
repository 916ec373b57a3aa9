import type { AnswerLog } from '../../../src/estimators/answer-log';
import { logistic } from '../../../src/estimators/normal';

/** A Rasch model, P(right) = logistic(ability - difficulty), of abilities on a grid. */
export interface RaschFit {
  /** Logits. */
  readonly abilities: Float64Array;
  /** Probability of each ability in a person of whom nothing is known. */
  readonly prior: Float64Array;
  /** Logits, by question. */
  readonly difficulties: Float64Array;
  /** Variance of each difficulty, squared logits. */
  readonly variances: Float64Array;
  /** The difficulty of a question of which nothing is known. */
  readonly usual: { readonly mean: number; readonly variance: number };
}

/** Standard deviations from the mean, fine enough for a person of a few hundred answers. */
const grid = Float64Array.from({ length: 61 }, (_, node) => (node - 30) * 0.15);
const standardPrior = normalized(grid.map((z) => Math.exp((-z * z) / 2)));
const mostRounds = 200;
/** The fit has converged when nothing moves by more than this, logits. */
const settled = 1e-6;
const longestStep = 1;
/** Everybody or every question alike would leave no spread to learn from. */
const smallestVariance = 0.01;

/**
 * Marginal maximum likelihood by the EM algorithm (Bock & Aitkin 1981): abilities are normal with mean 0 and a variance
 * that is estimated; difficulties are normal with a mean and a variance that are estimated too (empirical Bayes, the
 * spread of each difficulty by Laplace's approximation). Where abilities come out with another mean, all difficulties move
 * against it at once (parameter-expanded EM; Liu, Rubin & Wu 1998). A fraction counts as that share of a right answer.
 */
export function fitRasch(log: AnswerLog): RaschFit {
  const questions = log.questionSkills.length;
  const difficulties = new Float64Array(questions);
  const variances = new Float64Array(questions);
  const rightOf = new Float64Array(questions);
  log.question.forEach((asked, i) => (rightOf[asked] = rightOf[asked]! + log.score[i]!));
  const asked = new Float64Array(questions * grid.length);
  let usual = { mean: 0, variance: 1 };
  let deviation = 1;
  for (let round = 0; round < mostRounds; round++) {
    const abilities = grid.map((z) => deviation * z);
    const { mean, square } = expectation(log, abilities, difficulties, asked);
    const next = Math.sqrt(Math.max(smallestVariance, square - mean * mean));
    let moved = Math.abs(next - deviation);
    deviation = next;
    for (let question = 0; question < questions; question++) {
      const here = asked.subarray(question * grid.length, (question + 1) * grid.length);
      let slope = -rightOf[question]! - (difficulties[question]! - usual.mean) / usual.variance;
      let curvature = 1 / usual.variance;
      for (let node = 0; node < here.length; node++) {
        const right = logistic(abilities[node]! - difficulties[question]!);
        slope += here[node]! * right;
        curvature += here[node]! * right * (1 - right);
      }
      const step = Math.max(-longestStep, Math.min(longestStep, slope / curvature));
      difficulties[question] = difficulties[question]! + step - mean;
      variances[question] = 1 / curvature;
      moved = Math.max(moved, Math.abs(step - mean));
    }
    usual = spreadOf(difficulties, variances);
    if (moved < settled) break;
  }
  return { abilities: grid.map((z) => deviation * z), prior: standardPrior, difficulties, variances, usual };
}

/** Spreads everybody over the abilities by their answers, into `asked`; gives the mean of abilities and of their squares. */
function expectation(
  { people, firstOf, question, score }: AnswerLog,
  abilities: Float64Array,
  difficulties: Float64Array,
  asked: Float64Array,
): { mean: number; square: number } {
  const nodes = abilities.length;
  // The log-likelihood of an answer is score (ability - difficulty) - ln(1 + e^(ability - difficulty)).
  const softened = new Float64Array(asked.length);
  for (let row = 0; row < difficulties.length; row++)
    for (let node = 0; node < nodes; node++)
      softened[row * nodes + node] = softplus(abilities[node]! - difficulties[row]!);
  asked.fill(0);
  const weights = new Float64Array(nodes);
  let [means, squares] = [0, 0];
  for (let person = 0; person < people; person++) {
    weights.fill(0);
    let right = 0;
    for (let i = firstOf[person]!; i < firstOf[person + 1]!; i++) {
      const row = question[i]! * nodes;
      right += score[i]!;
      for (let node = 0; node < nodes; node++) weights[node] = weights[node]! - softened[row + node]!;
    }
    let highest = -Infinity;
    for (let node = 0; node < nodes; node++) {
      weights[node] = weights[node]! + right * abilities[node]!;
      highest = Math.max(highest, weights[node]!);
    }
    for (let node = 0; node < nodes; node++)
      weights[node] = standardPrior[node]! * Math.exp(weights[node]! - highest);
    normalized(weights);
    for (let node = 0; node < nodes; node++) {
      means += weights[node]! * abilities[node]!;
      squares += weights[node]! * abilities[node]! ** 2;
    }
    for (let i = firstOf[person]!; i < firstOf[person + 1]!; i++) {
      const row = question[i]! * nodes;
      for (let node = 0; node < nodes; node++) asked[row + node] = asked[row + node]! + weights[node]!;
    }
  }
  return { mean: means / people, square: squares / people };
}

function spreadOf(difficulties: Float64Array, variances: Float64Array): { mean: number; variance: number } {
  const mean = difficulties.reduce((sum, one) => sum + one, 0) / difficulties.length;
  const square = difficulties.reduce((sum, one, q) => sum + (one - mean) ** 2 + variances[q]!, 0);
  return { mean, variance: Math.max(smallestVariance, square / difficulties.length) };
}

function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

/** Scales weights to sum to 1, in place. */
function normalized(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (let node = 0; node < weights.length; node++) weights[node] = weights[node]! / total;
  return weights;
}
