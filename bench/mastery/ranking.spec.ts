import { seededUniforms } from '../../src/estimators/random';
import { Ranking } from './ranking';
import { areaUnderCurve } from './scores';

describe('the area under the curve under weights of people', () => {
  const random = seededUniforms(11);
  // Few values, so that many predictions are tied, within people and between them.
  const predicted = Float64Array.from({ length: 200 }, () => Math.floor(8 * random()) / 8);
  const scores = predicted.map((one) => (random() < 0.2 + one / 2 ? 1 : 0));
  const personOf = Int32Array.from({ length: 200 }, () => Math.floor(10 * random()));
  const ranking = new Ranking(scores, predicted, personOf);

  it('is that of all answers where everybody weighs one', () => {
    expect(ranking.areaUnderCurve(new Int32Array(10).fill(1))).toBeCloseTo(
      areaUnderCurve(scores, predicted),
      12,
    );
  });

  it('is that of the answers repeated as often as their person weighs', () => {
    const weights = Int32Array.of(0, 3, 1, 0, 2, 1, 1, 0, 5, 1);
    const repeated = [...personOf.keys()].flatMap((index) =>
      Array.from({ length: weights[personOf[index]!]! }, () => index),
    );
    expect(ranking.areaUnderCurve(weights)).toBeCloseTo(
      areaUnderCurve(
        Float64Array.from(repeated, (index) => scores[index]!),
        Float64Array.from(repeated, (index) => predicted[index]!),
      ),
      12,
    );
  });

  it('cannot be computed for nobody', () => {
    expect(ranking.areaUnderCurve(new Int32Array(10))).toBeNaN();
  });
});
