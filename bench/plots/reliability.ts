import { readDataSet } from '../mastery/data-sets';
import { folds, foldsOf } from '../mastery/folds';
import { fitMastery } from '../mastery/model';
import { ordered } from '../mastery/ordered';
import { say } from '../say';

/** Answers whose predictions lie next to each other, as one point of a plot. */
export interface Bin {
  /** Means over the bin's answers. */
  readonly predicted: number;
  readonly observed: number;
  /** Where the observed share would lie in 95 of 100 cases if every prediction were the true probability. */
  readonly low: number;
  readonly high: number;
}

export interface Reliability {
  readonly name: string;
  readonly answers: number;
  readonly people: number;
  readonly bins: readonly Bin[];
}

const numberOfBins = 10;
/** 0.975 quantile of the standard normal. */
const z95 = 1.959963984540054;

/** Every person of a data set predicted from the others, in five folds pooled: predicted and observed. */
export async function reliabilityOf(name: string): Promise<Reliability> {
  const answers = await readDataSet(name);
  const predicted = new Float64Array(answers.length);
  for (const { train, test, answerOf } of foldsOf(answers, 1)) {
    fitMastery(train)
      .predict(test.log)
      .forEach((one, at) => (predicted[answerOf[at]!] = one));
  }
  say(`${name}: ${String(answers.length)} answers predicted in ${String(folds)} folds by person.`);
  const scores = Float64Array.from(answers, ({ score }) => score);
  const people = new Set(answers.map(({ person }) => person)).size;
  return { name, answers: answers.length, people, bins: binsOf(scores, predicted) };
}

/** Bins of equal count, with the spread of a perfect model's: the sum of Bernoulli variances, near enough to normal. */
export function binsOf(scores: Float64Array, predicted: Float64Array): Bin[] {
  const order = ordered(predicted);
  return Array.from({ length: numberOfBins }, (_, bin) => {
    const end = Math.floor(((bin + 1) * order.length) / numberOfBins);
    const members = order.subarray(Math.floor((bin * order.length) / numberOfBins), end);
    let [expected, right, variance] = [0, 0, 0];
    for (const index of members) {
      const probability = predicted[index]!;
      expected += probability;
      right += scores[index]!;
      variance += probability * (1 - probability);
    }
    const size = members.length;
    const reach = (z95 * Math.sqrt(variance)) / size;
    const mean = expected / size;
    return {
      predicted: mean,
      observed: right / size,
      low: Math.max(0, mean - reach),
      high: Math.min(1, mean + reach),
    };
  }).filter(({ predicted: mean }) => !Number.isNaN(mean));
}
