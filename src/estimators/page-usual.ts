import { usualOfPages } from './page-hypotheses';
import { signalGrid, type PageSignal, type Reading } from './page-signals';

/** Normal, on the scale of a figure. */
export interface Normal {
  readonly mean: number;
  readonly variance: number;
}

/** A figure of one page of a module. */
export interface PlacedFigure {
  readonly place: number;
  /** What the figure says, without what is usual. */
  readonly shown: Normal;
  /** Probability that the figure is as on a sound page. */
  readonly sound: number;
}

/** What is usual around each page: what a sound one would show, and how much pages differ in it. */
export interface UsualFigures {
  readonly around: readonly Normal[];
  readonly betweenPages: number;
}

/** So many pages' worth the usual spread of pages counts. */
const weightOfUsualSpread = 4;
/** Pages this far away count half. */
const near = 5;
const rounds = 3;
/** Says hardly anything. */
const wide = 4;

/** A normal distribution that says of the figure what its likelihood says. */
export function shownBy(signal: PageSignal, { logs }: Reading): Normal {
  const before = { mean: usualOfPages[signal].mean, variance: wide };
  const { mean, variance } = moments(
    logs.map((log, point) => log - ((signalGrid[point] ?? 0) - before.mean) ** 2 / (2 * before.variance)),
  );
  const precision = Math.max(1e-6, 1 / variance - 1 / before.variance);
  return { mean: (mean / variance - before.mean / before.variance) / precision, variance: 1 / precision };
}

/**
 * What is usual around each page is learned from the other pages of its module as far as they are sound, near ones first, and
 * drawn toward what is usual anywhere (empirical Bayes, Efron & Morris 1973); how much pages differ by expectation maximisation
 * (Dempster, Laird & Rubin 1977).
 */
export function usualAround(signal: PageSignal, figures: readonly PlacedFigure[]): UsualFigures {
  const usual = usualOfPages[signal];
  let betweenPages = usual.betweenPages ** 2;
  let around: Normal[] = [];
  for (let round = 0; round < rounds; round++) {
    around = figures.map((figure) => {
      let precision = 1 / usual.betweenModules ** 2;
      let sum = usual.mean * precision;
      for (const other of figures) {
        if (other === figure) continue;
        const nearness = 1 / (1 + Math.abs(other.place - figure.place) / near);
        const weight = (nearness * other.sound) / (betweenPages + other.shown.variance);
        sum += weight * other.shown.mean;
        precision += weight;
      }
      return { mean: sum / precision, variance: 1 / precision };
    });
    let squares = weightOfUsualSpread * usual.betweenPages ** 2;
    let weights = weightOfUsualSpread;
    figures.forEach(({ shown, sound }, index) => {
      const shrinking = betweenPages / (betweenPages + shown.variance);
      const deviation = shrinking * (shown.mean - (around[index]?.mean ?? 0));
      squares += sound * (deviation ** 2 + shrinking * shown.variance);
      weights += sound;
    });
    betweenPages = squares / weights;
  }
  return { around, betweenPages };
}

/** Logarithm of the probability of a reading where the figure truly is normal. */
export function logEvidence({ logs }: Reading, { mean, variance }: Normal): number {
  let highest = -Infinity;
  const summed = logs.map((log, point) => log - ((signalGrid[point] ?? 0) - mean) ** 2 / (2 * variance));
  for (const log of summed) if (log > highest) highest = log;
  let total = 0;
  for (const log of summed) total += Math.exp(log - highest);
  return highest + Math.log(total) - 0.5 * Math.log(variance);
}

function moments(logs: Float64Array): Normal {
  let highest = -Infinity;
  for (const log of logs) if (log > highest) highest = log;
  let [total, sum, squares] = [0, 0, 0];
  logs.forEach((log, point) => {
    const weight = Math.exp(log - highest);
    const at = signalGrid[point] ?? 0;
    total += weight;
    sum += weight * at;
    squares += weight * at * at;
  });
  const mean = sum / total;
  return { mean, variance: Math.max(1e-4, squares / total - mean * mean) };
}
