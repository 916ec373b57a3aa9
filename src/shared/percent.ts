/** A share as people read it, in whole per cent; what is not quite all or nothing is never said to be. */
export function percent(share: number): string {
  const whole = (100 * share).toFixed(0);
  if (share < 1 && whole === '100') return 'over 99 %';
  if (share > 0 && whole === '0') return 'under 1 %';
  return `${whole} %`;
}

/** A figure as it is shown of people whom a viewer may not see. */
export function inTenths(figure: number): number {
  return Math.round(10 * figure) / 10;
}

/** A share that is shown in tenths only, as people read it. */
export function aboutPercent(tenths: number): string {
  if (tenths === 1) return 'over 95 %';
  if (tenths === 0) return 'under 5 %';
  return `about ${percent(tenths)}`;
}

/** A difference of two shares as people read it, in percentage points to one place. */
export function points(difference: number): string {
  return toOnePlace(100 * difference);
}

/** A number to one place; what is less than that is not said to be nothing. */
export function toOnePlace(number: number): string {
  const rounded = number.toFixed(1);
  return number !== 0 && Number(rounded) === 0 ? 'less than 0.1' : rounded;
}
