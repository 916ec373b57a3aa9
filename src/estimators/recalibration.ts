import { minimise, type Prior } from './minimise';
import { logistic } from './normal';
import type { ModelParameters } from './types';

export type Recalibration = Pick<ModelParameters, 'rightSharpness' | 'wrongSharpness' | 'recalibrationShift'>;

/** Leaves every probability as it is. */
export const noRecalibration: Recalibration = {
  rightSharpness: 1,
  wrongSharpness: 1,
  recalibrationShift: 0,
};

/**
 * The probability of a right answer, corrected by how often such predictions have come true (beta calibration; Kull, Silva
 * Filho & Flach 2017): logit p' = rightSharpness ln p - wrongSharpness ln(1 - p) + recalibrationShift. The order of
 * predictions stays the same.
 */
export function recalibrated(
  probability: number,
  { rightSharpness, wrongSharpness, recalibrationShift }: Recalibration,
): number {
  if (rightSharpness === 1 && wrongSharpness === 1 && recalibrationShift === 0) return probability;
  const corrected = logistic(
    rightSharpness * Math.log(probability) - wrongSharpness * Math.log1p(-probability) + recalibrationShift,
  );
  return Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, corrected));
}

/** One person's answers: the probabilities that were predicted, and the scores that followed. */
export interface PredictedAnswers {
  readonly probabilities: readonly number[];
  readonly scores: readonly number[];
}

/** Logarithms of both sharpnesses, and the shift: few answers leave probabilities as they are. */
const priors: readonly Prior[] = [
  { centre: 0, spread: 0.3 },
  { centre: 0, spread: 0.3 },
  { centre: 0, spread: 0.2 },
];
const search = { iterations: 15, tolerance: 1e-3 } as const;

/** The recalibration under which the observed scores were likeliest (maximum a posteriori). */
export function fitRecalibration(people: readonly PredictedAnswers[]): Recalibration {
  const { x } = minimise(
    (scaled) => Float64Array.from(people, (person) => loss(person, recalibrationFrom(scaled))),
    priors,
    [0, 0, 0],
    search,
  );
  return recalibrationFrom(x);
}

function recalibrationFrom([right = 0, wrong = 0, shift = 0]: readonly number[]): Recalibration {
  return { rightSharpness: Math.exp(right), wrongSharpness: Math.exp(wrong), recalibrationShift: shift };
}

function loss({ probabilities, scores }: PredictedAnswers, recalibration: Recalibration): number {
  return probabilities.reduce((sum, probability, i) => {
    const corrected = recalibrated(probability, recalibration);
    const score = scores[i] ?? 0;
    return sum - score * Math.log(corrected) - (1 - score) * Math.log1p(-corrected);
  }, 0);
}
