import { BadInputError } from './errors';

export const longestPage = 200;

/** Checks how many items a client asks for; throws BadInputError with the way out. */
export function pageLength(length: number, argument = 'first'): number {
  if (Number.isInteger(length) && length >= 1 && length <= longestPage) return length;
  throw new BadInputError(
    `${argument} must be a whole number from 1 to ${String(longestPage)}, not ${String(length)}.`,
  );
}

/** The values that make up a place in an order. */
type PlaceType = 'number' | 'string';

/** An opaque cursor: the place of a row in its order. */
export function cursorOf(place: readonly (number | string)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The values in a cursor; undefined where it is none. */
export function partsOf(cursor: string): readonly unknown[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** The place inside a cursor, with parts of the given types; throws BadInputError where it is no cursor of the list. */
export function placeInCursor<Place extends readonly (number | string)[]>(
  cursor: string,
  types: { readonly [Part in keyof Place]: PlaceType },
): Place {
  const place = partsOf(cursor);
  const fits = place?.length === types.length && types.every((type, index) => typeof place[index] === type);
  if (fits) return place as unknown as Place;
  throw new BadInputError(
    'The cursor does not belong to this list: pass one that the same list returned, or leave it out.',
  );
}
