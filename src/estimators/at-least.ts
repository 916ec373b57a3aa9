/**
 * The probability that at least so many of some people reach a level, each with a probability of their own and independently
 * of the others: the upper tail of a Poisson-binomial distribution (Wang 1993, On the number of successes in independent
 * trials), summed person by person.
 */
export function probabilityOfAtLeast(needed: number, probabilities: readonly number[]): number {
  if (needed <= 0) return 1;
  if (needed > probabilities.length) return 0;
  // By how many reach it among those so far: all from `needed` on are one outcome.
  const reached = new Float64Array(needed + 1);
  reached[0] = 1;
  for (const probability of probabilities) {
    reached[needed] = (reached[needed] ?? 0) + (reached[needed - 1] ?? 0) * probability;
    for (let count = needed - 1; count >= 0; count--)
      reached[count] = (reached[count] ?? 0) * (1 - probability) + (reached[count - 1] ?? 0) * probability;
  }
  return Math.min(1, reached[needed] ?? 0);
}
