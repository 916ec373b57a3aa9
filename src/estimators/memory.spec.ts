import fc from 'fast-check';
import { real } from '../../test/kit/modelled';
import { stepAnswer } from './filter';
import { practisedLevel, recallOf } from './memory';
import { usualParameters } from './parameter-scales';
import { abilityOn, newPerson, type PersonState } from './person-state';
import { respond } from './response';
import type { Answered, ModelParameters } from './types';

/** Nothing happens to a person but what answers show. */
const still: ModelParameters = {
  ...usualParameters,
  ...{ sittingVariance: 0, skillDriftPerAnswer: 0, skillDriftPerSitting: 0, gainRight: 0, gainWrong: 0 },
  ...{ warmUp: 0, repeatEase: 0, repeatVariance: 0, memoryVariance: 0.7 },
};
const remembering: ModelParameters = {
  ...still,
  ...{ memoryDrift: 0.05, memoryGainRight: 0.2, memoryGainWrong: 0.1, recallRight: 2, recallWrong: 1 },
  ...{ forgettingPerAnswer: 0.1, forgettingPerDay: 50 },
};
const asked = (question: number, score: number, day = NaN): Answered => ({
  ...{ day, sitting: null, question, skills: ['a'], score, attempt: 1 },
  ...{ difficulty: 0, difficultyVariance: 0, discrimination: 1 },
});
const ability = (person: PersonState, parameters: ModelParameters) =>
  abilityOn(person, person.skills.get('a'), NaN, parameters);
const answersOf = (answers: readonly Answered[], parameters: ModelParameters): PersonState => {
  const person = newPerson<string>(parameters);
  for (const answer of answers) stepAnswer(person, answer, parameters);
  return person;
};
const chance = (person: PersonState, question: number, parameters: ModelParameters, day = NaN) =>
  stepAnswer(answersAgain(person), asked(question, 1, day), parameters).probability;
const answersAgain = (person: PersonState): PersonState => ({
  ...person,
  skills: new Map([...person.skills].map(([skill, state]) => [skill, { ...state }])),
  memories: new Map(person.memories),
});

describe('what is remembered of a question', () => {
  it('is what an exact filter of the ability and the question finds, its uncertain difficulty with it, where one is answered again and again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 1), { maxLength: 12 }),
        real(0.1, 2),
        real(0, 1),
        (scores, memoryVariance, difficultyVariance) => {
          const parameters = { ...still, memoryVariance };
          const person = newPerson<string>(parameters);
          // Mean and covariance of the ability and of what is known of the question.
          const mean = [0, 0];
          const general = parameters.generalVariance + parameters.skillVariance;
          const own = memoryVariance + difficultyVariance;
          const covariance = [general, 0, own];
          for (const score of scores) {
            const answer = { ...asked(1, score), difficultyVariance };
            const { probability } = stepAnswer(person, answer, parameters);
            const [both, single] = [covariance[0]! + covariance[1]!, covariance[1]! + covariance[2]!];
            const exact = respond(mean[0]! + mean[1]!, both + single, 1, parameters.guessing, score);
            expect(probability).toBeCloseTo(exact.probability, 9);
            const precision = 1 / (both + single + exact.noise);
            mean[0]! += both * precision * exact.surprise;
            mean[1]! += single * precision * exact.surprise;
            covariance[0]! -= both * both * precision;
            covariance[1]! -= both * single * precision;
            covariance[2]! -= single * single * precision;
            expect(ability(person, parameters).mean).toBeCloseTo(mean[0]!, 9);
            expect(ability(person, parameters).variance).toBeCloseTo(covariance[0]!, 9);
          }
        },
      ),
    );
  });

  it('moves what is expected of the same question more than of another on the skill, and than without it', () => {
    const right = answersOf([asked(1, 1)], still);
    const before = chance(newPerson<string>(still), 1, still);
    expect(chance(right, 1, still)).toBeGreaterThan(chance(right, 2, still));
    expect(chance(right, 2, still)).toBeGreaterThan(before);
  });

  it('shows less of the skill with each further answer to one question than answers to different ones do', () => {
    const drilled = answersOf([asked(1, 1), asked(1, 1), asked(1, 1)], still);
    const varied = answersOf([asked(1, 1), asked(2, 1), asked(3, 1)], still);
    expect(ability(drilled, still).mean).toBeLessThan(ability(varied, still).mean);
    expect(ability(drilled, still).variance).toBeGreaterThan(ability(varied, still).variance);
  });

  it('is forgotten with other answers in between, and with time', () => {
    const person = answersOf([asked(1, 0, 10)], remembering);
    const soon = chance(person, 1, remembering, 10);
    expect(soon).toBeGreaterThan(chance(person, 2, remembering, 10));
    expect(chance(person, 1, remembering, 11)).toBeLessThan(soon);
    const later = answersOf([asked(1, 0, 10), asked(2, 0, 10), asked(3, 1, 10)], remembering);
    expect(recallOf(later.memories.get(1)!, 10, later.answers, remembering)).toBeLessThan(
      recallOf(person.memories.get(1)!, 10, person.answers, remembering),
    );
  });

  it('lets what was practised be answered right less and less often with time, down to what lasts', () => {
    const person = answersOf([asked(1, 0, 10), asked(2, 1, 10)], remembering);
    const on = (day: number) =>
      practisedLevel(
        [...person.memories.values()],
        ability(person, remembering),
        0,
        { day, place: person.answers },
        remembering,
      )!;
    expect(on(10)).toBeGreaterThan(on(11));
    expect(on(11)).toBeGreaterThan(on(100));
    expect(on(1e6)).toBeCloseTo(on(1e9), 6);
    expect(practisedLevel([], ability(person, remembering), 0, { day: 10, place: 2 }, remembering)).toBe(
      undefined,
    );
  });

  it('is nothing where the calibration remembers nothing', () => {
    expect(answersOf([asked(1, 1), asked(1, 0)], usualParameters).memories.size).toBe(0);
  });

  it('is kept once for each question, with the first of its skills', () => {
    const both = { ...asked(7, 1), skills: ['a', 'b'] };
    const person = answersOf([both, asked(1, 1), both, both], remembering);
    expect([...person.memories].map(([question, { skill }]) => [question, skill])).toEqual([
      [7, 'a'],
      [1, 'a'],
    ]);
  });
});
