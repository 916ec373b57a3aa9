import fc from 'fast-check';
import { clusteredShare } from './clustered-share';

describe('a share of trials', () => {
  it('has the interval of Wilson where everybody made one', () => {
    const clusters = Array.from({ length: 20 }, (_, index) => ({ trials: 1, counted: index < 5 ? 1 : 0 }));
    const { share, low, high } = clusteredShare(clusters);
    // Of 5 in 20, as statsmodels' proportion_confint(5, 20, method="wilson") has it.
    expect([share, low, high]).toEqual([0.25, expect.closeTo(0.1118616, 6), expect.closeTo(0.4687, 4)]);
  });

  it('is less certain where the trials of a person resemble each other', () => {
    const alike = Array.from({ length: 10 }, (_, index) => ({ trials: 4, counted: index < 5 ? 4 : 0 }));
    const mixed = Array.from({ length: 10 }, () => ({ trials: 4, counted: 2 }));
    const width = (clusters: typeof alike) => {
      const { low, high } = clusteredShare(clusters);
      return high - low;
    };
    const single = Array.from({ length: 40 }, (_, index) => ({ trials: 1, counted: index < 20 ? 1 : 0 }));
    expect(width(alike)).toBeGreaterThan(1.5 * width(mixed));
    expect(width(mixed)).toBeCloseTo(width(single), 12);
  });

  it('has no interval of one person who made several', () => {
    expect(clusteredShare([{ trials: 3, counted: 1 }]).low).toBeNaN();
  });

  it('lies within its interval, and that within all shares, whatever the trials', () => {
    const cluster = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([trials, part]) => ({ trials, counted: trials * part }));
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 2, maxLength: 30 }), (clusters) => {
        const { share, low, high } = clusteredShare(clusters);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
      }),
    );
  });
});
