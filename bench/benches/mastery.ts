import { parseArgs } from 'node:util';
import { InstallationError, messageOf } from '../../src/shared/errors';
import { say } from '../say';
import { compareFiles } from '../mastery/compare-files';
import { compareOnFolds } from '../mastery/compare-folds';
import { dataSetNames, readDataSet } from '../mastery/data-sets';
import { folds } from '../mastery/folds';
import type { Bench } from '../run';

const takes = 'TRAIN.csv TEST.csv [PREDICTIONS.csv], or [--repetitions N] [--set NAME]';
const usualRepetitions = 10;

/**
 * How well the mastery model predicts answers, beside well-known baselines: fitted on one file of answers and predicting
 * the people of another, or, without files, on real data sets in folds by person.
 */
export const bench: Bench = async (words) => {
  const { values, positionals } = wordsOf(words);
  const [train, test, predictions, ...more] = positionals;
  if (train === undefined) return compareDataSets(values.set ?? dataSetNames, values.repetitions);
  if (test === undefined || more.length > 0 || values.set || values.repetitions !== undefined)
    throw new InstallationError(`The arguments are not understood: mastery takes ${takes}.`);
  return compareFiles(train, test, predictions);
};

async function compareDataSets(
  names: readonly string[],
  given: string | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const repetitions = given === undefined ? usualRepetitions : Number(given);
  if (!Number.isInteger(repetitions) || repetitions < 1)
    throw new InstallationError(`--repetitions takes a whole number from 1, not "${given ?? ''}".`);
  const sets: Record<string, unknown> = {};
  for (const name of names) {
    sets[name] = compareOnFolds(name, await readDataSet(name), repetitions);
    say('');
  }
  return { repetitions, folds, sets };
}

function wordsOf(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: { repetitions: { type: 'string' }, set: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new InstallationError(
      `The arguments are not understood (${messageOf(error)}): mastery takes ${takes}.`,
    );
  }
}
