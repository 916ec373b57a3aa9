import { bootstrapIntervals, type Interval } from './bootstrap';
import { Ranking } from './ranking';
import { crossEntropy } from './scores';

/** How far the model is from a baseline, model minus baseline, with its 95 % interval. */
export type Difference = Interval & { readonly mean: number };

export interface Differences {
  readonly auc: Difference;
  readonly logloss: Difference;
}

/** Answers as they were pooled over folds, and what was predicted of them in each repetition. */
export interface Pooled {
  readonly scores: Float64Array;
  readonly personOf: Int32Array;
  readonly people: number;
  readonly predicted: ReadonlyMap<string, readonly Float64Array[]>;
}

/**
 * Paired differences to each baseline. People are drawn again, and with them their answers; each draw is scored in every
 * repetition and the differences averaged, as the table does: so the interval is that of the table's own figure. Averaged
 * predictions would be a bundle of fits, better than any one of them, and repetition 1 alone another figure.
 */
export function differencesTo(model: string, pooled: Pooled): Map<string, Differences> {
  const judges = new Map(
    [...pooled.predicted].map(([name, predicted]) => [name, judgeOf(pooled, predicted)]),
  );
  const baselines = [...judges.keys()].filter((name) => name !== model);
  const statistics = (weights: Int32Array): number[] => {
    const judged = new Map([...judges].map(([name, judge]) => [name, judge(weights)]));
    const own = judged.get(model)!;
    return baselines.flatMap((name) => {
      const other = judged.get(name)!;
      return [own.auc - other.auc, own.logloss - other.logloss];
    });
  };
  const means = statistics(new Int32Array(pooled.people).fill(1));
  const intervals = bootstrapIntervals(pooled.people, statistics);
  const differenceAt = (index: number): Difference => ({ mean: means[index]!, ...intervals[index]! });
  return new Map(
    baselines.map((name, index) => [
      name,
      { auc: differenceAt(2 * index), logloss: differenceAt(2 * index + 1) },
    ]),
  );
}

type Judge = (weights: Int32Array) => { readonly auc: number; readonly logloss: number };

/** Means over repetitions, under weights of people. */
function judgeOf({ scores, personOf, people }: Pooled, predicted: readonly Float64Array[]): Judge {
  const rankings = predicted.map((one) => new Ranking(scores, one, personOf));
  const losses = new Float64Array(people);
  const answers = new Float64Array(people);
  scores.forEach((score, index) => {
    const person = personOf[index]!;
    answers[person] = answers[person]! + 1;
    for (const one of predicted)
      losses[person] = losses[person]! + crossEntropy(score, one[index]!) / predicted.length;
  });
  return (weights) => {
    let [loss, count, auc] = [0, 0, 0];
    weights.forEach((weight, person) => {
      loss += weight * losses[person]!;
      count += weight * answers[person]!;
    });
    for (const ranking of rankings) auc += ranking.areaUnderCurve(weights) / rankings.length;
    return { auc, logloss: loss / count };
  };
}
