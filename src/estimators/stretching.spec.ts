import fc from 'fast-check';
import { leastStretch, mostStretch, stretchOf } from './stretching';

const required = (...probabilities: (number | undefined)[]) =>
  probabilities.map((probability) => ({ importance: 1, probability }));

describe('work that would stretch somebody', () => {
  it('asks for more than they have, and for nothing out of their reach', () => {
    expect(stretchOf(required(0.4, 0.9))).toEqual({ by: [0], fit: 0.65 });
    expect(stretchOf(required(0.7, 0.9))).toBeUndefined();
    expect(stretchOf(required(0.4, 0.2))).toBeUndefined();
    expect(stretchOf([])).toBeUndefined();
  });

  it('is known to, by half of what it requires at least', () => {
    expect(stretchOf(required(0.4, undefined))).toBeDefined();
    expect(stretchOf(required(0.4, undefined, undefined))).toBeUndefined();
    expect(stretchOf(required(undefined))).toBeUndefined();
  });

  it('never has a known requirement below the least, and always one within', () => {
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(share, { maxLength: 6 }), (probabilities) => {
        const stretch = stretchOf(required(...probabilities));
        if (!stretch) return;
        for (const one of probabilities)
          if (one !== undefined) expect(one).toBeGreaterThanOrEqual(leastStretch);
        expect(stretch.by.length).toBeGreaterThan(0);
        for (const at of stretch.by) expect(probabilities[at]).toBeLessThanOrEqual(mostStretch);
      }),
    );
  });
});
