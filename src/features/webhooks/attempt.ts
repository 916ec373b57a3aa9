/** What came of one attempt to deliver. */
export interface Attempt {
  /** The status that the receiver answered with; null where it did not answer. */
  readonly status: number | null;
  /** How long it took, milliseconds. */
  readonly milliseconds: number;
  /** What went wrong, in a few words; null where the receiver took it. */
  readonly fault: string | null;
  /** How long the receiver asks to be left alone, milliseconds. */
  readonly retryAfter: number;
}

/** By how much of a delay it may be longer, so that what failed at one time is not tried again at one time. */
const jitter = 0.2;
/** What a receiver may ask for at most, milliseconds. */
const longestAsked = 86_400_000;

/**
 * When a delivery is tried again that failed, epoch milliseconds; undefined where it is given up.
 * @param step how many delays of the schedule it has waited for, milliseconds each
 * @param random in [0,1)
 */
export function triedAgainAt(
  now: number,
  step: number,
  schedule: readonly number[],
  { retryAfter }: Pick<Attempt, 'retryAfter'>,
  random: number,
): number | undefined {
  const delay = schedule[step];
  if (delay === undefined) return undefined;
  return now + Math.max(delay * (1 + jitter * random), Math.min(retryAfter, longestAsked));
}
