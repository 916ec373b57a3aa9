import { seededUniforms } from '../../src/estimators/random';
import { quantile } from './ordered';

/** Bounds of a central 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const draws = 1_000;

/**
 * Bootstrap by clusters (Efron & Tibshirani 1993, percentile interval): of `clusters` people as many are drawn with
 * replacement, and the statistics are computed again with each person's number of times drawn as weight. Returns the
 * interval of each statistic; draws in which one cannot be computed do not count for it, and where that is all of them
 * its bounds are NaN. Seeded.
 */
export function bootstrapIntervals(
  clusters: number,
  statistics: (weights: Int32Array) => readonly number[],
): Interval[] {
  const random = seededUniforms(1979);
  const weights = new Int32Array(clusters);
  const found: number[][] = [];
  for (let draw = 0; draw < draws; draw++) {
    weights.fill(0);
    for (let i = 0; i < clusters; i++) {
      const drawn = Math.floor(random() * clusters);
      weights[drawn] = weights[drawn]! + 1;
    }
    statistics(weights).forEach((value, index) => {
      const values = (found[index] ??= []);
      if (!Number.isNaN(value)) values.push(value);
    });
  }
  return found.map((values) => {
    const all = Float64Array.from(values);
    return { low: quantile(all, 0.025), high: quantile(all, 0.975) };
  });
}
