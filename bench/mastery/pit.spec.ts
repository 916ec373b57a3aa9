import { AnswerLogBuilder, type AnswerLog } from '../../src/estimators/answer-log';
import { seededUniforms } from '../../src/estimators/random';
import { coverageOf, coverageShare, firstAnswers, pairsOf, randomizedTransform } from './pit';
import type { MasteryPredictor } from './predictor';

/** Everybody answers `right` of their answers rightly on the average, each of them whatever the others were. */
function logOf(people: number, answers: number, right: number, random = seededUniforms(3)): AnswerLog {
  const builder = new AnswerLogBuilder();
  for (let person = 0; person < people; person++)
    for (let i = 0; i < answers; i++)
      builder.add({
        person: String(person),
        question: 'q',
        skills: ['s'],
        score: random() < right ? 1 : 0,
      });
  return builder.build().log;
}

/** Draws the later answers with one probability for all. */
function drawing(probability: number): MasteryPredictor {
  return {
    answersPerSecondFit: 1,
    predict: (log) => new Float64Array(log.question.length).fill(probability),
    drawRight: (_log, _person, _known, later, draws, random) =>
      Float64Array.from({ length: draws }, () => later.filter(() => random() < probability).length),
  };
}

describe('pairs of a person and a skill', () => {
  it('are those with ten first and five later answers, a question counting for each of its skills', () => {
    const builder = new AnswerLogBuilder();
    for (let i = 0; i < 15; i++) {
      builder.add({ person: 'ann', question: 'x', skills: ['a'], score: 1 });
      if (i < 14) builder.add({ person: 'bob', question: 'x', skills: ['a'], score: 1 });
      if (i % 2 === 0) builder.add({ person: 'cid', question: 'xy', skills: ['a', 'b'], score: 1 });
      else builder.add({ person: 'cid', question: 'x', skills: ['a'], score: 1 });
    }
    for (let i = 0; i < 7; i++) builder.add({ person: 'cid', question: 'y', skills: ['b'], score: 1 });
    const { log } = builder.build();
    const [ann, , cid] = [...log.firstOf];
    expect(pairsOf(log)).toEqual([
      { person: 0, known: ann! + firstAnswers, later: [10, 11, 12, 13, 14] },
      { person: 2, known: cid! + 10, later: [10, 11, 12, 13, 14].map((i) => cid! + i) },
      // Eight answers on b among the first fifteen, the tenth is the second of the seven that follow.
      { person: 2, known: cid! + 17, later: [17, 18, 19, 20, 21].map((i) => cid! + i) },
    ]);
  });
});

test('the transform counts draws below the result, and a share of those at it', () => {
  const draws = Float64Array.of(1, 2, 2, 3);
  expect(randomizedTransform(draws, 2, 0.5)).toBe(0.5);
  expect(randomizedTransform(draws, 2, 0)).toBe(0.25);
  expect(randomizedTransform(draws, 0, 0.9)).toBe(0);
  expect(randomizedTransform(draws, 2.5, 0.9)).toBe(0.75);
  expect(randomizedTransform(Float64Array.of(3), 0.1 + 0.2 + 2.7, 0.25)).toBe(0.25);
});

describe('the share within the central 90 %', () => {
  it('is nine tenths of a model that knows the truth, inside its interval', () => {
    const { share, low, high } = coverageShare(coverageOf(drawing(0.7), logOf(300, 25, 0.7), 1))!;
    expect(share).toBeCloseTo(0.9, 1);
    expect(low).toBeLessThan(0.9);
    expect(high).toBeGreaterThan(0.9);
    expect(high - low).toBeLessThan(0.1);
  });

  it('falls where a model is too sure of what is not so', () => {
    expect(coverageShare(coverageOf(drawing(0.9), logOf(300, 25, 0.6), 1))!.share).toBeLessThan(0.4);
  });

  it('is undefined where nobody has enough answers', () => {
    expect(coverageShare(coverageOf(drawing(0.9), logOf(10, 14, 0.6), 1))).toBeUndefined();
  });
});
