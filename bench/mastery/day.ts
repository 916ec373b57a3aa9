const millisecondsPerDay = 86_400_000;
const secondsPerDay = 86_400;
/** Numbers below are seconds, from here on milliseconds: as seconds it lies in the year 5138, as milliseconds in 1973. */
const firstMilliseconds = 1e11;

const dateTime =
  /^(?<date>\d{4}-\d\d-\d\d)(?:[T ](?<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?<zone>Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/iu;

/**
 * The day of a moment: an ISO 8601 date or date and time (UTC where it names no zone), epoch milliseconds, or seconds of
 * any beginning. Undefined where the text is none of these.
 */
export function dayOf(text: string): number | undefined {
  if (/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/iu.test(text)) {
    const number = Number(text);
    return number / (Math.abs(number) < firstMilliseconds ? secondsPerDay : millisecondsPerDay);
  }
  const parts = dateTime.exec(text)?.groups;
  if (!parts) return undefined;
  const { date = '', time = '00:00', zone = 'Z' } = parts;
  const moment = Date.parse(`${date}T${time}${isoZone(zone)}`);
  return Number.isNaN(moment) ? undefined : moment / millisecondsPerDay;
}

function isoZone(zone: string): string {
  const [, hours, minutes] = /^([+-]\d\d):?(\d\d)?$/u.exec(zone) ?? [];
  return hours === undefined ? 'Z' : `${hours}:${minutes ?? '00'}`;
}
