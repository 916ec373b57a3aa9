import fc from 'fast-check';
import { real, size } from '../../test/kit/modelled';
import { logistic } from './normal';
import { respond } from './response';
import type { Gaussian } from './types';

const mean = fc.oneof({ weight: 3, arbitrary: real(-6, 6) }, { weight: 1, arbitrary: real(-1_000, 1_000) });
const variance = fc.oneof({ weight: 3, arbitrary: size(-3, 1) }, { weight: 1, arbitrary: size(-300, 6) });
const discrimination = real(0.2, 4.5);
const guessing = fc.oneof(fc.constant(0), real(0, 0.4));

/** What is believed after the answer: the prior, and the reading that it amounts to. */
function believed(
  prior: Gaussian,
  ...[discrimination, guessing, score]: readonly [number, number, number]
): Gaussian {
  const { surprise, noise } = respond(prior.mean, prior.variance, discrimination, guessing, score);
  if (noise === Infinity) return prior;
  const gain = prior.variance / (prior.variance + noise);
  return { mean: prior.mean + gain * surprise, variance: prior.variance * (1 - gain) };
}

/** Mean and variance of the posterior by a fine sum over the density, and the probability that the score was expected with. */
function summed(
  { mean, variance }: Gaussian,
  ...[discrimination, guessing, score]: readonly [number, number, number]
) {
  let [total, first, second, right] = [0, 0, 0, 0];
  for (let z = -9; z <= 9; z += 1 / 32) {
    const ability = mean + Math.sqrt(variance) * z;
    const probability = guessing + (1 - guessing) * logistic(discrimination * ability);
    const density = Math.exp((-z * z) / 2) / (32 * Math.sqrt(2 * Math.PI));
    right += density * probability;
    const weight = density * probability ** score * (1 - probability) ** (1 - score);
    total += weight;
    first += weight * ability;
    second += weight * ability ** 2;
  }
  const shifted = first / total;
  return { probability: right, posterior: { mean: shifted, variance: second / total - shifted ** 2 } };
}

describe('what is expected of an answer', () => {
  it('is a probability in (0,1), with every figure finite, however extreme the belief and the question', () => {
    fc.assert(
      fc.property(mean, variance, discrimination, guessing, real(0, 1), (...given) => {
        const { probability, surprise, noise, ...logit } = respond(...given);
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThan(1);
        expect([surprise, logit.mean, logit.variance].every(Number.isFinite)).toBe(true);
        expect(noise).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1_000, examples: [[196.77734375, 0.001, 3.7913818359375, 0, 0.704345703125]] },
    );
  });

  it('is the logistic averaged over the belief, from guessing upwards', () => {
    const moderate = real(0.01, 2);
    fc.assert(
      fc.property(real(-4, 4), moderate, real(0.2, 1.4), guessing, (mean, variance, sharpness, guess) => {
        const { probability } = respond(mean, variance, sharpness, guess, 1);
        expect(probability).toBeCloseTo(summed({ mean, variance }, sharpness, guess, 1).probability, 4);
        expect(probability).toBeGreaterThanOrEqual(guess);
      }),
    );
  });

  it('rises with the ability and is the same whatever the score', () => {
    fc.assert(
      fc.property(
        real(-6, 6),
        real(0.01, 4),
        discrimination,
        guessing,
        (mean, variance, sharpness, guess) => {
          const { probability } = respond(mean, variance, sharpness, guess, 1);
          expect(respond(mean + 0.1, variance, sharpness, guess, 0).probability).toBeGreaterThan(probability);
          expect(respond(mean, variance, sharpness, guess, 0.3).probability).toBe(probability);
        },
      ),
    );
  });
});

describe('what an answer shows', () => {
  it('is the mean and variance of the posterior, where these keep the bounds', () => {
    const score = fc.constantFrom(0, 0.5, 1);
    fc.assert(
      fc.property(real(-2, 2), real(0.05, 1.5), real(0.5, 1.5), score, (mean, variance, sharpness, right) => {
        const prior = { mean, variance };
        const { posterior } = summed(prior, sharpness, 0, right);
        fc.pre(variance - posterior.variance <= 2 * Math.abs(posterior.mean - mean));
        const found = believed(prior, sharpness, 0, right);
        expect(found.mean).toBeCloseTo(posterior.mean, 4);
        expect(found.variance).toBeCloseTo(posterior.variance, 4);
      }),
    );
  });

  it('moves the belief up if right and down if wrong, and never widens it, nor narrows it by more than twice that', () => {
    fc.assert(
      fc.property(mean, variance, discrimination, guessing, fc.constantFrom(0, 1), (...given) => {
        const [mean, variance, sharpness, guess, score] = given;
        const prior = { mean, variance };
        const found = believed(prior, sharpness, guess, score);
        const shift = (score === 1 ? 1 : -1) * (found.mean - mean);
        const rounding = 1e-9 * (Math.abs(mean) + variance);
        expect(shift).toBeGreaterThanOrEqual(0);
        expect(found.variance).toBeLessThanOrEqual(variance);
        expect(variance - found.variance).toBeLessThanOrEqual(2 * shift + rounding);
      }),
      { numRuns: 1_000 },
    );
  });

  it('lies between a wrong and a right answer where it is a fraction', () => {
    fc.assert(
      fc.property(
        real(-6, 6),
        real(0.01, 4),
        discrimination,
        real(0, 1),
        (mean, variance, sharpness, score) => {
          const after = (right: number) => believed({ mean, variance }, sharpness, 0, right).mean;
          expect(after(score)).toBeGreaterThanOrEqual(after(0) - 1e-9);
          expect(after(score)).toBeLessThanOrEqual(after(1) + 1e-9);
        },
      ),
    );
  });

  it('is less of a right answer that may have been guessed', () => {
    const prior = { mean: 0, variance: 1 };
    expect(believed(prior, 1, 0.4, 1).mean).toBeLessThan(believed(prior, 1, 0, 1).mean);
  });

  it('is nothing where nothing is left to learn', () => {
    expect(respond(0, 0, 1, 0, 1)).toMatchObject({ surprise: 0, noise: Infinity });
    expect(respond(-1e6, 1, 1, 0, 1)).toMatchObject({ surprise: 0, noise: Infinity });
  });
});
