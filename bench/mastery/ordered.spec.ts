import { ordered, quantile } from './ordered';

test('values are ordered from the lowest, equal ones as they came', () => {
  expect([...ordered(Float64Array.of(0.5, 0.1, 0.5, 0.1, 0.9))]).toEqual([1, 3, 0, 2, 4]);
});

test('quantiles lie between the order statistics', () => {
  const values = Float64Array.of(4, 1, 3, 2);
  expect([0, 0.5, 0.9, 1].map((share) => quantile(values, share))).toEqual([1, 2.5, 3.7, 4]);
  expect(quantile(Float64Array.of(7), 0.3)).toBe(7);
  expect(quantile(new Float64Array(), 0.5)).toBeNaN();
});
