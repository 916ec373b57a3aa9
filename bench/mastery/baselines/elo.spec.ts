import { AnswerIndexes, AnswerLogBuilder } from '../../../src/estimators/answer-log';
import { scoresOf } from '../scores';
import { fitElo } from './elo';
import { simulated } from './simulated';

const difficulties = Array.from({ length: 20 }, (_, index) => (index - 8) / 5);
const indexes = new AnswerIndexes();
const world = { difficulties, skills: 2, spread: 0.7, spreadOfSkills: 1, learning: 0.02, indexes };
const train = simulated({ ...world, people: 150, answersEach: 40, seed: 1 });
const test = simulated({ ...world, people: 100, answersEach: 40, seed: 2 });

const whole = fitElo(train.log);

describe('predictions of Elo', () => {
  it('come near to those of who knows the truth, also where skills differ and people learn', () => {
    const scores = scoresOf(test.log.score, whole.predict(test.log));
    const best = scoresOf(test.log.score, test.truth);
    expect(scores.logloss).toBeLessThan(best.logloss + 0.05);
    expect(scores.auc).toBeGreaterThan(best.auc - 0.06);
    expect(scores.ece).toBeLessThan(0.03);
  });

  it('take a question never met for a usual one', () => {
    const builder = new AnswerLogBuilder(indexes);
    builder.add({ person: 'new', question: 'never met', skills: ['0', '1', 'new'], score: 1 });
    for (let question = 0; question < 20; question++)
      builder.add({ person: 'new', question: String(question), skills: [String(question % 2)], score: 0.5 });
    const [unmet = NaN] = whole.predict(builder.build().log);
    const mean = train.log.score.reduce((sum, one) => sum + one, 0) / train.log.score.length;
    expect(unmet).toBeCloseTo(mean, 1);
  });

  it('use nothing of the answer itself, of later ones or of other people', () => {
    const { log } = test;
    const cut = log.firstOf[7]! + 5;
    const changed = { ...log, score: log.score.map((score, i) => (i >= cut ? 1 - score : score)) };
    const [before, after] = [log, changed].map((one) => whole.predict(one));
    expect([...after!.subarray(0, cut + 1)]).toEqual([...before!.subarray(0, cut + 1)]);
    expect(after![cut + 1]).not.toBe(before![cut + 1]);
  });

  it('can be fitted to one person alone', () => {
    const alone = simulated({ ...world, people: 1, answersEach: 10, seed: 3, indexes: new AnswerIndexes() });
    expect(
      fitElo(alone.log)
        .predict(alone.log)
        .every((one) => one > 0 && one < 1),
    ).toBe(true);
  });
});
