import neo4j, { type Integer, type Point } from 'neo4j-driver';

/** A property's value as a file has it: JSON, and where JSON has no such value an object with one field, its type. */
export type FileValue =
  string | number | boolean | null | readonly FileValue[] | { readonly [type: string]: FileValue };

type Part = Integer | string | null | undefined;
const { Date: DateOnly, DateTime, Duration, LocalDateTime, LocalTime, Time } = neo4j.types;
const day = ['year', 'month', 'day'];
const clock = ['hour', 'minute', 'second', 'nanosecond'];

/** Moments and durations by the parts that make them: the driver's reading of their text loses nanoseconds. */
const temporal: Readonly<
  Record<string, { is: abstract new (...parts: never[]) => object; parts: readonly string[] }>
> = {
  date: { is: DateOnly, parts: day },
  time: { is: Time, parts: [...clock, 'timeZoneOffsetSeconds'] },
  localTime: { is: LocalTime, parts: clock },
  dateTime: { is: DateTime, parts: [...day, ...clock, 'timeZoneOffsetSeconds', 'timeZoneId'] },
  localDateTime: { is: LocalDateTime, parts: [...day, ...clock] },
  duration: { is: Duration, parts: ['months', 'days', 'seconds', 'nanoseconds'] },
};

/**
 * A value of the database for the file. A plain number is a float, as it is where the driver takes one: an integer says
 * so, or it would come back as a float.
 * @throws Error for a value that no property can have.
 */
export function toFile(value: unknown): FileValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { float: Object.is(value, -0) ? '-0' : String(value) };
  if (Array.isArray(value)) return value.map(toFile);
  if (neo4j.isInt(value)) return { integer: value.toString() };
  if (neo4j.isPoint(value)) return pointToFile(value);
  if (value instanceof Int8Array) return { bytes: Buffer.from(value).toString('base64') };
  for (const [name, { is, parts }] of Object.entries(temporal))
    if (value instanceof is)
      return {
        [name]: parts.map((part) => toFile((value as Readonly<Record<string, unknown>>)[part] ?? null)),
      };
  throw new Error(`A value of the graph is of a type that a backup does not know: ${typeof value}.`);
}

/** The value that was given to toFile. */
export function fromFile(value: FileValue): unknown {
  if (Array.isArray(value)) return (value as readonly FileValue[]).map(fromFile);
  if (typeof value !== 'object' || value === null) return value;
  const [type = '', content] = Object.entries(value as Readonly<Record<string, FileValue>>)[0] ?? [];
  if (type === 'point') {
    const [srid, x, y, z] = (content as readonly FileValue[]).map(fromFile) as [
      Integer,
      number,
      number,
      number?,
    ];
    return new neo4j.types.Point(srid, x, y, z);
  }
  const text = content as string;
  if (type === 'float') return Number(text);
  if (type === 'integer') return neo4j.int(text);
  if (type === 'bytes') return new Int8Array(Buffer.from(text, 'base64'));
  const found = temporal[type];
  if (found !== undefined) {
    const make = found.is as new (...parts: Part[]) => object;
    return new make(
      ...((content as readonly FileValue[]).map(fromFile) as Part[]).map((part) => part ?? undefined),
    );
  }
  throw new Error(`The file has a value of a type that this release does not know: ${type}.`);
}

function pointToFile({ srid, x, y, z }: Point): FileValue {
  return { point: [srid, x, y, ...(z === undefined ? [] : [z])].map(toFile) };
}

/** Properties in the order of their names, so that equal ones give equal text. */
export function propertiesToFile(
  properties: Readonly<Record<string, unknown>>,
  without: readonly string[] = [],
): Record<string, FileValue> {
  const names = Object.keys(properties).filter((name) => !without.includes(name));
  return Object.fromEntries(names.sort().map((name) => [name, toFile(properties[name])]));
}

export function propertiesFromFile(properties: Readonly<Record<string, FileValue>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, fromFile(value)]));
}
