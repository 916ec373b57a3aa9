import { BadInputError } from '../../shared/errors';

/** Levels are derived from the state after the latest evidence, which says nothing of the time before it. */
export function refuseEarlier(asOf: number, lastEvidenceAt: number, now: number): void {
  // Evidence may lie ahead of the clock by the allowed skew: now is never too early.
  if (asOf >= lastEvidenceAt || asOf >= now) return;
  throw new BadInputError(
    `asOf ${new Date(asOf).toISOString()} lies before evidence of ${new Date(lastEvidenceAt).toISOString()}: give that time or later, or leave asOf out to mean now.`,
  );
}
