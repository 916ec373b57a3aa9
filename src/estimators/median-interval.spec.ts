import { medianBetween } from './median-interval';
import { seededUniforms } from './random';

it('gives the published places', () => {
  // Conover 1999, table A3 at p = 0.5; the same as R's binom.test and DescTools::MedianCI, from 1.
  expect([6, 10, 20, 50].map((values) => medianBetween(values, 0.95))).toEqual([
    { low: 0, high: 5 },
    { low: 1, high: 8 },
    { low: 5, high: 14 },
    { low: 17, high: 32 },
  ]);
  expect(medianBetween(5, 0.95)).toBeUndefined();
  expect(medianBetween(0, 0.95)).toBeUndefined();
});

it('holds the median as often as it says', () => {
  const random = seededUniforms(4);
  let inside = 0;
  for (let round = 0; round < 2_000; round++) {
    const values = Array.from({ length: 25 }, random).sort((left, right) => left - right);
    const { low, high } = medianBetween(25, 0.95)!;
    if (values[low]! <= 0.5 && values[high]! >= 0.5) inside++;
  }
  expect(inside / 2_000).toBeGreaterThanOrEqual(0.94);
});

it('says so of many thousands, too', () => {
  expect(medianBetween(10_000, 0.95)).toEqual({ low: 4_901, high: 5_098 });
});
