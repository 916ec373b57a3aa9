/** The first and the last millisecond that RFC 3339 can write in UTC: it has years of four digits. */
const earliest = Date.parse('0001-01-01T00:00:00Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

const day = String.raw`(\d{4})-(\d{2})-(\d{2})`;
const time = String.raw`(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)`;
/** RFC 3339, and what databases write besides: a blank before the time, an offset without colon or minutes. */
const withOffset = new RegExp(`^${day}[Tt ]${time} ?(?:([Zz])|([+-]\\d{2})(?::?(\\d{2}))?)$`, 'u');
const withoutOffset = new RegExp(`^${day}(?:[Tt ]${time})?$`, 'u');

/** The moment that a text with its offset names, as epoch milliseconds; undefined where it is none. */
export function momentOf(text: string): number | undefined {
  const [, year, month, date, clock, zulu, hours, minutes = '00'] = withOffset.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || date === undefined || !isDay(year, month, date)) return;
  const offset = zulu === undefined ? `${hours ?? ''}:${minutes}` : 'Z';
  const moment = Date.parse(`${year}-${month}-${date}T${clock ?? ''}${offset}`);
  return moment >= earliest && moment <= latest ? moment : undefined;
}

/** The moment, in RFC 3339, of a day's beginning or of a time on it in this zone; undefined where a text is neither. */
export function localMoment(text: string, zone: string): string | undefined {
  const [, year, month, date, clock = '00:00'] = withoutOffset.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || date === undefined || !isDay(year, month, date)) return;
  const asUtc = Date.parse(`${year}-${month}-${date}T${clock}Z`);
  if (Number.isNaN(asUtc)) return;
  const ahead = aheadIn(zone);
  const first = asUtc - ahead(asUtc);
  const second = asUtc - ahead(first);
  const shown = [first, second].filter((moment) => moment + ahead(moment) === asUtc);
  // A time that clocks pass over is when they do.
  return new Date(shown.length > 0 ? Math.min(...shown) : Math.max(first, second)).toISOString();
}

/** 30 February is none, though Date.parse would take it for 2 March. */
function isDay(year: string, month: string, date: string): boolean {
  const found = new Date(0);
  found.setUTCFullYear(Number(year), Number(month) - 1, Number(date));
  return found.getUTCMonth() === Number(month) - 1 && found.getUTCDate() === Number(date);
}

/** By how many milliseconds clocks in a zone are ahead of UTC, at each moment. */
function aheadIn(zone: string): (moment: number) => number {
  const format = formats.get(zone) ?? formatIn(zone);
  formats.set(zone, format);
  return (moment) => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    const [year, month, ...rest] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map(
      (type) => parts.get(type) ?? 0,
    );
    const shown = new Date(0);
    shown.setUTCFullYear(year ?? 0, (month ?? 1) - 1, rest[0]);
    shown.setUTCHours(rest[1] ?? 0, rest[2], rest[3]);
    return shown.getTime() - Math.floor(moment / 1_000) * 1_000;
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}
