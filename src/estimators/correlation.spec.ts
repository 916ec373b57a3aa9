import { correlation } from './correlation';

describe('a correlation', () => {
  it('is that of a known table', () => {
    // Point-biserial: as R's cor(c(0, 0, 1, 1, 1), c(1, 3, 2, 5, 4)) has it.
    const pairs = [
      [0, 1],
      [0, 3],
      [1, 2],
      [1, 5],
      [1, 4],
    ] as const;
    expect(correlation(pairs)).toBeCloseTo(0.577350269, 9);
  });

  it('is none of a side that does not vary, and of a single pair', () => {
    expect([
      correlation([[1, 2]]),
      correlation([
        [0.1, 1],
        [0.1, 2],
        [0.1, 3],
      ]),
    ]).toEqual([NaN, NaN]);
  });
});
