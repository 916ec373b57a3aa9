export interface Accepted {
  /** No less probable finding is told, whatever the others are like. */
  readonly least: number;
  /** Highest share of false ones to be expected among those told. */
  readonly falseShare: number;
}

/**
 * Which findings to tell: the most probable ones, as long as their mean probability to be false stays within the share that
 * is accepted (Bayesian false discovery rate; Müller, Parmigiani & Rice 2007; Efron 2010, Large-Scale Inference, chapter 5).
 * Equal ones are told together, or none of them.
 */
export function discoveries(probabilities: readonly number[], { least, falseShare }: Accepted): boolean[] {
  const ordered = [...probabilities].sort((left, right) => right - left);
  let lowest = Infinity;
  let expectedFalse = 0;
  ordered.forEach((probability, rank) => {
    expectedFalse += 1 - probability;
    const last = ordered[rank + 1] !== probability;
    if (last && probability >= least && expectedFalse <= falseShare * (rank + 1)) lowest = probability;
  });
  return probabilities.map((probability) => probability >= lowest);
}
