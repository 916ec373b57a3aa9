import fc from 'fast-check';
import { real } from '../../test/kit/modelled';
import { minimise, type Terms } from './minimise';
import { logistic } from './normal';
import { seededUniforms } from './random';

const thorough = { iterations: 200, tolerance: 1e-12 };
const loose = { centre: 0, spread: 1e3 };

/** Losses of answers to questions of two known kinds: a logistic regression. */
function regression(weights: readonly number[], size: number): Terms {
  const random = seededUniforms(7);
  const rows = Array.from({ length: size }, () => {
    const columns = weights.map(() => 2 * random() - 1);
    const logit = columns.reduce((sum, column, i) => sum + column * weights[i]!, 0);
    return { columns, right: random() < logistic(logit) };
  });
  return (x) =>
    Float64Array.from(rows, ({ columns, right }) => {
      const logit = columns.reduce((sum, column, i) => sum + column * x[i]!, 0);
      return Math.log1p(Math.exp(right ? -logit : logit));
    });
}

it('finds the most likely mean and spread of a sample', () => {
  const sample = [1.2, 0.4, 2.5, 1.9, 0.7, 1.4];
  const terms: Terms = ([mean = 0, logSpread = 0]) =>
    Float64Array.from(sample, (one) => logSpread + ((one - mean) / Math.exp(logSpread)) ** 2 / 2);
  const { x } = minimise(terms, [loose, loose], [0, 0], thorough);
  const mean = sample.reduce((sum, one) => sum + one, 0) / sample.length;
  const variance = sample.reduce((sum, one) => sum + (one - mean) ** 2, 0) / sample.length;
  expect(x[0]).toBeCloseTo(mean, 2);
  expect(Math.exp(x[1]!) ** 2).toBeCloseTo(variance, 1);
});

it('ends where the slope is none, near to what the units were drawn with, within a few iterations', () => {
  const weights = [1, -2, 0.5];
  const terms = regression(weights, 4_000);
  const priors = weights.map(() => loose);
  const { x, value } = minimise(terms, priors, [0, 0, 0], { iterations: 6, tolerance: 1e-3 });
  x.forEach((part, i) => expect(Math.abs(part - weights[i]!)).toBeLessThan(0.25));
  for (const step of [0.1, -0.1]) {
    for (const i of weights.keys()) {
      const beside = x.map((part, j) => (i === j ? part + step : part));
      expect(terms(beside).reduce((sum, term) => sum + term, 0)).toBeGreaterThan(value);
    }
  }
});

it('draws what the units say nothing of to where its prior has it', () => {
  const terms: Terms = ([known = 0]) => Float64Array.of((known - 1) ** 2, (known - 1.2) ** 2);
  const { x } = minimise(terms, [loose, { centre: 3, spread: 0.5 }], [0, 0], thorough);
  expect(x[0]).toBeCloseTo(1.1, 2);
  expect(x[1]).toBeCloseTo(3, 6);
});

it('never ends higher than it began, however rough the function', () => {
  fc.assert(
    fc.property(fc.array(real(-5, 5), { minLength: 1, maxLength: 4 }), real(0, 30), (start, roughness) => {
      const terms: Terms = (x) => Float64Array.from(x, (part) => Math.abs(part) + Math.sin(roughness * part));
      const at = (x: readonly number[]): number =>
        terms(x).reduce(
          (sum, term) => sum + term,
          x.reduce((sum, part) => sum + 0.5 * part ** 2, 0),
        );
      const priors = start.map(() => ({ centre: 0, spread: 1 }));
      const { x, value } = minimise(terms, priors, start, { iterations: 20, tolerance: 1e-6 });
      expect(value).toBeLessThanOrEqual(at(start) + 1e-9);
      expect(value).toBeCloseTo(at(x), 9);
    }),
  );
});

it('stays where nothing is gained, and where there is nothing to move', () => {
  const flat: Terms = () => Float64Array.of(3);
  const at = [{ centre: 1, spread: 1 }];
  expect(minimise(flat, at, [1], thorough)).toEqual({ x: [1], value: 3 });
  expect(minimise(flat, [], [], thorough)).toEqual({ x: [], value: 3 });
  expect(minimise(flat, at, [4], { iterations: 0, tolerance: 0 })).toEqual({ x: [4], value: 7.5 });
});
