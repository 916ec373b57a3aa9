import { factored } from './cholesky';
import { highest, type Concave } from './newton';
import { logistic, logLogistic } from './normal';

export interface NormalPrior {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Logarithm of the probability of some scores under a logistic regression on columns, with normal priors on the weights:
 * Laplace's approximation at the mode (Tierney & Kadane 1986). A score between 0 and 1 counts as that share of a right answer.
 */
export function logisticEvidence(
  columns: readonly Float64Array[],
  scores: Float64Array,
  priors: readonly NormalPrior[],
): number {
  const size = columns.length;
  const start = Float64Array.from(priors, ({ mean }) => mean);
  const { there } = highest((weights) => objectiveAt(columns, scores, priors, weights), start);
  const logPriors = priors.reduce((sum, { variance }) => sum + Math.log(variance), 0);
  return there.value - 0.5 * logPriors - 0.5 * factored(there.curvature, size).logDeterminant;
}

function objectiveAt(
  columns: readonly Float64Array[],
  scores: Float64Array,
  priors: readonly NormalPrior[],
  weights: Float64Array,
): Concave {
  const size = columns.length;
  const slope = new Float64Array(size);
  const curvature = new Float64Array(size * size);
  let value = 0;
  priors.forEach(({ mean, variance }, i) => {
    const off = (weights[i] ?? 0) - mean;
    value -= (off * off) / (2 * variance);
    slope[i] = -off / variance;
    curvature[i * size + i] = 1 / variance;
  });
  scores.forEach((score, row) => {
    const cell = (i: number): number => columns[i]?.[row] ?? 0;
    let logit = 0;
    for (let i = 0; i < size; i++) logit += (weights[i] ?? 0) * cell(i);
    const chance = logistic(logit);
    value += score * logLogistic(logit) + (1 - score) * logLogistic(-logit);
    for (let i = 0; i < size; i++) {
      slope[i] = (slope[i] ?? 0) + (score - chance) * cell(i);
      for (let j = 0; j <= i; j++)
        curvature[i * size + j] = (curvature[i * size + j] ?? 0) + chance * (1 - chance) * cell(i) * cell(j);
    }
  });
  return { value, slope, curvature };
}
