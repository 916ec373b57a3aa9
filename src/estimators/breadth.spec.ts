import fc from 'fast-check';
import { differentIn, holdersOf, narrowingOf } from './breadth';

const share = fc.integer({ min: 0, max: 100 }).map((per) => per / 100);

describe('those who hold a skill', () => {
  it('are as many as by going through who does and who does not', () => {
    fc.assert(
      fc.property(fc.array(share, { maxLength: 7 }), (probabilities) => {
        let [expected, onlyOne] = [0, 0];
        for (let who = 0; who < 2 ** probabilities.length; who++) {
          const holds = probabilities.map((_, person) => ((who >> person) & 1) === 1);
          const chance = probabilities.reduce((all, one, person) => all * (holds[person] ? one : 1 - one), 1);
          const number = holds.filter(Boolean).length;
          expected += chance * number;
          if (number === 1) onlyOne += chance;
        }
        const found = holdersOf(probabilities);
        expect(found.expected).toBeCloseTo(expected, 9);
        expect(found.onlyOne).toBeCloseTo(onlyOne, 9);
      }),
    );
  });

  it('are gone once as many have left as the bus factor says', () => {
    expect(holdersOf([]).busFactor).toBe(0);
    expect(holdersOf([0.3]).busFactor).toBe(0);
    expect(holdersOf([0.9, 0.1, 0.2]).busFactor).toBe(1);
    expect(holdersOf([0.9, 0.8, 0.1]).busFactor).toBe(2);
    expect(holdersOf([0.4, 0.4]).busFactor).toBe(1);
  });
});

describe('learning that narrows', () => {
  it('has fewer different skills among as many', () => {
    expect(differentIn([1, 1, 1, 1], 2)).toBeCloseTo(2, 9);
    expect(differentIn([4], 3)).toBe(1);
    // Of two of each of two skills, two drawn are alike in a third of all cases.
    expect(differentIn([2, 2], 2)).toBeCloseTo(2 - 1 / 3, 9);
    const narrowed = narrowingOf(
      Array.from({ length: 8 }, (_, person) => ({
        before: ['a', 'b', 'c', 'd', 'e'].map((skill, at) => ((person + at) % 2 ? skill : `${skill}2`)),
        recent: ['a', 'b'],
      })),
    )!;
    expect(narrowed.sample).toBe(16);
    expect(narrowed.recent).toBe(2);
    expect(narrowed.before).toBeGreaterThan(6);
    expect(narrowed.probability).toBe(1);
  });

  it('is not found in less of the same, in the same, or where nothing was learned in a period', () => {
    const all = ['a', 'b', 'c', 'd'];
    const less = Array.from({ length: 12 }, (_, person) => ({ before: all, recent: [all[person % 4]!] }));
    expect(narrowingOf(less)!.probability).toBeLessThan(0.9);
    expect(
      narrowingOf([
        { before: all, recent: all },
        { before: all, recent: all },
      ])!.probability,
    ).toBe(0.5);
    expect(narrowingOf([{ before: all, recent: [] }])).toBeUndefined();
    expect(narrowingOf([])).toBeUndefined();
  });
});
