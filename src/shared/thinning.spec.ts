import fc from 'fast-check';
import { thinned, type Place } from './thinning';

const line = fc
  .array(fc.tuple(fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 60 })
  .map((points) => points.sort(([one], [other]) => one - other).map(([x, y]): Place => ({ x, ys: [y] })));

it('keeps the ends and what must be kept, in order, and no more than asked for besides', () => {
  fc.assert(
    fc.property(line, fc.nat(70), fc.array(fc.nat(60)), (places, most, musts) => {
      const mustKeep = (position: number) => musts.includes(position);
      const kept = thinned(places, most, mustKeep);
      expect(kept).toEqual([...new Set(kept)].sort((one, other) => one - other));
      const required = places.flatMap((_, position) =>
        mustKeep(position) || position === 0 || position === places.length - 1 ? [position] : [],
      );
      expect(kept).toEqual(expect.arrayContaining(required));
      expect(kept.length).toBeLessThanOrEqual(Math.max(most, required.length));
    }),
  );
});

it('draws the whole line where there is room, but for what lies on a straight one', () => {
  const places = [0, 1, 2, 3, 4, 5].map((x): Place => ({ x, ys: [x < 3 ? 0 : 1, x / 8] }));
  expect(thinned(places, 6, () => false)).toEqual([0, 2, 3, 5]);
});

it('keeps first what the line would be furthest from without it', () => {
  const places = [0, 0.1, 0, 0.9, 0, 0.2, 0].map((y, x): Place => ({ x, ys: [y] }));
  expect(thinned(places, 3, () => false)).toEqual([0, 3, 6]);
  expect(thinned(places, 4, (position) => position === 1)).toEqual([0, 1, 3, 6]);
});
