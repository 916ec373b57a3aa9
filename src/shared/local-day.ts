import { localMoment } from './moments';

/** A day of a time zone's calendar: from its beginning to the next one's, epoch milliseconds. */
export interface LocalDay {
  /** As in 2026-01-31. */
  readonly date: string;
  readonly from: number;
  /** The day itself ends before this. Days on which clocks change have 23 or 25 hours. */
  readonly to: number;
}

/** The day of this date in a zone; undefined where the text is no date as in 2026-01-31. */
export function dayOfDate(date: string, zone: string): LocalDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) return undefined;
  const from = localMoment(date, zone);
  const to = localMoment(datePlus(date, 1), zone);
  if (from === undefined || to === undefined) return undefined;
  return { date, from: Date.parse(from), to: Date.parse(to) };
}

/** The date that a calendar in a zone shows at a moment. */
export function localDate(moment: number, zone: string): string {
  const format = formats.get(zone) ?? formatIn(zone);
  formats.set(zone, format);
  return format.format(moment);
}

/** The date so many days after another. */
export function datePlus(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return date;
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Swedish writes dates as ISO 8601 does. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
}
