import { BadInputError } from '../../shared/errors';

const most = 1_000;

export const headcountDescription = 'How many people are to fill the role, 1 to 1,000.';

/** Throws BadInputError for a number of people that no role is filled with. */
export function expectHeadcount(headcount: number): void {
  if (headcount < 1 || headcount > most)
    throw new BadInputError(`headcount: must be a whole number from 1 to ${String(most)}.`);
}
