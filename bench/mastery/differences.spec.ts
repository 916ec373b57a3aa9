import { seededUniforms } from '../../src/estimators/random';
import { differencesTo } from './differences';
import { scoresOf } from './scores';

const random = seededUniforms(8);
const size = 600;
const truth = Float64Array.from({ length: size }, () => random());
const scores = truth.map((probability) => (random() < probability ? 1 : 0));
const personOf = Int32Array.from({ length: size }, (_, index) => index % 60);
const blurred = () => truth.map((probability) => 0.25 + probability / 2 + (random() - 0.5) / 2);
const constant = new Float64Array(size).fill(0.5);

it('is the mean over repetitions of what the scores differ by, its interval around it', () => {
  const worse = [blurred(), blurred()];
  const pooled = {
    scores,
    personOf,
    people: 60,
    predicted: new Map([
      ['model', [truth, truth]],
      ['other', worse],
    ]),
  };
  const { auc, logloss } = differencesTo('model', pooled).get('other')!;
  const [own, ...others] = [truth, ...worse].map((one) => scoresOf(scores, one));
  expect(auc.mean).toBeCloseTo(own!.auc - (others[0]!.auc + others[1]!.auc) / 2, 12);
  expect(logloss.mean).toBeCloseTo(own!.logloss - (others[0]!.logloss + others[1]!.logloss) / 2, 12);
  expect(auc.low).toBeGreaterThan(0);
  expect(auc.low).toBeLessThan(auc.mean);
  expect(auc.high).toBeGreaterThan(auc.mean);
  expect(logloss.high).toBeLessThan(0);
});

it('is nothing, for sure, between two that say the same', () => {
  const predicted = new Map([
    ['model', [constant]],
    ['same', [constant]],
  ]);
  const { auc, logloss } = differencesTo('model', { scores, personOf, people: 60, predicted }).get('same')!;
  expect([auc, logloss]).toEqual([
    { mean: 0, low: 0, high: 0 },
    { mean: 0, low: 0, high: 0 },
  ]);
});
