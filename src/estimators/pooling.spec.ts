import fc from 'fast-check';
import { anyParameters, powers, real } from '../../test/kit/modelled';
import { fadedBy, pooled } from './pooling';
import type { Gaussian } from './types';

const ability: fc.Arbitrary<Gaussian> = fc.record({ mean: real(-4, 4), variance: powers(-3, 1) });
const abilities = fc.array(ability, { minLength: 1, maxLength: 20 });

it('has the mean and the variance of one of them drawn at random', () => {
  fc.assert(
    fc.property(abilities, (people) => {
      const pool = pooled(people);
      const share = 1 / people.length;
      const mean = people.reduce((sum, one) => sum + share * one.mean, 0);
      const square = people.reduce((sum, one) => sum + share * (one.variance + one.mean ** 2), 0);
      expect(pool.mean).toBeCloseTo(mean, 9);
      expect(pool.variance).toBeCloseTo(square - mean ** 2, 8);
    }),
  );
});

it('is the ability itself of people who are alike', () => {
  expect(pooled(Array(5).fill({ mean: 0.7, variance: 0.3 }))).toEqual({
    mean: expect.closeTo(0.7, 12),
    variance: expect.closeTo(0.3, 12),
    spread: expect.closeTo(0, 12),
  });
});

it('never grows surer with time, nor less sure than people nothing is known of, as far apart as these', () => {
  fc.assert(
    fc.property(
      abilities,
      anyParameters,
      real(-10, 4_000),
      real(0, 400),
      (people, parameters, days, more) => {
        const pool = pooled(people);
        const [sooner, later] = [fadedBy(pool, days, parameters), fadedBy(pool, days + more, parameters)];
        expect(sooner.mean).toBe(pool.mean);
        expect(sooner.variance).toBeGreaterThanOrEqual(pool.variance);
        expect(later.variance).toBeGreaterThanOrEqual(sooner.variance);
        const prior = parameters.generalVariance + parameters.skillVariance + pool.spread;
        expect(later.variance).toBeLessThanOrEqual(Math.max(pool.variance, prior));
      },
    ),
  );
});

it('fades as the model lets a general ability and a skill fade', () => {
  const parameters = fc.sample(anyParameters, 1)[0]!;
  const slow = {
    ...parameters,
    generalVariance: 3,
    skillVariance: 3,
    generalDriftPerDay: 0.01,
    skillDriftPerDay: 0.02,
  };
  expect(fadedBy({ mean: 0, variance: 0.5, spread: 0.1 }, 10, slow).variance).toBeCloseTo(0.8, 12);
});
