import { z95 } from './normal';

/** What one person adds to a share: how many of their trials there are, and how many of these count. */
export interface Cluster {
  readonly trials: number;
  /** Between 0 and the number of trials. */
  readonly counted: number;
}

export interface ClusteredShare {
  readonly trials: number;
  readonly counted: number;
  /** In [0,1]; NaN of no trials. */
  readonly share: number;
  /** Central 95 % interval, in [0,1]; NaN where one person alone made several trials, since nothing says how people differ. */
  readonly low: number;
  readonly high: number;
}

/**
 * A share of trials by several people, with the interval of Wilson (1927) for as many trials as show as much as these (Kish
 * 1965, Survey Sampling, section 5.4): trials of one person resemble each other, and so show less than as many of different
 * people. Where everybody made one trial it is Wilson's interval itself.
 */
export function clusteredShare(clusters: readonly Cluster[]): ClusteredShare {
  let [trials, counted] = [0, 0];
  for (const cluster of clusters) {
    trials += cluster.trials;
    counted += cluster.counted;
  }
  const share = counted / trials;
  const size = effectiveTrials(clusters, trials, share);
  const middle = (share + (z95 * z95) / (2 * size)) / (1 + (z95 * z95) / size);
  const reach =
    (z95 / (1 + (z95 * z95) / size)) *
    Math.sqrt((share * (1 - share)) / size + (z95 * z95) / (4 * size * size));
  return {
    ...{ trials, counted, share },
    low: Math.max(0, middle - reach),
    high: Math.min(1, middle + reach),
  };
}

/** Trials over their design effect, which is never taken to be below 1. */
function effectiveTrials(clusters: readonly Cluster[], trials: number, share: number): number {
  const people = clusters.length;
  if (trials === people) return trials;
  if (people < 2) return NaN;
  let squares = 0;
  for (const cluster of clusters) squares += (cluster.counted - share * cluster.trials) ** 2;
  const variance = (squares * people) / (people - 1) / (trials * trials);
  const simple = (share * (1 - share)) / trials;
  // Where all trials came out alike people show nothing of how they differ: then each counts once.
  if (simple === 0) return people;
  return trials / Math.max(1, variance / simple);
}
