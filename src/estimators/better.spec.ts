import { betterProbability } from './better';

describe('the probability that the next people do better', () => {
  it('is a half without anybody, and goes to certainty with what people got right', () => {
    const nobody = { people: 0, rightShare: 0 };
    expect(betterProbability(nobody, nobody)).toBeCloseTo(0.5, 12);
    const failed = { people: 10, rightShare: 0 };
    expect(betterProbability(failed, { people: 5, rightShare: 0.8 })).toBeGreaterThan(0.99);
    expect(betterProbability(failed, { people: 5, rightShare: 0 })).toBeLessThan(0.75);
    expect(betterProbability({ people: 100, rightShare: 1 }, { people: 100, rightShare: 0 })).toBeLessThan(
      1e-9,
    );
  });

  it('is that of the exact posteriors within a hundredth', () => {
    // Of 3 right of 10 before and 7 right of 10 after: P(Beta(8, 4) > Beta(4, 8)) by summation.
    const probability = betterProbability({ people: 10, rightShare: 0.3 }, { people: 10, rightShare: 0.7 });
    expect(Math.abs(probability - exactly(8, 4, 4, 8))).toBeLessThan(0.01);
  });
});

/** P(Beta(a, b) > Beta(c, d)) for whole a: Cook (2005), exact calculation of beta inequalities. */
function exactly(a: number, b: number, c: number, d: number): number {
  const beta = (x: number, y: number) => (factorial(x - 1) * factorial(y - 1)) / factorial(x + y - 1);
  return Array.from(
    { length: a },
    (_, i) => beta(c + i, b + d) / ((b + i) * beta(1 + i, b) * beta(c, d)),
  ).reduce((sum, part) => sum + part, 0);
}

function factorial(of: number): number {
  return of <= 1 ? 1 : of * factorial(of - 1);
}
