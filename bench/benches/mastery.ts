import { InstallationError } from '../../src/shared/errors';
import { compareFiles } from '../mastery/compare-files';
import type { Bench } from '../run';

/** Fits the mastery model on one file of answers and scores what it predicts of another, beside well-known baselines. */
export const bench: Bench = async (words) => {
  const [train, test, predictions, ...more] = words;
  if (train === undefined || test === undefined || more.length > 0)
    throw new InstallationError('Name the files: mastery TRAIN.csv TEST.csv [PREDICTIONS.csv].');
  return compareFiles(train, test, predictions);
};
