import { quantile } from './quantiles';

describe('a quantile', () => {
  it.each([
    [0, 1],
    [0.25, 1.75],
    [0.5, 2.5],
    [0.75, 3.25],
    [1, 4],
  ])('of 1, 2, 3, 4 at %d is %d, as R and NumPy have it', (share, value) => {
    expect(quantile([1, 2, 3, 4], share)).toBeCloseTo(value, 12);
  });

  it('of one value is that value, and of none is none', () => {
    expect([quantile([7], 0.25), quantile([], 0.5)]).toEqual([7, NaN]);
  });
});
