import { areaUnderCurve, crossEntropy, scoresOf } from './scores';

const of = (...values: number[]) => Float64Array.from(values);

describe('the area under the curve', () => {
  it('is the share of pairs of a right and a wrong answer that are in order, a tie counting half', () => {
    // Right 0.8, 0.4, 0.3 and wrong 0.4, 0.1: of six pairs 0.8>0.4, 0.8>0.1, 0.4=0.4, 0.4>0.1, 0.3<0.4, 0.3>0.1.
    expect(areaUnderCurve(of(1, 1, 1, 0, 0), of(0.8, 0.4, 0.3, 0.4, 0.1))).toBeCloseTo(4.5 / 6, 12);
    expect(areaUnderCurve(of(0, 1), of(0.2, 0.7))).toBe(1);
    expect(areaUnderCurve(of(1, 0), of(0.2, 0.7))).toBe(0);
    expect(areaUnderCurve(of(1, 0, 1, 0), of(0.5, 0.5, 0.5, 0.5))).toBe(0.5);
  });

  it('takes a score from one half on as right', () => {
    expect(areaUnderCurve(of(0.5, 0.49, 0.9), of(0.6, 0.2, 0.7))).toBe(1);
  });

  it('cannot be computed where all answers are right, or all wrong', () => {
    expect(areaUnderCurve(of(1, 1), of(0.2, 0.7))).toBeNaN();
    expect(areaUnderCurve(of(), of())).toBeNaN();
  });
});

test('accuracy, log loss, Brier score and calibration error are those computed by hand', () => {
  const found = scoresOf(of(1, 0, 1, 0.5), of(0.8, 0.4, 0.3, 0.5));
  expect(found.accuracy).toBe(3 / 4);
  expect(found.logloss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6) + Math.log(0.3) + Math.log(0.5)) / 4, 12);
  expect(found.brier).toBeCloseTo((0.04 + 0.16 + 0.49 + 0) / 4, 12);
  // Four answers fill four of the ten bins, one each.
  expect(found.ece).toBeCloseTo((0.2 + 0.4 + 0.7 + 0) / 4, 12);
});

test('a prediction that was certain and wrong costs much, not infinitely much', () => {
  expect(crossEntropy(0, 1)).toBeCloseTo(-Math.log(1e-9), 6);
  expect(crossEntropy(1, 0)).toBeCloseTo(-Math.log(1e-9), 6);
  expect(crossEntropy(1, 1)).toBeCloseTo(0, 8);
});
