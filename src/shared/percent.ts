/** A share as people read it, in whole per cent. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

/** A difference of two shares as people read it, in percentage points to one place. */
export function points(difference: number): string {
  return (100 * difference).toFixed(1);
}
