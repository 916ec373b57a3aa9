import type { Item } from './cells';
import { withoutEnd } from './csv';
import type { Entry, RejectedLine } from './entry';
import type { EntryReader } from './entry-reader';
import { parsedKeepingDigits } from './json';
import { isTooLong, tooLong, type Line } from './lines';

/** Reads a line of NDJSON; nothing where it is blank. */
export function jsonEntries(reader: EntryReader, line: Line): (Entry | RejectedLine)[] {
  const text = withoutEnd(line.text);
  if (text.trim() === '') return [];
  const { number, isLossy = false } = line;
  if (isTooLong(line)) return [reader.unread(number, text, tooLong)];
  if (line.problem !== undefined) return [reader.unread(number, text, line.problem)];
  const whole = (reader.given ?? reader.kindOfName())?.whole;
  let value: unknown;
  try {
    value = whole === undefined ? parsedKeepingDigits(text) : JSON.parse(text);
  } catch {
    return [reader.unread(number, text, 'this is not JSON: write one whole object on each line')];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [reader.unread(number, text, 'this is not a JSON object: write one object on each line')];
  const { kind, ...fields } = value as Item;
  const from = { line: number, text, isLossy };
  if (whole !== undefined && !(whole in fields) && !('item' in fields))
    return [reader.entry(from, undefined, { [whole]: value }, false)];
  // A line of a file of rejected lines holds the item beside its reason.
  const { item } = fields;
  if (typeof item === 'object' && item !== null) return [reader.entry(from, kind, item as Item, false)];
  return reader.withOwn && !reader.kindNamed(kind)
    ? [reader.entry(from, reader.withOwn.name, value as Item, false)]
    : [reader.entry(from, kind, fields, false)];
}
