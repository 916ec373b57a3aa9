import fc from 'fast-check';
import { anyHistory, anyParameters, happen, powers, real, skillNames } from '../../test/kit/modelled';
import { usualParameters } from './parameter-scales';
import { abilityOn, copyOf, newPerson, type PersonState } from './person-state';
import { advance } from './sitting';

/** Sittings and pauses matter here, and not how far time widens a skill: it widens none. */
const parameters = fc.tuple(anyParameters, powers(-3, 1)).map(([model, sittingVariance]) => ({
  ...model,
  sittingVariance,
  skillDriftPerDay: 0,
  generalDriftPerDay: 0,
}));

/** Mean and variance of a skill's offset, and its covariance with general ability and the learning rate. */
function momentsOf(person: PersonState, skill: string): number[] {
  const { generalMean, generalVariance, sittingMean, sittingCovariance } = person;
  const { rateMean, rateVariance, rateWithGeneral, rateWithSitting } = person;
  const { intercept, generalSlope, sittingSlope, rateSlope, variance } = person.skills.get(skill)!;
  const withGeneral =
    generalSlope * generalVariance + sittingSlope * sittingCovariance + rateSlope * rateWithGeneral;
  const withRate = generalSlope * rateWithGeneral + sittingSlope * rateWithSitting + rateSlope * rateVariance;
  return [
    intercept + generalSlope * generalMean + sittingSlope * sittingMean + rateSlope * rateMean,
    variance + generalSlope * withGeneral + sittingSlope * withSitting(person, skill) + rateSlope * withRate,
    withGeneral,
    withRate,
  ];
}

function withSitting(person: PersonState, skill: string): number {
  const { generalSlope, sittingSlope, rateSlope } = person.skills.get(skill)!;
  return (
    generalSlope * person.sittingCovariance +
    sittingSlope * person.sittingVariance +
    rateSlope * person.rateWithSitting
  );
}

/** Figures of the size of ten, as far as a double has them after some divisions. */
function expectAlike(found: readonly number[], expected: readonly number[]): void {
  const off = found.map((value, i) => Math.abs(value - expected[i]!) / (1 + Math.abs(expected[i]!)));
  expect(Math.max(0, ...off)).toBeLessThan(1e-8);
}

describe('a new sitting', () => {
  it('begins with an effect that nothing is known of, and leaves every skill its mean, variance and covariance with g', () => {
    fc.assert(
      fc.property(parameters, anyHistory, (model, history) => {
        const person = happen(model, history);
        person.sitting = 'the one before';
        const before = copyOf(person);
        advance(person, NaN, 'another one', model);
        const { sittingMean, sittingVariance, sittingCovariance, generalMean, generalVariance } = person;
        expect([sittingMean, sittingVariance, sittingCovariance]).toEqual([0, model.sittingVariance, 0]);
        expect([generalMean, generalVariance]).toEqual([before.generalMean, before.generalVariance]);
        for (const skill of person.skills.keys()) {
          expect(person.skills.get(skill)!.sittingSlope).toBe(0);
          expectAlike(momentsOf(person, skill), momentsOf(before, skill));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('within a sitting', () => {
  it('the effect keeps its share, and every skill its mean, variance and covariance with g, and that share with the effect', () => {
    fc.assert(
      fc.property(parameters, anyHistory, (model, history) => {
        const person = happen(model, history);
        fc.pre(person.sittings > 0);
        const before = copyOf(person);
        const { sittingPersistence: share, sittingVariance: usual } = model;
        advance(person, NaN, person.sitting, model);
        expect(person.sittings).toBe(before.sittings);
        expectAlike(
          [person.sittingMean, person.sittingCovariance, person.sittingVariance],
          [
            share * before.sittingMean,
            share * before.sittingCovariance,
            share ** 2 * before.sittingVariance + (1 - share ** 2) * usual,
          ],
        );
        for (const [skill, { sittingSlope }] of person.skills) {
          expectAlike(momentsOf(person, skill), momentsOf(before, skill));
          if (sittingSlope !== 0)
            expectAlike([withSitting(person, skill)], [share * withSitting(before, skill)]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says of each ability the same as before', () => {
    fc.assert(
      fc.property(
        parameters,
        anyHistory,
        fc.constantFrom('morning', 'evening', null),
        (model, history, next) => {
          const person = happen(model, history);
          const abilities = () =>
            skillNames.flatMap((name) => {
              const { mean, variance } = abilityOn(person, person.skills.get(name), NaN, model);
              return [mean, variance];
            });
          const before = abilities();
          advance(person, NaN, next, model);
          expectAlike(abilities(), before);
        },
      ),
    );
  });
});

describe('a sitting is over', () => {
  const sittingsAfter = (
    ...moments: readonly (readonly [day: number, sitting: string | number | null])[]
  ): number => {
    const person = newPerson<string>(usualParameters);
    for (const [day, sitting] of moments) advance(person, day, sitting, usualParameters);
    return person.sittings;
  };

  it('where the source gives another name, at once and not before', () => {
    expect(sittingsAfter([0, 'a'], [0, 'b'])).toBe(2);
    expect(sittingsAfter([0, 'a'], [9, 'a'])).toBe(1);
    expect(sittingsAfter([0, 0], [0, 1], [0, 1])).toBe(2);
  });

  it('after more than eight hours where one of two answers has no name', () => {
    expect(sittingsAfter([0, null], [7.9 / 24, null], [15.8 / 24, null])).toBe(1);
    expect(sittingsAfter([0, null], [8.1 / 24, null])).toBe(2);
    expect(sittingsAfter([0, 'a'], [0.1, null], [0.2, 'b'])).toBe(1);
    expect(sittingsAfter([0, 'a'], [1, null])).toBe(2);
  });

  it('by no pause that is not known', () => {
    expect(sittingsAfter([NaN, null], [5, null], [NaN, null])).toBe(1);
    expect(sittingsAfter([5, null], [NaN, null], [9, null])).toBe(2);
  });
});

it('an effect without any variance, or that g explains wholly, does no harm', () => {
  fc.assert(
    fc.property(anyParameters, anyHistory, real(0.01, 1), (model, history, sittingPersistence) => {
      const person = happen({ ...model, sittingVariance: 0, sittingPersistence }, history);
      for (const { intercept, variance } of person.skills.values())
        expect([intercept, variance].every(Number.isFinite)).toBe(true);
    }),
  );
});
