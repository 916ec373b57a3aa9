/** Indexes of the values from the lowest value to the highest; equal ones stay in their order. */
export function ordered(values: Float64Array): Int32Array {
  const order = Int32Array.from(values, (_, index) => index);
  return order.sort((left, right) => values[left]! - values[right]! || left - right);
}

/** A quantile, linear between the order statistics (Hyndman & Fan 1996, type 7); NaN of nothing. Share in [0,1]. */
export function quantile(values: Float64Array, share: number): number {
  const sorted = values.slice().sort();
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const [below = NaN, above = below] = sorted.subarray(low, low + 2);
  return below + (at - low) * (above - below);
}
