import type { LoggedAnswer } from '../../src/estimators/answer-log';
import { foldsOf } from './folds';

const answers: LoggedAnswer[] = Array.from({ length: 300 }, (_, index) => ({
  person: String(index % 23),
  // Some questions are one person's alone.
  question: index % 23 === 7 ? `alone ${String(index)}` : String(index % 10),
  skills: [String(index % 3)],
  score: index / 300,
}));

it('predicts each answer once, from people who are not its own', () => {
  const predicted = new Int32Array(answers.length);
  const sizes: number[] = [];
  for (const { train, test, answerOf } of foldsOf(answers, 1)) {
    expect(train.people + test.log.people).toBe(23);
    expect(train.question.length + test.log.question.length).toBe(answers.length);
    sizes.push(test.log.people);
    const ids = new Set(test.personIds);
    answerOf.forEach((place, at) => {
      predicted[place] = predicted[place]! + 1;
      expect(test.log.score[at]).toBe(answers[place]!.score);
      expect(ids.has(answers[place]!.person)).toBe(true);
    });
    const trained = new Set(train.score);
    expect([...test.log.score].some((score) => trained.has(score))).toBe(false);
    // What only the test knows has indexes above all that was trained.
    const most = Math.max(...train.question);
    expect(train.questionSkills.length).toBe(most + 1);
  }
  expect(new Set(predicted)).toEqual(new Set([1]));
  expect(sizes.sort()).toEqual([4, 4, 5, 5, 5]);
});

it('cuts alike by the same seed, and otherwise by another', () => {
  const parts = (seed: number) => [...foldsOf(answers, seed)].map(({ test }) => test.personIds.join(' '));
  expect(parts(1)).toEqual(parts(1));
  expect(parts(1)).not.toEqual(parts(2));
});
