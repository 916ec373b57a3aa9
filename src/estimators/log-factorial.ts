const known: number[] = [0];

/** Logarithm of n!, of a whole number from 0. */
export function logFactorial(n: number): number {
  for (let next = known.length; next <= n; next++) known.push((known[next - 1] ?? 0) + Math.log(next));
  return known[n] ?? NaN;
}

/** Logarithm of the number of ways to choose k of n. */
export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
