import { logistic } from '../../../src/estimators/normal';
import { minimize } from './lbfgs';
import type { SparseRows } from './sparse-rows';

export interface LogisticRegression {
  readonly intercept: number;
  readonly weights: Float64Array;
}

/** Nats of the whole sum of losses, about twice what is left to gain. */
const settled = 1e-6;

/**
 * Logistic regression with a ridge penalty: the weights that minimise the sum of cross-entropies plus half the sum of
 * squared weights, the intercept not penalized (as scikit-learn's LogisticRegression with C = 1). Scores that are
 * fractions are soft labels.
 */
export function fitLogistic(rows: SparseRows, scores: Float64Array): LogisticRegression {
  const { columns } = rows;
  const penalty = 1;
  // Variables are scaled by the largest curvature that they can have, the intercept last: counts then do no harm.
  const scales = new Float64Array(columns + 1).fill(penalty);
  rows.addColumns(scales, new Float64Array(rows.rows).fill(1 / 4), 2);
  scales[columns] = Math.max(1, scores.length / 4);
  scales.forEach((curvature, column) => (scales[column] = Math.sqrt(curvature)));
  const point = minimize(
    (scaled, gradient) => {
      const weights = scaled.map((one, column) => one / scales[column]!);
      const products = rows.times(weights, weights[columns]!);
      let value = 0;
      let residuals = 0;
      for (let row = 0; row < products.length; row++) {
        const product = products[row]!;
        value += Math.max(0, product) + Math.log1p(Math.exp(-Math.abs(product))) - scores[row]! * product;
        products[row] = logistic(product) - scores[row]!;
        residuals += products[row]!;
      }
      gradient.fill(0);
      rows.addColumns(gradient, products);
      for (let column = 0; column < columns; column++) {
        const weight = weights[column]!;
        value += (penalty * weight * weight) / 2;
        gradient[column] = (gradient[column]! + penalty * weight) / scales[column]!;
      }
      gradient[columns] = residuals / scales[columns]!;
      return value;
    },
    columns + 1,
    settled,
  );
  const weights = point.map((one, column) => one / scales[column]!);
  return { intercept: weights[columns]!, weights: weights.subarray(0, columns) };
}

/** The probability of a right answer, by row. */
export function probabilities({ intercept, weights }: LogisticRegression, rows: SparseRows): Float64Array {
  return rows.times(weights, intercept).map(logistic);
}
