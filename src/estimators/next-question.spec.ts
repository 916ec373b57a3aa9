import fc from 'fast-check';
import { stepAnswer } from './filter';
import { foldInto, type FoldItem } from './fold';
import { levelOf } from './level';
import { prospectOf, settlingOf, withoutPractice, type Asking } from './next-question';
import { usualParameters } from './parameter-scales';
import { abilityOn, copyOf, newPerson, type PersonState } from './person-state';
import { seededUniforms } from './random';
import type { Answered } from './types';

const today = 40;
const question = fc.record({
  question: fc.nat(5),
  skills: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
  difficulty: fc.double({ min: -3, max: 3, noNaN: true }),
  difficultyVariance: fc.constantFrom(0, 0.5),
  discrimination: fc.double({ min: 0.5, max: 1.8, noNaN: true }),
  attempt: fc.integer({ min: 1, max: 2 }),
});
const earlier = fc.array(
  fc.record({
    question,
    day: fc.nat(today),
    score: fc.constantFrom(0, 1),
    sitting: fc.constantFrom('x', null),
  }),
  { maxLength: 12 },
);
const anyPerson = earlier.map((answers): PersonState => {
  const person = newPerson<string>(usualParameters);
  const items = [...answers]
    .sort((one, other) => one.day - other.day)
    .map(({ question: asked, day, score, sitting }, index): FoldItem => {
      const answered: Answered = { ...asked, day, score, sitting };
      return { at: day, attempt: 1, id: String(index), answered };
    });
  foldInto(person, items, usualParameters);
  return person;
});
const asking = question.map((asked): Asking => ({ ...asked, day: today, sitting: null }));
const plain = (given: Partial<Asking> = {}): Asking => ({
  ...{ day: today, sitting: null, question: 99, skills: ['a'], attempt: 1 },
  ...{ difficulty: 0, difficultyVariance: 0, discrimination: 1 },
  ...given,
});
const prospectIn = (person: PersonState, asked: Asking) => prospectOf(person, 'a', 0, asked, usualParameters);
const variance = (person: PersonState) =>
  abilityOn(person, person.skills.get('a'), today, usualParameters).variance;

describe('what asking a question can be expected to bring', () => {
  it('is what the filter itself gives for the two answers, weighed by how likely they are', () => {
    fc.assert(
      fc.property(anyPerson, asking, (person, asked) => {
        const still = withoutPractice(usualParameters);
        const width = (known: PersonState) => {
          const { low, high } = levelOf(abilityOn(known, known.skills.get('a'), today, still), 0);
          return high - low;
        };
        const before = JSON.stringify([person, [...person.skills]]);
        const [right, wrong] = [copyOf(person), copyOf(person)];
        const { probability } = stepAnswer(right, { ...asked, score: 1 }, still);
        stepAnswer(wrong, { ...asked, score: 0 }, still);
        const expected = probability * width(right) + (1 - probability) * width(wrong);
        const prospect = prospectIn(person, asked);
        expect(prospect.probability).toBe(probability);
        expect(prospect.width).toBeCloseTo(expected, 12);
        expect(prospect.narrowing).toBeCloseTo(width(person) - expected, 12);
        expect(JSON.stringify([person, [...person.skills]])).toBe(before);
      }),
    );
  });

  it('never leaves the ability less certain, whichever answer comes', () => {
    fc.assert(
      fc.property(anyPerson, asking, fc.constantFrom(0, 1), (person, asked, score) => {
        const after = copyOf(person);
        stepAnswer(after, { ...asked, score }, withoutPractice(usualParameters));
        expect(variance(after)).toBeLessThanOrEqual(variance(person) + 1e-12);
      }),
    );
  });

  it('narrows the interval by a question on the skill that is not far from what the person can', () => {
    fc.assert(
      fc.property(anyPerson, fc.double({ min: -1, max: 1, noNaN: true }), (person, off) => {
        const { mean } = abilityOn(person, person.skills.get('a'), today, usualParameters);
        expect(prospectIn(person, plain({ difficulty: mean + off })).narrowing).toBeGreaterThan(0);
      }),
    );
  });

  it('narrows it more by what is harder to predict, clearer, better known, new, and on the skill alone', () => {
    const person = newPerson<string>(usualParameters);
    const best = prospectIn(person, plain()).narrowing;
    for (const worse of [
      { difficulty: 2 },
      { discrimination: 0.6 },
      { difficultyVariance: 1 },
      { attempt: 2 },
      { skills: ['a', 'b'] },
    ])
      expect(prospectIn(person, plain(worse)).narrowing).toBeLessThan(best);
  });

  it('is what comes of asking people drawn from what is believed of the person', () => {
    const person = newPerson<string>(usualParameters);
    const asked = plain({ difficulty: 0.7 });
    const { generalVariance, skillVariance, sittingVariance, guessing } = usualParameters;
    const spread = Math.sqrt(generalVariance + skillVariance + sittingVariance);
    const random = seededUniforms(7);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const widths = [0, 1].map((score) => {
      const after = copyOf(person);
      stepAnswer(after, { ...asked, score }, withoutPractice(usualParameters));
      const { low, high } = levelOf(abilityOn(after, after.skills.get('a'), today, usualParameters), 0);
      return high - low;
    });
    const draws = 40_000;
    let sum = 0;
    for (let draw = 0; draw < draws; draw++) {
      const logit = spread * normal() - asked.difficulty;
      const isRight = random() < guessing + (1 - guessing) / (1 + Math.exp(-logit));
      sum += widths[isRight ? 1 : 0]!;
    }
    expect(Math.abs(sum / draws - prospectIn(person, asked).width)).toBeLessThan(5e-4);
    expect(Math.abs(widths[0]! - widths[1]!)).toBeGreaterThan(0.01);
  });
});

describe('what an answer would tell of whether an ability is reached', () => {
  const settlingIn = (person: PersonState, asked: Asking, threshold = 0) =>
    settlingOf(person, 'a', threshold, asked, usualParameters);

  it('lies between nothing and one bit, and right answers speak for it', () => {
    fc.assert(
      fc.property(
        anyPerson,
        asking,
        fc.double({ min: -2, max: 2, noNaN: true }),
        (person, asked, threshold) => {
          const { told, ifRight, ifWrong } = settlingIn(person, asked, threshold);
          expect(told).toBeGreaterThanOrEqual(0);
          expect(told).toBeLessThanOrEqual(1);
          if ([...asked.skills].includes('a')) expect(ifRight).toBeGreaterThanOrEqual(ifWrong - 1e-9);
        },
      ),
    );
  });

  it('is most of a question that is as hard as what is to be reached', () => {
    const person = newPerson<string>(usualParameters);
    const told = (difficulty: number) => settlingIn(person, plain({ difficulty }), 1).told;
    expect(told(1)).toBeGreaterThan(told(-2));
    expect(told(1)).toBeGreaterThan(told(4));
    expect(settlingIn(person, plain(), 30).told).toBeCloseTo(0, 9);
  });
});
