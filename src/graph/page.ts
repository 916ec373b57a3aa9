import { BadInputError } from '../shared/errors';

/** Where a page begins and how long it may be, as statements read it: keyset on (sortName, id). */
export interface Page {
  readonly first: number;
  readonly afterName: string;
  readonly afterId: string;
  /** One more than asked for: whether it comes tells if there is a next page. */
  readonly limit: number;
}

export const longestPage = 200;

/** Checks how many items a client asks for; throws BadInputError with the way out. */
export function pageLength(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= longestPage) return first;
  throw new BadInputError(
    `first must be a whole number from 1 to ${String(longestPage)}, not ${String(first)}.`,
  );
}

/** Checks the page that a client asks for; throws BadInputError with the way out. */
export function pageOf(first: number, after: string | undefined | null): Page {
  const [afterName, afterId] = after == null ? ['', ''] : placeOf(after);
  return { first: pageLength(first), afterName, afterId, limit: first + 1 };
}

/** An opaque cursor: the place of a row in its order. */
export function cursorOf(place: readonly [string, string]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function placeOf(cursor: string): readonly [string, string] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && place.length === 2 && place.every((part) => typeof part === 'string')) {
      return place as unknown as readonly [string, string];
    }
  } catch {
    // Falls through to the one error below: how the text is broken helps nobody.
  }
  throw new BadInputError(
    'after is no cursor of this list: pass a cursor that the same list gave, or leave it out.',
  );
}
