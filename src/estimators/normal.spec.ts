import fc from 'fast-check';
import { expectedLogistic, logistic, logit, normalCdf, quadrature, z90 } from './normal';

/** Φ(x) = 1/2 + φ(x) Σ x^(2n+1) / (1·3·…·(2n+1)): Abramowitz and Stegun 26.2.11, nothing like the code under test. */
function cdfBySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-18 && n < 500; n++) {
    term *= (x * x) / (2 * n + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI);
}

/** The integral itself, by the trapezoidal rule on a fine grid over ±12 standard deviations. */
function expectedLogisticByGrid(mean: number, variance: number): number {
  const steps = 24_000;
  const width = 24 / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const z = -12 + i * width;
    const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    sum += (density * width) / (1 + Math.exp(-(mean + Math.sqrt(variance) * z)));
  }
  return sum;
}

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('the normal distribution function', () => {
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [-1, 0.158655253931457],
    [1.959963984540054, 0.975],
    [z90, 0.95],
    [-3, 0.00134989803163009],
    [5, 0.999999713348428],
  ])('at %p is %p', (x, probability) => {
    expect(Math.abs(normalCdf(x) - probability)).toBeLessThan(1e-9);
  });

  it('agrees with its series to 1e-14 from -6 to 6', () => {
    for (let x = -6; x <= 6; x += 0.01) expect(Math.abs(normalCdf(x) - cdfBySeries(x))).toBeLessThan(1e-14);
  });

  it('is a probability, falls to 0 and rises to 1', () => {
    expect(normalCdf(-40)).toBe(0);
    expect(normalCdf(40)).toBe(1);
    fc.assert(
      fc.property(real(-40, 40), real(0, 10), (x, more) => {
        expect(normalCdf(x)).toBeGreaterThanOrEqual(0);
        expect(normalCdf(x + more)).toBeGreaterThanOrEqual(normalCdf(x) - 1e-12);
        expect(normalCdf(x + more)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('logistic and logit', () => {
  it('are each other’s inverse', () => {
    fc.assert(
      fc.property(real(-15, 15), (x) => {
        expect(logit(logistic(x))).toBeCloseTo(x, 7);
      }),
    );
    fc.assert(
      fc.property(real(1e-9, 1 - 1e-9), (p) => {
        expect(Math.abs(logistic(logit(p)) - p)).toBeLessThan(1e-14);
      }),
    );
  });

  it('stay finite and in [0,1] far out', () => {
    expect(logistic(-1_000)).toBe(0);
    expect(logistic(1_000)).toBe(1);
  });
});

describe('the quadrature', () => {
  it('gives the moments of the standard normal up to the 40th', () => {
    const moment = (power: number) =>
      quadrature.nodes.reduce((sum, node, i) => sum + quadrature.weights[i]! * node ** power, 0);
    let expected = 1;
    for (let power = 0; power <= 40; power += 2) {
      expect(Math.abs(moment(power) / expected - 1)).toBeLessThan(1e-10);
      expect(Math.abs(moment(power + 1)) / expected).toBeLessThan(1e-6);
      expected *= power + 1;
    }
  });
});

describe('the expected logistic', () => {
  it('is the integral to 1e-4 for variances up to 4', () => {
    for (const variance of [0.01, 0.1, 0.5, 1, 2, 3, 4]) {
      for (let mean = -8; mean <= 8; mean += 0.5) {
        const error = expectedLogistic(mean, variance) - expectedLogisticByGrid(mean, variance);
        expect(Math.abs(error)).toBeLessThan(1e-4);
      }
    }
  });

  it('is one half at 0, mirrors, and rises with the mean', () => {
    fc.assert(
      fc.property(real(-8, 8), real(0.01, 2), real(0, 4), (mean, more, variance) => {
        expect(expectedLogistic(0, variance)).toBeCloseTo(0.5, 12);
        expect(expectedLogistic(mean, variance) + expectedLogistic(-mean, variance)).toBeCloseTo(1, 12);
        expect(expectedLogistic(mean + more, variance)).toBeGreaterThan(expectedLogistic(mean, variance));
      }),
    );
  });

  it('is pulled toward one half by uncertainty', () => {
    expect(expectedLogistic(2, 4)).toBeLessThan(logistic(2));
    expect(expectedLogistic(-2, 4)).toBeGreaterThan(logistic(-2));
    expect(expectedLogistic(2, 0)).toBeCloseTo(logistic(2), 14);
  });
});
