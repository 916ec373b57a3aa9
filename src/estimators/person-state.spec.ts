import fc from 'fast-check';
import { anyHistory, anyParameters, happen, real, size, skillNames } from '../../test/kit/modelled';
import { abilityOn, copyOf, elapsed, newPerson, widened } from './person-state';

const rounding = 1e-9;

describe('the ability in a skill', () => {
  it('is the prior of somebody who has shown nothing', () => {
    fc.assert(
      fc.property(anyParameters, real(-100, 100), (model, day) => {
        const { generalMean, generalVariance, skillVariance } = model;
        expect(abilityOn(newPerson(model), undefined, day, model)).toEqual({
          mean: generalMean,
          variance: generalVariance + skillVariance,
        });
      }),
    );
  });

  it('keeps its mean as time goes by, and grows less certain, never beyond the prior by more than before', () => {
    fc.assert(
      fc.property(anyParameters, anyHistory, real(0, 2_000), real(0, 2_000), (model, history, one, other) => {
        const person = happen(model, history);
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)];
        for (const name of skillNames) {
          const skill = person.skills.get(name);
          const last = Math.max(...[person.day, skill?.day ?? 0].map((day) => day || 0));
          const [now, soon, late] = [0, sooner, later].map((days) =>
            abilityOn(person, skill, last + days, model),
          );
          expect(Math.max(Math.abs(soon!.mean - now!.mean), Math.abs(late!.mean - now!.mean))).toBe(0);
          expect(soon!.variance).toBeGreaterThanOrEqual(now!.variance);
          expect(late!.variance).toBeGreaterThanOrEqual(soon!.variance);
        }
      }),
    );
  });

  it('is read from a state that reading leaves as it was', () => {
    fc.assert(
      fc.property(anyParameters, anyHistory, (model, history) => {
        const person = happen(model, history);
        const before = copyOf(person);
        for (const name of skillNames) abilityOn(person, person.skills.get(name), 500, model);
        expect(person).toStrictEqual(before);
      }),
    );
  });

  it('is certain enough that its variance is above 0', () => {
    fc.assert(
      fc.property(anyParameters, anyHistory, (model, history) => {
        const person = happen(model, history);
        for (const name of skillNames)
          expect(abilityOn(person, person.skills.get(name), NaN, model).variance).toBeGreaterThan(0);
      }),
    );
  });
});

it('a copy moves apart from the person', () => {
  fc.assert(
    fc.property(anyParameters, anyHistory, (model, history) => {
      const person = happen(model, history);
      const [copy, kept] = [copyOf(person), copyOf(person)];
      copy.generalMean += 1;
      for (const skill of copy.skills.values()) skill.intercept += 1;
      copy.skills.delete('a');
      expect(person).toStrictEqual(kept);
    }),
  );
});

it('a variance widens by what is added, up to the widest, and never shrinks', () => {
  fc.assert(
    fc.property(size(-6, 1), size(-6, 1), size(-6, 1), (variance, more, widest) => {
      const found = widened(variance, more, widest);
      expect(found).toBeGreaterThanOrEqual(variance);
      expect(found).toBeLessThanOrEqual(variance + more);
      expect(found).toBeLessThanOrEqual(Math.max(variance, widest) + rounding);
      if (variance + more <= widest) expect(found).toBe(variance + more);
    }),
  );
  expect(widened(0.3, 0, 0.1)).toBe(0.3);
});

it('no time has passed backwards, or between moments of which one is not known', () => {
  expect([elapsed(1, 3), elapsed(3, 1), elapsed(NaN, 1), elapsed(1, NaN)]).toEqual([2, 0, 0, 0]);
});
