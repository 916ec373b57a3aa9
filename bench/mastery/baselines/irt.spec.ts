import { AnswerIndexes, AnswerLogBuilder } from '../../../src/estimators/answer-log';
import { expectedLogistic } from '../../../src/estimators/normal';
import { scoresOf } from '../scores';
import { fitIrt } from './irt';
import { fitRasch } from './rasch-fit';
import { simulated } from './simulated';

const difficulties = Array.from({ length: 30 }, (_, index) => (index - 10) / 10);
const indexes = new AnswerIndexes();
const train = simulated({ people: 500, answersEach: 30, difficulties, spread: 1.2, seed: 1, indexes });
const test = simulated({ people: 200, answersEach: 30, difficulties, spread: 1.2, seed: 2, indexes });
const fitted = fitRasch(train.log);

describe('the Rasch fit', () => {
  it('finds the difficulties and the spreads that answers were simulated with', () => {
    const { difficulties: found, variances, abilities, usual } = fitted;
    // Errors in units of the standard error that the fit states: their mean square is near 1.
    const errors = [...found].map((difficulty, index) => {
      const truth = difficulties[Number(indexes.questionIds[index])]!;
      return (difficulty - truth) ** 2 / (variances[index]! + 1.2 ** 2 / 500);
    });
    const meanSquare = errors.reduce((sum, one) => sum + one, 0) / errors.length;
    expect(meanSquare).toBeGreaterThan(0.4);
    expect(meanSquare).toBeLessThan(2);
    // The grid reaches 4.5 standard deviations.
    expect(abilities.at(-1)! / 4.5).toBeCloseTo(1.2, 0.5);
    expect(usual.mean).toBeCloseTo(0.45, 0.5);
    expect(Math.sqrt(usual.variance)).toBeCloseTo(0.87, 0.5);
  });

  it('takes a fraction as that share of a right answer', () => {
    const mean = (scores: readonly number[]) => {
      const builder = new AnswerLogBuilder();
      scores.forEach((score, index) => {
        builder.add({ person: String(index), question: 'q', skills: [], score });
        builder.add({ person: String(index), question: 'hard', skills: [], score: 0 });
        builder.add({ person: String(index), question: 'easy', skills: [], score: 1 });
      });
      return fitRasch(builder.build().log).difficulties[0]!;
    };
    expect(mean([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(mean([1, 0, 0, 0]), 1);
    expect(mean([0.25, 0.25, 0.25, 0.25])).toBeGreaterThan(mean([0.75, 0.75, 0.75, 0.75]) + 0.1);
  });
});

const whole = fitIrt(train.log);

describe('predictions of item response theory', () => {
  it('are of a new person the mean over abilities and over what is not known of the difficulty', () => {
    const builder = new AnswerLogBuilder(indexes);
    const asked = Number(indexes.questionIds[0]);
    builder.add({ person: 'new', question: String(asked), skills: ['0'], score: 1 });
    builder.add({ person: 'other', question: 'never met', skills: ['0'], score: 1 });
    const { log } = builder.build();
    const [known, unmet] = whole.predict(log);
    const spread = (fitted.abilities.at(-1)! / 4.5) ** 2;
    const { mean, variance } = fitted.usual;
    expect(known).toBeCloseTo(expectedLogistic(-fitted.difficulties[0]!, spread + fitted.variances[0]!), 4);
    expect(unmet).toBeCloseTo(expectedLogistic(-mean, spread + variance), 4);
  });

  it('come near to those of a predictor that knows the truth', () => {
    const scores = scoresOf(test.log.score, whole.predict(test.log));
    const best = scoresOf(test.log.score, test.truth);
    expect(scores.logloss).toBeGreaterThan(best.logloss);
    // To learn an ability from 30 answers costs ln(1 + 30 × 1.2² × 0.2) / 2 nats, spread over them (Rissanen 1986).
    expect(scores.logloss).toBeLessThan(best.logloss + Math.log(9.6) / 60 + 0.005);
    expect(scores.auc).toBeGreaterThan(best.auc - 0.04);
    expect(scores.ece).toBeLessThan(0.03);
  });

  it('use nothing of the answer itself, of later ones or of other people', () => {
    const { log } = test;
    const cut = log.firstOf[7]! + 5;
    const changed = { ...log, score: log.score.map((score, i) => (i >= cut ? 1 - score : score)) };
    const [before, after] = [log, changed].map((one) => whole.predict(one));
    expect([...after!.subarray(0, cut + 1)]).toEqual([...before!.subarray(0, cut + 1)]);
    expect(after![cut + 1]).not.toBe(before![cut + 1]);
  });
});
