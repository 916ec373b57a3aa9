/** Pearson's correlation, in [-1,1]; NaN of fewer than two pairs, and where either side does not vary. */
export function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [left, right] = [mean(0), mean(1)];
  let [both, leftSquares, rightSquares] = [0, 0, 0];
  for (const [one, other] of pairs) {
    both += (one - left) * (other - right);
    leftSquares += (one - left) ** 2;
    rightSquares += (other - right) ** 2;
  }
  // Means are rounded: what never varies is seldom exactly 0.
  const tiny = 1e-20 * pairs.length;
  if (!(leftSquares > tiny && rightSquares > tiny)) return NaN;
  return Math.max(-1, Math.min(1, both / Math.sqrt(leftSquares * rightSquares)));
}
