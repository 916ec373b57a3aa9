import { seededUniforms } from '../../src/estimators/random';
import { ordered, quantile } from './ordered';

const bins = 10;
const simulations = 400;

/**
 * Expected calibration error (Naeini, Cooper & Hauskrecht 2015) over bins of equal count: the mean distance between mean
 * score and mean prediction of a bin, weighted by its count.
 */
export function calibrationError(
  scores: Float64Array,
  predicted: Float64Array,
  order = ordered(predicted),
): number {
  const size = order.length;
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    let difference = 0;
    const end = Math.floor(((bin + 1) * size) / bins);
    for (let at = Math.floor((bin * size) / bins); at < end; at++) {
      const index = order[at]!;
      difference += scores[index]! - predicted[index]!;
    }
    error += Math.abs(difference);
  }
  return error / size;
}

/**
 * The calibration error that a perfect model of these predictions stays below 95 times in 100: outcomes are drawn from
 * the predictions themselves, right or wrong. Seeded.
 */
export function perfectCalibrationError(predicted: Float64Array): number {
  const random = seededUniforms(95);
  const order = ordered(predicted);
  const drawn = new Float64Array(predicted.length);
  const errors = Float64Array.from({ length: simulations }, () => {
    for (let i = 0; i < drawn.length; i++) drawn[i] = random() < predicted[i]! ? 1 : 0;
    return calibrationError(drawn, predicted, order);
  });
  return quantile(errors, 0.95);
}
