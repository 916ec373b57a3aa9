import fc from 'fast-check';
import { anyClaim, anyHistory, anyParameters, happen, real, skillNames } from '../../test/kit/modelled';
import { stepAnswer } from './filter';
import { expectedLevel } from './level';
import { gainOf } from './practice';
import { usualParameters } from './parameter-scales';
import { abilityOn, copyOf, newPerson, type PersonState } from './person-state';
import type { Answered, Gaussian, ModelParameters } from './types';

const parameters = fc.oneof(anyParameters, fc.constant(usualParameters));
const references = [-8, -2, 0, 2, 8];
/** Of arithmetic on variances of up to some tens. */
const rounding = 1e-9;

/** What is believed of one skill before and after each answer on it alone, on the day of the answer. */
type Change = readonly [
  before: Gaussian,
  after: Gaussian,
  answered: Omit<Answered, 'day'>,
  /** How far practice and a new sitting may widen the belief. */
  noise: number,
];

function eachChange(
  parameters: ModelParameters,
  history: Parameters<typeof happen>[1],
  check: (...change: Change) => void,
): void {
  happen(parameters, history, (person, { answered }, day) => {
    const [skill, another] = answered?.skills ?? [];
    if (!answered || skill === undefined || another !== undefined) return undefined;
    const ability = () => abilityOn(person, person.skills.get(skill), day, parameters);
    const before = ability();
    const answers = person.skills.get(skill)?.answers ?? 0;
    const drift = answers > 0 ? parameters.skillDriftPerAnswer + parameters.skillDriftPerSitting : 0;
    return () => {
      const gain = gainOf({ answers }, answered.score, parameters);
      const learned = parameters.gainVariance > 0 ? 2 * Math.abs(gain) * Math.max(0, 1 + person.rateMean) : 0;
      check(before, ability(), answered, drift + learned);
    };
  });
}

/** What the mean, and the level against each reference question, rises by. */
function rises(before: Gaussian, after: Gaussian): number[] {
  const levels = references.map(
    (reference) => expectedLevel(after, reference) - expectedLevel(before, reference),
  );
  return [after.mean - before.mean, ...levels];
}

function figuresOf(person: PersonState): number[] {
  const { generalMean, generalVariance, sittingMean, sittingVariance, sittingCovariance, skills } = person;
  const { rateMean, rateVariance, rateWithGeneral, rateWithSitting } = person;
  const own = [...skills.values()].flatMap(
    ({ intercept, generalSlope, sittingSlope, rateSlope, variance }) => [
      ...[intercept, generalSlope, sittingSlope, rateSlope, variance],
    ],
  );
  return [
    ...[generalMean, generalVariance, sittingMean, sittingVariance, sittingCovariance],
    ...[rateMean, rateVariance, rateWithGeneral, rateWithSitting, ...own],
  ];
}

