import { seededUniforms } from '../../src/estimators/random';
import { calibrationError, perfectCalibrationError } from './calibration';

describe('the calibration error', () => {
  it('is the distance of means within ten bins of equal count, ties in their order', () => {
    // Twenty answers predicted at one half: bins of two in the order of the answers, each off by one half or by nothing.
    const predicted = new Float64Array(20).fill(0.5);
    const inPairs = Float64Array.from({ length: 20 }, (_, index) => (index % 4 < 2 ? 1 : 0));
    const alternating = Float64Array.from({ length: 20 }, (_, index) => index % 2);
    expect(calibrationError(inPairs, predicted)).toBeCloseTo(0.5, 12);
    expect(calibrationError(alternating, predicted)).toBeCloseTo(0, 12);
  });

  it('lets errors of opposite sign cancel within a bin only', () => {
    // Bins: (0.1, 0.3) with scores (0, 1), off by 0.6 in the sum; (0.6, 0.8) with scores (1, 1), off by 0.6; 16 exact.
    const exact = Array.from({ length: 16 }, () => 1);
    const predicted = Float64Array.from([0.1, 0.3, 0.6, 0.8, ...exact]);
    const scores = Float64Array.from([0, 1, 1, 1, ...exact]);
    expect(calibrationError(scores, predicted)).toBeCloseTo((0.6 + 0.6) / 20, 12);
  });
});

describe('the calibration error of a perfect model', () => {
  it('has the distribution that can be summed up by hand', () => {
    // One answer, surely right: no error. One predicted at one half: one half whatever comes.
    expect(perfectCalibrationError(Float64Array.of(1))).toBe(0);
    expect(perfectCalibrationError(Float64Array.of(0.5))).toBe(0.5);
  });

  it('is met by outcomes drawn from the predictions about 95 times in 100', () => {
    const random = seededUniforms(7);
    let below = 0;
    for (let round = 0; round < 60; round++) {
      const predicted = Float64Array.from({ length: 100 }, () => 0.2 + 0.7 * random());
      const scores = predicted.map((probability) => (random() < probability ? 1 : 0));
      if (calibrationError(scores, predicted) <= perfectCalibrationError(predicted)) below++;
    }
    expect(below).toBeGreaterThan(50);
    expect(below).toBeLessThan(60);
  });

  it('shrinks with the root of the number of answers', () => {
    const few = perfectCalibrationError(new Float64Array(100).fill(0.5));
    const many = perfectCalibrationError(new Float64Array(10_000).fill(0.5));
    expect(few / many).toBeGreaterThan(8);
    expect(few / many).toBeLessThan(12);
  });
});
