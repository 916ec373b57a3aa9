import type { LoggedAnswer } from '../../src/estimators/answer-log';
import { say } from '../say';
import { perfectCalibrationError } from './calibration';
import { differencesTo, type Differences } from './differences';
import { folds } from './folds';
import { coverageShare } from './pit';
import { model, predictedInFolds } from './predicted-in-folds';
import { coverageLine, scoreCells, scoreNames } from './report';
import { scoresOf, type Scores } from './scores';
import { figure, tableLines } from './table';

/** Predicts every person of a data set from the others, in repetitions of five folds, and says how good that was. */
export function compareOnFolds(
  name: string,
  answers: readonly LoggedAnswer[],
  repetitions: number,
): Readonly<Record<string, unknown>> {
  const { pooled, coverage } = predictedInFolds(answers, repetitions);
  const scores = new Map(
    [...pooled.predicted].map(([predictor, predicted]) => [
      predictor,
      meanScores(predicted.map((one) => scoresOf(pooled.scores, one))),
    ]),
  );
  const ownPredictions = pooled.predicted.get(model)!;
  const perfect = mean(ownPredictions.map(perfectCalibrationError));
  const differences = differencesTo(model, pooled);
  const share = coverageShare(coverage);

  say(
    `${name}: ${answers.length} answers of ${pooled.people} people, means over ${repetitions} repetitions of ${folds} folds by person.`,
  );
  const header = ['', ...scoreNames, 'model - it: auc', 'model - it: logloss'];
  const rows = [...scores].map(([predictor, found]) => [
    predictor,
    ...scoreCells(found),
    ...differenceCells(differences.get(predictor)),
  ]);
  for (const line of tableLines([header, ...rows])) say(line);
  say(
    `The model's ece is ${figure(scores.get(model)!.ece)}; a perfect model's would be below ${figure(perfect)} in 95 of 100 cases.`,
  );
  say(coverageLine(coverage, share, repetitions));
  return {
    answers: answers.length,
    people: pooled.people,
    ...scores.get(model),
    ece_perfect_p95: perfect,
    pit90: share?.share ?? null,
    pit90_interval: share ? [share.low, share.high] : null,
    baselines: Object.fromEntries(
      [...differences].map(([baseline, { auc, logloss }]) => [
        baseline,
        { ...scores.get(baseline), auc_difference: auc, logloss_difference: logloss },
      ]),
    ),
  };
}

function differenceCells(differences: Differences | undefined): string[] {
  if (!differences) return ['', ''];
  return [differences.auc, differences.logloss].map(
    ({ mean: middle, low, high }) => `${figure(middle)} (${figure(low)} to ${figure(high)})`,
  );
}

function meanScores(all: readonly Scores[]): Scores {
  const of = (what: keyof Scores): number => mean(all.map((scores) => scores[what]));
  return {
    auc: of('auc'),
    accuracy: of('accuracy'),
    logloss: of('logloss'),
    brier: of('brier'),
    ece: of('ece'),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
