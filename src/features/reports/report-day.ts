import { BadInputError } from '../../shared/errors';
import { datePlus, dayOfDate, localDate, type LocalDay } from '../../shared/local-day';
import type { RequestContext } from '../request/context';

/** The day that is reported on: to its end, or until now while it lasts. */
export function reportedDay(
  { now, rules: { timeZone } }: Pick<RequestContext, 'now' | 'rules'>,
  given: string | null,
): LocalDay {
  const today = localDate(now, timeZone);
  const day = dayOfDate(given ?? today, timeZone);
  if (!day) throw new BadInputError('date: must be a date like 2026-01-31.');
  if (day.from > now)
    throw new BadInputError(
      `date: has not begun in ${timeZone}, where it is ${today}; give that or an earlier one.`,
    );
  return { ...day, to: Math.min(day.to, now) };
}

/** The day before the present one. */
export function yesterday({ now, rules: { timeZone } }: Pick<RequestContext, 'now' | 'rules'>): string {
  return datePlus(localDate(now, timeZone), -1);
}
