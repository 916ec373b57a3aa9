import { BadInputError } from '../../shared/errors';

/**
 * Levels are derived from the state after the latest evidence, which says nothing of the time before it. When that was is
 * not said, which may be no business of the viewer's; and as the refusal alone bounds it, it is a look at those concerned.
 */
export function refuseEarlier(asOf: number, lastEvidenceAt: number, now: number): void {
  // Evidence may lie ahead of the clock by the allowed skew: now is never too early.
  if (asOf >= lastEvidenceAt || asOf >= now) return;
  throw new BadInputError(
    `asOf ${new Date(asOf).toISOString()} lies before evidence that counts: ask for a later time, or leave asOf out for now.`,
  );
}
