import { AnswerIndexes, AnswerLogBuilder } from '../../../src/estimators/answer-log';
import { logit } from '../../../src/estimators/normal';
import { scoresOf } from '../scores';
import { fitBestLr } from './best-lr';
import { fitPfa } from './pfa';
import { simulated } from './simulated';

const answered = (difficulties: readonly number[]) => {
  const indexes = new AnswerIndexes();
  const world = { difficulties, skills: 2, spread: 0.7, spreadOfSkills: 1, learning: 0.02, indexes };
  const train = simulated({ ...world, people: 150, answersEach: 40, seed: 1 });
  const test = simulated({ ...world, people: 80, answersEach: 40, seed: 2 });
  return { indexes, train, test };
};
// Performance factors analysis knows nothing of a question but its skills.
const alike = answered(Array.from({ length: 20 }, () => -0.5));
const different = answered(Array.from({ length: 20 }, (_, index) => (index - 8) / 5));

describe.each([
  ['performance factors analysis', fitPfa, alike],
  ['Best-LR', fitBestLr, different],
] as const)('predictions of %s', (_name, fit, { indexes, train, test }) => {
  const fitted = fit(train.log);

  it('come near to those of who knows the truth', () => {
    const scores = scoresOf(test.log.score, fitted.predict(test.log));
    const best = scoresOf(test.log.score, test.truth);
    expect(scores.logloss).toBeLessThan(best.logloss + 0.06);
    expect(scores.auc).toBeGreaterThan(best.auc - 0.06);
    expect(scores.ece).toBeLessThan(0.04);
  });

  it('use nothing of the answer itself, of later ones or of other people', () => {
    const { log } = test;
    const cut = log.firstOf[7]! + 5;
    const changed = { ...log, score: log.score.map((score, i) => (i >= cut ? 1 - score : score)) };
    const [before, after] = [log, changed].map((one) => fitted.predict(one));
    expect([...after!.subarray(0, cut + 1)]).toEqual([...before!.subarray(0, cut + 1)]);
    expect([...after!]).not.toEqual([...before!]);
  });

  it('can be computed for questions and skills never met before', () => {
    const builder = new AnswerLogBuilder(indexes);
    builder.add({ person: 'new', question: 'never met', skills: ['new'], score: 1 });
    builder.add({ person: 'new', question: 'on nothing', skills: [], score: 1 });
    builder.add({ person: 'new', question: '0', skills: ['0'], score: 1 });
    const predicted = fitted.predict(builder.build().log);
    expect(predicted.every((one) => one > 0 && one < 1)).toBe(true);
  });
});

it('log-odds of performance factors analysis are linear in right and wrong answers, summed over skills', () => {
  const builder = new AnswerLogBuilder(alike.indexes);
  const ask = (person: string, skill: string, score: number) => {
    builder.add({ person, question: 'asked', skills: skill.split(''), score });
  };
  // Before the last answer of each: nothing; one right; three right; two right and one wrong, on skill 0.
  const earlier = [[], [1], [1, 1, 1], [1, 0, 1]];
  earlier.forEach((scores, person) => {
    for (const score of scores) ask(`person ${String(person)}`, '0', score);
    ask(`person ${String(person)}`, '0', 1);
  });
  for (const skill of ['', '1', '01']) ask(`asked ${skill}`, skill, 1);
  const { log } = builder.build();
  const odds = fitPfa(alike.train.log).predict(log).map(logit);
  const last = (person: number) => odds[log.firstOf[person + 1]! - 1]!;
  const right = last(1) - last(0);
  expect(last(2) - last(0)).toBeCloseTo(3 * right, 9);
  expect(last(3) - last(0) - 2 * right).toBeLessThan(right);
  expect(last(6) - last(4)).toBeCloseTo(last(0) - last(4) + last(5) - last(4), 9);
});
