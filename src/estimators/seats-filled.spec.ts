import fc from 'fast-check';
import { probabilityOfAtLeast } from './seats-filled';

describe('the probability that at least so many reach a level', () => {
  it('is certain where nobody is needed, and nothing where there are too few', () => {
    expect(probabilityOfAtLeast(0, [])).toBe(1);
    expect(probabilityOfAtLeast(1, [])).toBe(0);
    expect(probabilityOfAtLeast(3, [1, 1])).toBe(0);
    expect(probabilityOfAtLeast(2, [1, 1])).toBe(1);
  });

  it('is the sum over everybody who may reach it, alone or together', () => {
    const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
    const people = fc.array(share, { maxLength: 7 });
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 8 }), (probabilities, needed) => {
        let sum = 0;
        for (let some = 0; some < 2 ** probabilities.length; some++) {
          const isIn = probabilities.map((_, at) => ((some >> at) & 1) === 1);
          if (isIn.filter(Boolean).length < needed) continue;
          sum += probabilities.reduce((product, p, at) => product * (isIn[at] ? p : 1 - p), 1);
        }
        expect(probabilityOfAtLeast(needed, probabilities)).toBeCloseTo(sum, 10);
      }),
    );
  });
});
