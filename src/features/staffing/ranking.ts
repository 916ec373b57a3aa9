import { createHash } from 'node:crypto';
import { BadInputError, CursorExpiredError } from '../../shared/errors';
import type { RequestContext } from '../request/context';

/** Somebody's place in a ranking by fit. */
interface Ranked {
  readonly fit: number;
  /** Internal id, which parts equals. */
  readonly key: string;
}

/** Where a page of a ranking begins; all its pages are for the same date and calibration. */
export interface Ranking {
  readonly asOf: number;
  /** Internal id of whom it begins behind, and the calibration that they were ranked by; null for the first page. */
  readonly after: ({ readonly key: string } & RankedBy) | null;
}

/** What an order by fit rests on, besides the evidence. */
export interface RankedBy {
  readonly calibration: number;
  /** What is needed and counts for it, and how much each matters, as far as the question itself does not say it. */
  readonly needs: string;
}

type RankingPlace = readonly [calibration: number, asOf: number, key: string, needs: string];

interface Weighed {
  readonly skillKey: string;
  readonly level: number;
  readonly importance: number;
}

/** Needs as a cursor keeps them, to tell whether they are still the same. */
export function fingerprintOfNeeds(needs: readonly Weighed[]): string {
  const weighed = needs.map(({ skillKey, level, importance }) => [skillKey, level, importance]);
  return fingerprintOf(weighed);
}

/** The skills that count for each need, as a cursor keeps them. */
export function fingerprintOfSkills(
  counting: readonly { readonly need: number; readonly skill: string }[],
): string {
  return fingerprintOf(counting.map(({ need, skill }) => `${String(need)} ${skill}`).sort());
}

function fingerprintOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}

/**
 * The ranking that a client asks for; throws BadInputError where the cursor is of another question, or of another date
 * than is asked for.
 */
export function rankingOf(
  { cursors, now }: RequestContext,
  question: string,
  cursor: string | null,
  asOf: number | null,
): Ranking {
  if (cursor === null) return { asOf: asOf ?? now, after: null };
  const [calibration, pinned, key, needs] = cursors.open(question, cursor) as RankingPlace;
  if (asOf !== null && asOf !== pinned) {
    throw new BadInputError(
      'asOf differs from the date that the cursor belongs to: leave asOf out, or start from the first page.',
    );
  }
  return { asOf: pinned, after: { calibration, key, needs } };
}

/** Throws CursorExpiredError where figures have moved since the page before was read. */
export function refuseMoved(
  { asOf, after }: Ranking,
  { calibration, needs }: RankedBy,
  latest: number | null,
): void {
  if (!after) return;
  if (after.needs !== needs) {
    throw new CursorExpiredError(
      'What is required, what counts for it, or how much it matters, has changed since this page was made: start from the first page.',
    );
  }
  if (after.calibration !== calibration || asOf < (latest ?? asOf)) throw movedOn();
}

/** The refusal of a page that would begin where nothing begins any more. */
export function movedOn(): CursorExpiredError {
  return new CursorExpiredError(
    'The figures have changed since this page was made (newer evidence or a new calibration): start from the first page.',
  );
}

/** Best fit first and then by internal id. */
export function byFit(one: Ranked, other: Ranked): number {
  return other.fit - one.fit || (one.key < other.key ? -1 : 1);
}

/** Whether somebody stands behind the one with whom the page before ended; everybody does where there was none. */
export function isBehind(last: Ranked | undefined, ranked: Ranked): boolean {
  return !last || byFit(last, ranked) < 0;
}

/** Says who stands there, and not how well they fit, which may have changed for whoever holds the cursor. */
export function cursorAt(
  { cursors }: RequestContext,
  question: string,
  { asOf }: Ranking,
  { calibration, needs }: RankedBy,
  key: string,
): string {
  const place: RankingPlace = [calibration, asOf, key, needs];
  return cursors.seal(question, place);
}
