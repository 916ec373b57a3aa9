import { fitCalibration } from '../../src/estimators/calibration-fit';
import { drawRight } from './draw';
import { everybody, filterLog } from '../../src/estimators/log-filter';
import type { Fit, MasteryPredictor } from './predictor';

/** The model that the graph uses, fitted as `npm run calibrate` fits it. */
export const fitMastery: Fit<MasteryPredictor> = (train) => {
  const { parameters, questions, answersPerSecond } = fitCalibration(train);
  return {
    answersPerSecondFit: answersPerSecond,
    predict(log) {
      const predicted = new Float64Array(log.question.length);
      filterLog(log, everybody(log), questions, parameters, (i, { probability }) => {
        predicted[i] = probability;
      });
      return predicted;
    },
    drawRight: (log, person, known, later, draws, random) =>
      drawRight({ log, estimates: questions, parameters, random }, person, known, later, draws),
  };
};
