import fc from 'fast-check';
import { secondsByBin, segmentsOf, shareSeen, type Segment } from './seconds-seen';

describe('seconds seen of a video', () => {
  it('fall into stretches of five seconds, the last of which may be shorter', () => {
    expect(secondsByBin([{ from: 0, to: 12 }], 12)).toEqual([5, 5, 2]);
    expect(secondsByBin([{ from: 3, to: 6 }], 10)).toEqual([2, 1]);
    expect(secondsByBin([], 11)).toEqual([0, 0, 0]);
  });

  it('count twice where they were watched twice, which adds nothing to the share that was seen', () => {
    const twice = [
      { from: 0, to: 5 },
      { from: 2, to: 7 },
    ];
    expect(secondsByBin(twice, 10)).toEqual([8, 2]);
    expect(shareSeen(twice, 10)).toBeCloseTo(0.7);
  });

  it('end with the video, whatever a player reports', () => {
    expect(secondsByBin([{ from: 8, to: 14 }], 10)).toEqual([0, 2]);
    expect(shareSeen([{ from: 0, to: 14 }], 10)).toBe(1);
    expect(shareSeen([{ from: 0, to: 1 }], 0)).toBe(0);
  });

  it('sum up to what was played, and share and bins agree', () => {
    const second = fc.integer({ min: 0, max: 600 }).map((tenths) => tenths / 10);
    const segment = fc.tuple(second, second).map(([one, other]) => ({
      from: Math.min(one, other),
      to: Math.max(one, other),
    }));
    fc.assert(
      fc.property(fc.array(segment), (segments: Segment[]) => {
        const bins = secondsByBin(segments, 60);
        const played = segments.reduce((sum, { from, to }) => sum + to - from, 0);
        expect(bins.reduce((sum, seconds) => sum + seconds, 0)).toBeCloseTo(played, 6);
        const share = shareSeen(segments, 60);
        expect(share).toBeLessThanOrEqual(Math.min(1, played / 60) + 1e-9);
        const most = bins.reduce((sum, seconds) => sum + Math.min(5, seconds), 0);
        expect(share * 60).toBeLessThanOrEqual(most + 1e-6);
        expect(segmentsOf(segments.flatMap(({ from, to }) => [from, to]))).toEqual(segments);
      }),
    );
  });
});
