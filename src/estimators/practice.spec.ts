import fc from 'fast-check';
import { anyHistory, anyParameters, happen, powers } from '../../test/kit/modelled';
import { stepAnswer } from './filter';
import { usualParameters } from './parameter-scales';
import { abilityOn, copyOf, newPerson, type PersonState } from './person-state';
import { gainOf, practise } from './practice';
import type { ModelParameters } from './types';

const rounding = 1e-9;
const learning: ModelParameters = { ...usualParameters, gainRight: 0.3, gainWrong: 0.2, gainVariance: 0.5 };

/** Somebody who fails so many questions of a skill, and then answers as many right. */
function afterTurning(answers: number, skill: string, before = newPerson<string>(learning)): PersonState {
  const person = copyOf(before);
  const asked = { ...{ day: NaN, sitting: null, skills: [skill], attempt: 1 }, difficultyVariance: 0 };
  for (let place = 0; place < 2 * answers; place++) {
    const score = place < answers ? 0 : 1;
    stepAnswer(person, { ...asked, question: place, score, difficulty: 0, discrimination: 1 }, learning);
  }
  return person;
}

const meanIn = (person: PersonState, skill: string): number =>
  abilityOn(person, person.skills.get(skill), NaN, learning).mean;

describe('what practice adds to a skill', () => {
  it('moves its mean with the gain or not at all, and its variance no more than twice as far', () => {
    fc.assert(
      fc.property(
        ...[anyParameters, powers(-3, 0.5), anyHistory, fc.constantFrom(0, 1)],
        (anyModel, gainVariance, history, score) => {
          const model = { ...anyModel, gainVariance };
          const person = happen(model, history);
          for (const skill of person.skills.values()) {
            const gain = gainOf(skill, score, model);
            const before = abilityOn(person, skill, NaN, model);
            practise(person, skill, score, model);
            const after = abilityOn(person, skill, NaN, model);
            const moved = gain * Math.max(0, 1 + person.rateMean);
            expect(Math.abs(after.mean - before.mean - moved)).toBeLessThan(rounding);
            expect(Math.abs(after.variance - before.variance)).toBeLessThanOrEqual(
              2 * Math.abs(moved) + rounding,
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the gain alone where everybody learns as fast, and leaves nothing of a learning rate behind', () => {
    fc.assert(
      fc.property(anyParameters, anyHistory, (anyModel, history) => {
        const person = happen({ ...anyModel, gainVariance: 0 }, history);
        const { rateMean, rateVariance, rateWithGeneral, rateWithSitting, skills } = person;
        const slopes = [...skills.values()].map(({ rateSlope }) => rateSlope);
        const rates = [rateMean, rateVariance, rateWithGeneral, rateWithSitting, ...slopes];
        expect(rates.filter((figure) => !Object.is(figure, 0))).toEqual([]);
      }),
    );
  });
});

describe('a learning rate', () => {
  it('is seen in how fast somebody learns, and more surely with every skill', () => {
    const one = afterTurning(8, 'a');
    const two = afterTurning(8, 'b', one);
    expect(one.rateMean).toBeGreaterThan(0);
    expect(two.rateMean).toBeGreaterThan(one.rateMean);
    expect(two.rateVariance).toBeLessThan(one.rateVariance);
  });

  it('makes practice in the next skill add more to whoever learned the last one fast', () => {
    const fast = afterTurning(8, 'a');
    const usual = { ...copyOf(fast), rateMean: 0 };
    const gained = (person: PersonState): number => {
      const before = meanIn(person, 'new');
      practise(person, practisedOnce(person), 1, learning);
      return meanIn(person, 'new') - before;
    };
    expect(gained(fast)).toBeCloseTo((1 + fast.rateMean) * gained(usual), 9);
  });

  it('leaves an answer to say the same of a skill whichever way it came, where nothing was practised', () => {
    const person = newPerson<string>({ ...learning, gainRight: 0, gainWrong: 0 });
    const asked = { ...{ day: NaN, sitting: null, skills: ['a'], attempt: 1 }, difficultyVariance: 0 };
    const idle = { ...learning, gainRight: 0, gainWrong: 0 };
    for (let question = 0; question < 9; question++)
      stepAnswer(person, { ...asked, question, score: 1, difficulty: 0, discrimination: 1 }, idle);
    expect([person.rateMean, person.rateVariance]).toEqual([0, learning.gainVariance]);
  });
});

/** A skill that nothing is known of but that it is one. */
function practisedOnce(person: PersonState): NonNullable<ReturnType<PersonState['skills']['get']>> {
  const fresh = { ...{ intercept: 0, generalSlope: 0, sittingSlope: 0, rateSlope: 0, variance: 0.5 } };
  const skill = { ...fresh, ...{ day: NaN, sitting: 0, answers: 0, claims: 0 } };
  person.skills.set('new', skill);
  return skill;
}
