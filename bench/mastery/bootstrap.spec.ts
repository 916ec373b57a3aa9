import { seededUniforms } from '../../src/estimators/random';
import { bootstrapIntervals } from './bootstrap';

it('gives a mean of many people the interval of the central limit', () => {
  const random = seededUniforms(5);
  const values = Array.from({ length: 400 }, () => random());
  const [interval] = bootstrapIntervals(400, (weights) => [
    values.reduce((sum, value, person) => sum + value * weights[person]!, 0) / 400,
  ]);
  const mean = values.reduce((sum, value) => sum + value, 0) / 400;
  const error = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / 400;
  expect((interval!.high - mean) / error).toBeCloseTo(1.96, 0);
  expect((mean - interval!.low) / error).toBeCloseTo(1.96, 0);
});

it('draws as many people as there are, each time', () => {
  const intervals = bootstrapIntervals(7, (weights) => [weights.reduce((sum, weight) => sum + weight, 0), 3]);
  expect(intervals).toEqual([
    { low: 7, high: 7 },
    { low: 3, high: 3 },
  ]);
});

it('passes over draws in which a statistic cannot be computed', () => {
  const [sometimes, never] = bootstrapIntervals(2, ([first = 0]) => [first === 1 ? NaN : first, NaN]);
  expect(sometimes).toEqual({ low: 0, high: 2 });
  expect(never).toEqual({ low: NaN, high: NaN });
});
