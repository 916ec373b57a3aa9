import { AnswerIndexes, type AnswerLog } from '../../src/estimators/answer-log';
import { InstallationError } from '../../src/shared/errors';
import { say } from '../say';
import { baselines } from './baselines/baselines';
import { perfectCalibrationError } from './calibration';
import { answersPerSecond, checkedPredictions, timed } from './measured';
import { fitMastery } from './model';
import { coverageOf, coverageShare } from './pit';
import { readAnswers } from './read-answers';
import { scoresOf, type Scores } from './scores';
import { figure, tableLines } from './table';
import { openPredictions, writePredictions } from './write-predictions';

const pitSeed = 90;

/** Fits the model and the baselines on one file of answers, and scores what they predict of the people of another. */
export async function compareFiles(
  trainPath: string,
  testPath: string,
  predictionsPath: string | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  if (predictionsPath === trainPath || predictionsPath === testPath)
    throw new InstallationError('Predictions would overwrite the answers: name another file for them.');
  const indexes = new AnswerIndexes();
  const { log: train } = await readAnswers(trainPath, indexes);
  const { log: test, ...built } = await readAnswers(testPath, indexes);
  const file = predictionsPath === undefined ? undefined : await openPredictions(predictionsPath);
  try {
    say(`Fitted on ${sizeOf(train)}; predicted ${sizeOf(test)}, all of them new people.`);
    const { result: model, seconds } = timed(() => fitMastery(train));
    const predicted = checkedPredictions(model, test);
    const rate = answersPerSecond(model, test);
    say(
      `model: fitted in ${seconds.toFixed(1)} s, ${figure(model.answersPerSecondFit, 0)} answers a second and pass; predicts ${figure(rate, 0)} a second.`,
    );
    const scores = scoresOf(test.score, predicted);
    const others = scoresOfBaselines(train, test);
    const rows = Object.entries({ model: scores, ...others }).map(([name, found]) => [
      name,
      ...Object.values<number>({ ...found }).map((value) => figure(value)),
    ]);
    for (const line of tableLines([['', ...Object.keys(scores)], ...rows])) say(line);
    const perfect = perfectCalibrationError(predicted);
    say(`A perfect model's ece would be below ${figure(perfect)} in 95 of 100 cases.`);
    const coverage = coverageOf(model, test, pitSeed);
    const share = coverageShare(coverage);
    say(
      share
        ? `pit90 ${figure(share.share, 3)} (95 % interval by person ${figure(share.low, 3)} to ${figure(share.high, 3)}), of ${coverage.pairs.reduce((sum, one) => sum + one, 0)} of ${coverage.available} pairs of person and skill.`
        : 'pit90 cannot be told: nobody has enough answers on one skill.',
    );
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

function scoresOfBaselines(train: AnswerLog, test: AnswerLog): Record<string, Scores> {
  const scores: Record<string, Scores> = {};
  for (const [name, fit] of Object.entries(baselines)) {
    const { result, seconds } = timed(() => checkedPredictions(fit(train), test));
    say(`${name}: fitted and predicted in ${seconds.toFixed(1)} s.`);
    scores[name] = scoresOf(test.score, result);
  }
  return scores;
}

function sizeOf({ people, question }: AnswerLog): string {
  return `${question.length} answers of ${people} people to ${new Set(question).size} questions`;
}
