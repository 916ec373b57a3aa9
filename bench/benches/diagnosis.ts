import { parseArgs } from 'node:util';
import { InstallationError, messageOf } from '../../src/shared/errors';
import { diagnoseFile } from '../diagnosis/diagnose-file';
import { plantedKeys, simulatedCourses, simulatedModules } from '../diagnosis/studies';
import type { Bench } from '../run';

const takes = 'ANSWERS.csv DIAGNOSES.csv, or [--long]';

/**
 * Whether questions are faulty or their people lack the skill: diagnosed from a file of answers, or, without files, how much is
 * found of what was planted in real exams and in simulated courses.
 */
export const bench: Bench = async (words) => {
  const { values, positionals } = wordsOf(words);
  const [answers, diagnoses, ...more] = positionals;
  if (answers === undefined) {
    const long = values.long ?? false;
    return {
      planted_keys: await plantedKeys(long),
      simulated_courses: simulatedCourses(long),
      simulated_modules: simulatedModules(long),
    };
  }
  if (diagnoses === undefined || more.length > 0 || values.long)
    throw new InstallationError(`The arguments are not understood: diagnosis takes ${takes}.`);
  return diagnoseFile(answers, diagnoses);
};

function wordsOf(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: { long: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new InstallationError(
      `The arguments are not understood (${messageOf(error)}): diagnosis takes ${takes}.`,
    );
  }
}
