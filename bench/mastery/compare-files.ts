import { resolve } from 'node:path';
import { AnswerIndexes, type AnswerLog } from '../../src/estimators/answer-log';
import { InstallationError } from '../../src/shared/errors';
import { openForWriting } from '../csv-file';
import { say } from '../say';
import { baselines } from './baselines/baselines';
import { perfectCalibrationError } from './calibration';
import { answersPerSecond, checkedPredictions, timed } from './measured';
import { fitMastery } from './model';
import { coverageOf, coverageShare } from './pit';
import type { Fit, Predictor } from './predictor';
import { readAnswers } from './read-answers';
import { coverageLine, scoreCells, scoreNames } from './report';
import { scoresOf, type Scores } from './scores';
import { figure, tableLines } from './table';
import { writePredictions } from './write-predictions';

const pitSeed = 90;

/** Fits the model and the baselines on one file of answers, and scores what they predict of the people of another. */
export async function compareFiles(
  trainPath: string,
  testPath: string,
  predictionsPath: string | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const written = predictionsPath === undefined ? undefined : resolve(predictionsPath);
  if (written === resolve(trainPath) || written === resolve(testPath))
    throw new InstallationError('Predictions would overwrite the answers: name another file for them.');
  const indexes = new AnswerIndexes();
  const { log: train } = await readAnswers(trainPath, indexes);
  const { log: test, ...built } = await readAnswers(testPath, indexes);
  const file = written === undefined ? undefined : await openForWriting(written);
  try {
    say(`Fitted on ${sizeOf(train)}; predicted ${sizeOf(test)}, all of them new people.`);
    const { result: model, seconds } = timed(() => fitMastery(train));
    const inRows = (values: Float64Array): Float64Array =>
      Float64Array.from(built.place, (at) => values[at]!);
    const right = inRows(test.score);
    const predicted = inRows(checkedPredictions(model, test));
    const rate = answersPerSecond(model, test);
    say(
      `model: fitted in ${seconds.toFixed(1)} s, ${figure(model.answersPerSecondFit, 0)} answers a second and pass; predicts ${figure(rate, 0)} a second.`,
    );
    // In the order of the file, which decides between ties: scoring the predictions written gives the same figures.
    const scores = scoresOf(right, predicted);
    const others = scoresOfBaselines((fit) => scoresOf(right, inRows(checkedPredictions(fit(train), test))));
    const rows = Object.entries({ model: scores, ...others }).map(([name, found]) => [
      name,
      ...scoreCells(found),
    ]);
    for (const line of tableLines([['', ...scoreNames], ...rows])) say(line);
    const perfect = perfectCalibrationError(predicted);
    say(`A perfect model's ece would be below ${figure(perfect)} in 95 of 100 cases.`);
    const coverage = coverageOf(model, test, pitSeed);
    const share = coverageShare(coverage);
    say(coverageLine(coverage, share));
    if (file) await writePredictions(file, { ...built, indexes, log: test }, predicted);
    say(`At most ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB resident.`);
    return {
      ...scores,
      ece_perfect_p95: perfect,
      pit90: share?.share ?? null,
      answers_per_second_fit: model.answersPerSecondFit,
      answers_per_second_filter: rate,
      baselines: others,
    };
  } finally {
    await file?.close();
  }
}

function scoresOfBaselines(scoresOfOne: (fit: Fit<Predictor>) => Scores): Record<string, Scores> {
  const scores: Record<string, Scores> = {};
  for (const [name, fit] of Object.entries(baselines)) {
    const { result, seconds } = timed(() => scoresOfOne(fit));
    say(`${name}: fitted, predicted and scored in ${seconds.toFixed(1)} s.`);
    scores[name] = result;
  }
  return scores;
}

function sizeOf({ people, question }: AnswerLog): string {
  return `${question.length} answers of ${people} people to ${new Set(question).size} questions`;
}
