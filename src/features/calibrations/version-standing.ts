/** How answers to a question version are read now, whatever calibration reads them. */
export interface VersionStanding {
  /** Whether a problem of it is open: answers to it count less. */
  readonly doubted: boolean;
  /** Whether it was decided that answers to it count no more. */
  readonly withdrawn: boolean;
  /** The response that was decided to be right; null where answers count as they were scored. */
  readonly rekeyed: string | null;
}

/** Cypher: the standing of a `version`, as columns. */
export const standingColumns = `coalesce(version.doubted, false) AS doubted, coalesce(version.withdrawn, false) AS withdrawn,
   version.rekeyed AS rekeyed`;

/** What an answer came with. */
export interface GivenScore {
  /** In [0,1]. */
  readonly score: number;
  /** Null where it is not known or was left empty. */
  readonly response: string | null;
}

/**
 * What an answer counts, in [0,1]: by the key that was decided on where it says what was responded, else as it was scored.
 * Undefined where it counts no more.
 */
export function scoreRead(
  { score, response }: GivenScore,
  { withdrawn, rekeyed }: Pick<VersionStanding, 'withdrawn' | 'rekeyed'>,
): number | undefined {
  if (withdrawn) return undefined;
  if (rekeyed === null || response === null) return score;
  return response === rekeyed ? 1 : 0;
}
