import fc from 'fast-check';
import { fitOf, statusOf } from './fit';

const importance = fc.double({ min: 0.001, max: 1_000, noNaN: true });
const probability = fc.double({ min: 0, max: 1, noNaN: true });
const requirement = fc.record({ importance, probability: fc.option(probability, { nil: undefined }) });

describe('fit', () => {
  it('lies in [0,1], and so does the known share, which bounds it', () => {
    fc.assert(
      fc.property(fc.array(requirement), (requirements) => {
        const { fit, knownShare } = fitOf(requirements);
        expect(fit).toBeGreaterThanOrEqual(0);
        expect(fit).toBeLessThanOrEqual(knownShare + 1e-12);
        expect(knownShare).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('weighs probabilities by importance', () => {
    const { fit, knownShare } = fitOf([
      { importance: 3, probability: 0.8 },
      { importance: 1, probability: 0.4 },
    ]);
    expect(fit).toBeCloseTo(0.7, 12);
    expect(knownShare).toBe(1);
  });

  it('counts only shares of importance: all of it tenfold changes nothing', () => {
    fc.assert(
      fc.property(fc.array(requirement, { minLength: 1 }), (requirements) => {
        const tenfold = requirements.map((one) => ({ ...one, importance: 10 * one.importance }));
        expect(fitOf(tenfold).fit).toBeCloseTo(fitOf(requirements).fit, 9);
      }),
    );
  });

  it('adds 0 for what is unknown, as for a probability of 0, but distinguishes the two', () => {
    const unknown = fitOf([
      { importance: 1, probability: 0.8 },
      { importance: 1, probability: undefined },
    ]);
    const hopeless = fitOf([
      { importance: 1, probability: 0.8 },
      { importance: 1, probability: 0 },
    ]);
    expect(unknown).toEqual({ fit: 0.4, knownShare: 0.5 });
    expect(hopeless).toEqual({ fit: 0.4, knownShare: 1 });
  });

  it('is 0 where nothing is required', () => {
    expect(fitOf([])).toEqual({ fit: 0, knownShare: 0 });
  });
});

describe('the status of a requirement', () => {
  it('is never BELOW where unknown, whatever counts as met', () => {
    fc.assert(
      fc.property(probability, (meetsFrom) => {
        expect(statusOf(undefined, meetsFrom)).toBe('UNKNOWN');
      }),
    );
  });

  it('is MEETS from the bound on', () => {
    expect(statusOf(0.5, 0.5)).toBe('MEETS');
    expect(statusOf(0.4999, 0.5)).toBe('BELOW');
    expect(statusOf(0, 0.5)).toBe('BELOW');
  });
});
