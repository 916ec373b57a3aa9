/**
 * The value below which a share of sorted values lies, by linear interpolation between the two beside it (type 7 of Hyndman
 * & Fan 1996, as R and NumPy have it); NaN of none.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const [low = NaN, high = low] = [sorted[below], sorted[below + 1]];
  return low + (place - below) * (high - low);
}
