import type { AnswerLog } from '../../src/estimators/answer-log';
import type { Predictor } from './predictor';

/** What a predictor says of a log; throws where it is no probability. */
export function checkedPredictions(predictor: Predictor, log: AnswerLog): Float64Array {
  const predicted = predictor.predict(log);
  if (predicted.length !== log.question.length)
    throw new Error(`${predicted.length} predictions were returned for ${log.question.length} answers.`);
  const strange = predicted.findIndex((probability) => !(probability >= 0 && probability <= 1));
  if (strange >= 0) throw new Error(`Answer ${strange} was predicted as ${predicted[strange]}.`);
  return predicted;
}

const leastSeconds = 1;

/** Answers that are predicted a second: the log is gone through until a second has passed. */
export function answersPerSecond(predictor: Predictor, log: AnswerLog): number {
  const start = performance.now();
  let [rounds, seconds] = [0, 0];
  while (seconds < leastSeconds) {
    predictor.predict(log);
    rounds++;
    seconds = (performance.now() - start) / 1_000;
  }
  return (rounds * log.question.length) / seconds;
}

/** A result, and the seconds that it took. */
export function timed<Result>(work: () => Result): { readonly result: Result; readonly seconds: number } {
  const start = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - start) / 1_000 };
}
