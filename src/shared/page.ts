import { BadInputError } from './errors';

export const longestPage = 200;
/** How long a page is where nothing else is asked for. */
export const usualPage = 20;

/** Checks how many items a client asks for; throws BadInputError with the way out. */
export function pageLength(length: number, argument = 'first'): number {
  if (Number.isInteger(length) && length >= 1 && length <= longestPage) return length;
  throw new BadInputError(
    `${argument} must be a whole number from 1 to ${String(longestPage)}, not ${String(length)}.`,
  );
}
