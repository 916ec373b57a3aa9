import type { LoggedAnswer } from '../../src/estimators/answer-log';
import { say } from '../say';
import { baselines } from './baselines/baselines';
import type { Pooled } from './differences';
import { foldsOf } from './folds';
import { checkedPredictions, timed } from './measured';
import { fitMastery } from './model';
import { coverageOf, seedsOfCoverage, type Coverage } from './pit';

/** The name of the model among the baselines'. */
export const model = 'model';

/** The predictions for every person from the others, fold by fold, in each repetition. */
export function predictedInFolds(
  answers: readonly LoggedAnswer[],
  repetitions: number,
): { readonly pooled: Pooled; readonly coverage: Coverage } {
  const indexOf = new Map<string, number>();
  for (const { person } of answers) if (!indexOf.has(person)) indexOf.set(person, indexOf.size);
  const people = indexOf.size;
  const predicted = new Map<string, Float64Array[]>();
  const coverage = { pairs: new Float64Array(people), within: new Float64Array(people), available: 0 };
  let seed = 0;
  for (let repetition = 1; repetition <= repetitions; repetition++) {
    const pools = new Map([model, ...Object.keys(baselines)].map((name) => [name, poolFor(answers)]));
    const { seconds } = timed(() => {
      for (const { train, test, answerOf } of foldsOf(answers, repetition)) {
        const fitted = fitMastery(train);
        const others = Object.entries(baselines).map(([name, fit]) => [name, fit(train)] as const);
        for (const [name, predictor] of [[model, fitted] as const, ...others]) {
          const pool = pools.get(name)!;
          checkedPredictions(predictor, test.log).forEach((one, at) => (pool[answerOf[at]!] = one));
        }
        const { pairs, within, available } = coverageOf(fitted, test.log, (seed += seedsOfCoverage));
        coverage.available += available;
        test.personIds.forEach((id, person) => {
          const index = indexOf.get(id)!;
          coverage.pairs[index] = coverage.pairs[index]! + pairs[person]!;
          coverage.within[index] = coverage.within[index]! + within[person]!;
        });
      }
    });
    for (const [name, pool] of pools) predicted.set(name, [...(predicted.get(name) ?? []), pool]);
    say(`Repetition ${repetition} of ${repetitions}: ${seconds.toFixed(1)} s.`);
  }
  const scores = Float64Array.from(answers, ({ score }) => score);
  const personOf = Int32Array.from(answers, ({ person }) => indexOf.get(person)!);
  return { pooled: { scores, personOf, people, predicted }, coverage };
}

function poolFor(answers: readonly LoggedAnswer[]): Float64Array {
  return new Float64Array(answers.length).fill(NaN);
}
