import * as fc from 'fast-check';
import { discoveries } from './false-discovery';

it('tells the most probable ones until too many false ones would be among them', () => {
  const found = [0.2, 0.99, 0.9, 0.8, 0.55, 0.99];
  expect(discoveries(found, { least: 0.5, falseShare: 0.1 })).toEqual([false, true, true, true, false, true]);
  expect(discoveries(found, { least: 0.85, falseShare: 0.1 })).toEqual([
    false,
    true,
    true,
    false,
    false,
    true,
  ]);
  expect(discoveries([0.9, 0.7, 0.7], { least: 0.5, falseShare: 0.2 })).toEqual([true, false, false]);
  expect(discoveries([], { least: 0.5, falseShare: 0.1 })).toEqual([]);
});

it('never expects more false ones than are accepted, and tells equal ones alike', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(share, { maxLength: 30 }), share, share, (found, least, falseShare) => {
      const told = discoveries(found, { least, falseShare });
      const of = found.filter((_, i) => told[i]);
      expect(of.reduce((sum, one) => sum + 1 - one, 0)).toBeLessThanOrEqual(falseShare * of.length + 1e-9);
      expect(Math.min(1, ...of)).toBeGreaterThanOrEqual(of.length === 0 ? 0 : least);
      found.forEach((one, i) =>
        found.forEach((other, j) => {
          if (one === other) expect(told[i]).toBe(told[j]);
        }),
      );
    }),
  );
});
