import { logChoose } from './log-factorial';

/**
 * Places, from 0, of the sorted values that the median of what they were drawn from lies between with at least this
 * probability, whatever its distribution (the sign test; Conover 1999, Practical Nonparametric Statistics, section 3.2).
 * Undefined of so few that no two do.
 */
export function medianBetween(
  values: number,
  probability: number,
): { readonly low: number; readonly high: number } | undefined {
  const outside = (1 - probability) / 2;
  let below = 0;
  let low = -1;
  for (let place = 0; place < values / 2; place++) {
    below += Math.exp(logChoose(values, place) - values * Math.LN2);
    if (below > outside) break;
    low = place;
  }
  return low < 0 ? undefined : { low, high: values - 1 - low };
}
