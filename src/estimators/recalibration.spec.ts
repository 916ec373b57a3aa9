import fc from 'fast-check';
import { real } from '../../test/kit/modelled';
import { logistic, logit } from './normal';
import { seededUniforms } from './random';
import { fitRecalibration, noRecalibration, recalibrated, type PredictedAnswers } from './recalibration';

const anyRecalibration = fc.record({
  rightSharpness: real(0.2, 4),
  wrongSharpness: real(0.2, 4),
  recalibrationShift: real(-2, 2),
});

/** People whose answers are right with the probability that `truth` gives for what was predicted. */
function people(truth: (probability: number) => number, count: number): PredictedAnswers[] {
  const random = seededUniforms(3);
  return Array.from({ length: count }, () => {
    const probabilities = Array.from({ length: 20 }, () => 0.02 + 0.96 * random());
    return { probabilities, scores: probabilities.map((one) => (random() < truth(one) ? 1 : 0)) };
  });
}

it('keeps probabilities in (0,1) and in their order', () => {
  fc.assert(
    fc.property(anyRecalibration, real(-30, 30), real(0, 5), (recalibration, low, more) => {
      const [one, other] = [logistic(low), logistic(low + more)];
      const [first, second] = [recalibrated(one, recalibration), recalibrated(other, recalibration)];
      expect(first).toBeGreaterThan(0);
      expect(second).toBeLessThan(1);
      expect(second).toBeGreaterThanOrEqual(first);
    }),
  );
});

it('leaves every probability as it is where there is none', () => {
  fc.assert(
    fc.property(real(0.001, 0.999), (probability) => {
      expect(recalibrated(probability, noRecalibration)).toBe(probability);
    }),
  );
});

it('finds where probabilities are too high above and right below', () => {
  const found = fitRecalibration(people((one) => Math.min(one, 0.75), 400));
  expect(recalibrated(0.95, found)).toBeLessThan(0.87);
  expect(Math.abs(recalibrated(0.3, found) - 0.3)).toBeLessThan(0.05);
});

it('stays near to the probabilities where they come true, and with them where there is nobody', () => {
  const found = fitRecalibration(people((one) => one, 400));
  for (const one of [0.1, 0.5, 0.9])
    expect(Math.abs(logit(recalibrated(one, found)) - logit(one))).toBeLessThan(0.2);
  expect(fitRecalibration([])).toEqual(noRecalibration);
});