describe('a step, whatever the parameters and whatever went before', () => {
  it('leaves figures that are finite and variances that are none below 0', () => {
    fc.assert(
      fc.property(parameters, anyHistory, (model, history) => {
        happen(model, history, (person) => () => {
          expect(figuresOf(person).filter((figure) => !Number.isFinite(figure))).toEqual([]);
          const { generalVariance, sittingVariance, sittingCovariance, skills } = person;
          expect(Math.min(generalVariance, sittingVariance)).toBeGreaterThanOrEqual(0);
          expect(sittingCovariance ** 2).toBeLessThanOrEqual(
            generalVariance * sittingVariance * (1 + rounding),
          );
          const { rateVariance, rateWithGeneral } = person;
          expect(rateVariance).toBeGreaterThanOrEqual(0);
          expect(rateWithGeneral ** 2).toBeLessThanOrEqual(generalVariance * rateVariance * (1 + rounding));
          for (const { variance } of skills.values()) expect(variance).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('expects each answer with a probability in (0,1), the same whatever its score', () => {
    fc.assert(
      fc.property(parameters, anyHistory, real(0, 1), (model, history, otherwise) => {
        happen(model, history, (person, { answered }, day) => {
          if (!answered) return undefined;
          const expected = (score: number) => stepAnswer(copyOf(person), { ...answered, day, score }, model);
          const { probability } = expected(answered.score);
          expect(probability).toBeGreaterThan(0);
          expect(probability).toBeLessThan(1);
          expect(expected(otherwise).probability).toBe(probability);
          return undefined;
        });
      }),
    );
  });

  it('lowers the level of a skill by no right answer on it, whatever the reference question', () => {
    fc.assert(
      fc.property(parameters, anyHistory, (model, history) => {
        eachChange(model, history, (before, after, { score }) => {
          if (score !== 1) return;
          expect(Math.min(...rises(before, after))).toBeGreaterThanOrEqual(-rounding);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('raises the level of a skill by no wrong answer on it, where practice without success teaches nothing', () => {
    fc.assert(
      fc.property(parameters, anyHistory, (model, history) => {
        const unmoved = { ...model, gainWrong: Math.min(0, model.gainWrong) };
        eachChange(unmoved, history, (before, after, { score }) => {
          if (score !== 0) return;
          expect(Math.max(...rises(before, after))).toBeLessThanOrEqual(rounding);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('widens the belief in a skill by no answer on it but by the noise of practice and of a new sitting', () => {
    fc.assert(
      fc.property(parameters, anyHistory, (model, history) => {
        eachChange(model, history, (before, after, _, noise) => {
          expect(after.variance).toBeLessThanOrEqual(before.variance + noise + rounding);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('widens the belief in general ability by nothing but time', () => {
    fc.assert(
      fc.property(parameters, anyHistory, (model, history) => {
        happen(model, history, (person, _, day) => {
          const before = person.generalVariance;
          const drift = model.generalDriftPerDay * Math.max(0, day - person.day || 0);
          return () =>
            expect(person.generalVariance).toBeLessThanOrEqual(
              Math.max(before, Math.min(before + drift, model.generalVariance)) + rounding,
            );
        });
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a fraction of a right answer between a wrong one and a right one', () => {
    const unpractised = { ...usualParameters, gainRight: 0, gainWrong: 0 };
    const answer = { ...plain, difficulty: 0.5, difficultyVariance: 0.1 };
    fc.assert(
      fc.property(anyHistory, real(0, 1), (history, score) => {
        const person = happen(unpractised, history);
        const after = (right: number): number => {
          const moved = copyOf(person);
          stepAnswer(moved, { ...answer, score: right }, unpractised);
          return abilityOn(moved, moved.skills.get('a'), NaN, unpractised).mean;
        };
        expect(after(score)).toBeGreaterThanOrEqual(after(0) - rounding);
        expect(after(score)).toBeLessThanOrEqual(after(1) + rounding);
      }),
    );
  });
});

const plain: Answered = {
  day: NaN,
  sitting: null,
  question: 0,
  skills: ['a'],
  score: 1,
  attempt: 1,
  difficulty: 0,
  difficultyVariance: 0,
  discrimination: 1,
};

describe('what an answer is expected with', () => {
  const probability = (answer: Partial<Answered>, person = newPerson<string>(usualParameters)): number =>
    stepAnswer(person, { ...plain, ...answer }, usualParameters).probability;

  it('is less for a harder question and more for a second attempt', () => {
    expect(probability({ difficulty: 1 })).toBeLessThan(probability({}));
    expect(probability({ attempt: 2 })).toBeGreaterThan(probability({}));
  });

  it('of a question on two skills lies nearer to the weaker one', () => {
    const person = newPerson<string>(usualParameters);
    for (const [skill, score] of [
      ['a', 1],
      ['b', 0],
    ] as const)
      for (let i = 0; i < 20; i++) stepAnswer(person, { ...plain, skills: [skill], score }, usualParameters);
    const of = (...skills: string[]) => stepAnswer(copyOf(person), { ...plain, skills }, usualParameters);
    expect(of('a', 'b').mean).toBeLessThan((of('a').mean + of('b').mean) / 2);
    expect(of('a', 'b').mean).toBeGreaterThan(of('b').mean);
  });

  it('of a question on no skill goes by general ability', () => {
    const person = newPerson<string>(usualParameters);
    stepAnswer(person, { ...plain, skills: [] }, usualParameters);
    expect(person.generalMean).toBeGreaterThan(0);
    expect(person.skills.size).toBe(0);
  });
});

describe('the same answers', () => {
  const abilityAfter = (sittings: readonly string[]): Gaussian => {
    const person = newPerson<string>(usualParameters);
    for (const sitting of sittings) stepAnswer(person, { ...plain, sitting }, usualParameters);
    return abilityOn(person, person.skills.get('a'), NaN, usualParameters);
  };

  it('say more spread over sittings than in one', () => {
    expect(abilityAfter(['1', '2', '3', '4']).mean).toBeGreaterThan(abilityAfter(['1', '1', '1', '1']).mean);
  });
});

describe('a claim', () => {
  it('moves the skill that it names toward what it states, and neither general ability nor another skill', () => {
    fc.assert(
      fc.property(parameters, anyHistory, anyClaim, (model, history, claim) => {
        const claimed = claim.claimed!;
        let steps = 0;
        happen(model, [...history, claim], (person, _, day) => {
          if (steps++ < history.length) return undefined;
          const before = copyOf(person);
          const abilityIn = (state: PersonState, skill: string) =>
            abilityOn(state, state.skills.get(skill), day, model);
          return () => {
            expect({ ...person, skills: null }).toStrictEqual({ ...before, skills: null });
            for (const skill of skillNames.filter((one) => one !== claimed.skill))
              expect(person.skills.get(skill)).toStrictEqual(before.skills.get(skill));
            const [was, is] = [before, person].map((state) => abilityIn(state, claimed.skill));
            const [low, high] = [was!.mean, claimed.ability].sort((one, other) => one - other);
            expect(is!.mean).toBeGreaterThanOrEqual(low! - rounding);
            expect(is!.mean).toBeLessThanOrEqual(high! + rounding);
            expect(is!.variance).toBeLessThanOrEqual(was!.variance + rounding);
          };
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is to the skill, for every value of general ability, what a reading of its ability is', () => {
    const person = happen(usualParameters, [
      { later: 0, answered: { ...plain, sitting: 'one' } },
      { later: 0, answered: { ...plain, sitting: 'one', score: 0, difficulty: 1 } },
    ]);
    const before = { ...person.skills.get('a')! };
    const claimed = { skill: 'a', day: 0, ability: 1.5, variance: 0.7 };
    const after = happen(usualParameters, [
      { later: 0, answered: { ...plain, sitting: 'one' } },
      { later: 0, answered: { ...plain, sitting: 'one', score: 0, difficulty: 1 } },
      { later: 0, claimed },
    ]).skills.get('a')!;
    for (const [general, sitting] of [
      [0, 0],
      [-2, 0.5],
      [3, -1],
    ] as const) {
      const offset = before.intercept + before.generalSlope * general + before.sittingSlope * sitting;
      const precision = 1 / before.variance + 1 / claimed.variance;
      const expected =
        (offset / before.variance + (claimed.ability - general) / claimed.variance) / precision;
      expect(after.intercept + after.generalSlope * general + after.sittingSlope * sitting).toBeCloseTo(
        expected,
        12,
      );
      expect(after.variance).toBeCloseTo(1 / precision, 12);
    }
  });
});
