import { seededUniforms } from '../../src/estimators/random';
import { binsOf } from './reliability';

const random = seededUniforms(4);
const predicted = Float64Array.from({ length: 5_000 }, () => random());

it('puts answers into ten bins of equal count, from the least likely to the likeliest', () => {
  const bins = binsOf(new Float64Array(5_000), predicted);
  expect(bins).toHaveLength(10);
  bins.forEach((bin, place) => {
    expect(bin.predicted).toBeCloseTo((place + 0.5) / 10, 1);
    expect(bin.observed).toBe(0);
  });
});

it('has a band that holds the observed share of a perfect model 95 times in 100', () => {
  let [within, all] = [0, 0];
  for (let round = 0; round < 60; round++) {
    const scores = predicted.map((probability) => (random() < probability ? 1 : 0));
    for (const { observed, low, high } of binsOf(scores, predicted)) {
      all++;
      if (observed >= low && observed <= high) within++;
    }
  }
  expect(within / all).toBeGreaterThan(0.93);
  expect(within / all).toBeLessThan(0.97);
});

it('leaves out bins without any answer', () => {
  expect(binsOf(Float64Array.of(1, 0), Float64Array.of(0.6, 0.4))).toHaveLength(2);
  expect(binsOf(new Float64Array(0), new Float64Array(0))).toEqual([]);
});
