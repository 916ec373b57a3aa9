import fc from 'fast-check';
import {
  bandProbabilities,
  expectedLevelShortfall,
  levelOf,
  probabilityAtLeast,
  requiredAbility,
} from './level';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const belief = fc.record({ mean: real(-4, 4), variance: real(0.1, 4) });

describe('a level', () => {
  it('lies in [0,1] and within its interval', () => {
    fc.assert(
      fc.property(belief, real(-4, 4), (ability, reference) => {
        const { level, low, high } = levelOf(ability, reference);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThan(level);
        expect(level).toBeLessThan(high);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is one half where ability and reference difficulty are equal', () => {
    expect(levelOf({ mean: 1.5, variance: 2 }, 1.5).level).toBeCloseTo(0.5, 12);
  });

  it('has an interval that the true level leaves with probability 0.05 on each side', () => {
    fc.assert(
      fc.property(belief, real(-4, 4), (ability, reference) => {
        const { low, high } = levelOf(ability, reference);
        expect(probabilityAtLeast(ability, low, reference)).toBeCloseTo(0.95, 6);
        expect(probabilityAtLeast(ability, high, reference)).toBeCloseTo(0.05, 6);
      }),
    );
  });
});

describe('the probabilities of bands', () => {
  const froms = fc
    .uniqueArray(real(0.001, 0.999), { maxLength: 6 })
    .map((some) => [0, ...some.sort((one, other) => one - other)]);

  it('are none below 0 and sum to 1, whatever the bands', () => {
    fc.assert(
      fc.property(fc.record({ mean: real(-40, 40), variance: real(1e-6, 4) }), froms, (ability, levels) => {
        const bands = bandProbabilities(ability, levels, 0);
        expect(Math.min(...bands)).toBeGreaterThanOrEqual(0);
        expect(bands.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('add up from a band upwards to the probability that its level is reached', () => {
    fc.assert(
      fc.property(belief, froms, real(-4, 4), (ability, levels, reference) => {
        const bands = bandProbabilities(ability, levels, reference);
        levels.slice(1).forEach((level, index) => {
          const above = bands.slice(index + 1).reduce((sum, one) => sum + one, 0);
          expect(above).toBeCloseTo(probabilityAtLeast(ability, level, reference), 9);
        });
      }),
    );
  });
});

describe('the probability that a level is reached', () => {
  it('is one half where the mean ability is the required one', () => {
    fc.assert(
      fc.property(real(0.01, 0.99), real(-4, 4), real(0.1, 4), (required, reference, variance) => {
        const ability = { mean: requiredAbility(required, reference), variance };
        expect(probabilityAtLeast(ability, required, reference)).toBeCloseTo(0.5, 9);
      }),
    );
  });

  it('falls as more is required and rises with ability', () => {
    fc.assert(
      fc.property(belief, real(-4, 4), real(0.01, 0.9), (ability, reference, required) => {
        const here = probabilityAtLeast(ability, required, reference);
        expect(probabilityAtLeast(ability, required + 0.05, reference)).toBeLessThanOrEqual(here);
        const better = { ...ability, mean: ability.mean + 0.5 };
        expect(probabilityAtLeast(better, required, reference)).toBeGreaterThanOrEqual(here);
      }),
    );
  });
});

describe('what is expected to be missing of a required level', () => {
  it('is the probability of being below each level, added up to the required one', () => {
    fc.assert(
      fc.property(belief, real(0.05, 0.95), real(-4, 4), (ability, required, reference) => {
        const parts = 2_000;
        let sum = 0;
        for (let part = 0; part < parts; part++) {
          const level = ((part + 0.5) / parts) * required;
          sum += (1 - probabilityAtLeast(ability, level, reference)) * (required / parts);
        }
        expect(expectedLevelShortfall(ability, required, reference)).toBeCloseTo(sum, 4);
      }),
      { numRuns: 30 },
    );
  });

  it('is nearly all that a certain level is short of, and nothing where it is not', () => {
    const certain = (level: number) => ({ mean: requiredAbility(level, 0.5), variance: 1e-6 });
    expect(expectedLevelShortfall(certain(0.4), 0.7, 0.5)).toBeCloseTo(0.3, 4);
    expect(expectedLevelShortfall(certain(0.8), 0.7, 0.5)).toBeCloseTo(0, 9);
  });
});
