import type { LoggedAnswer } from '../../src/estimators/answer-log';
import { logistic } from '../../src/estimators/normal';
import { seededUniforms } from '../../src/estimators/random';
import { compareOnFolds } from './compare-folds';

it('scores model and baselines on everybody, with differences inside their intervals', () => {
  const said: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text).trim()) > 0);
  const random = seededUniforms(9);
  const answers: LoggedAnswer[] = Array.from({ length: 30 }, (_, person) => {
    const ability = 3 * random() - 1.5;
    return Array.from({ length: 20 }, (_answer, question) => ({
      person: String(person),
      question: String(question),
      skills: ['one'],
      score: random() < logistic(ability - question / 10 + 1) ? 1 : 0,
    }));
  }).flat();
  const found = compareOnFolds('invented', answers, 2);
  jest.restoreAllMocks();
  expect(found).toMatchObject({ answers: 600, people: 30 });
  expect(found['pit90']).toBeGreaterThan(0.5);
  const baselines = found['baselines'] as Record<string, Record<string, unknown>>;
  expect(Object.keys(baselines)).toEqual(['elo', 'irt', 'pfa', 'bestlr']);
  for (const scores of Object.values(baselines)) {
    for (const what of ['auc', 'logloss']) {
      const { mean, low, high } = scores[`${what}_difference`] as Record<string, number>;
      expect(mean).toBeCloseTo((found[what] as number) - (scores[what] as number), 12);
      expect(low! <= mean! && mean! <= high!).toBe(true);
    }
  }
  expect(said.some((line) => line.startsWith('pit90'))).toBe(true);
  expect(said.some((line) => line.includes('30 of 30 pairs of person and skill'))).toBe(true);
});
