import { GraphQLISODateTime } from 'type-graphql';
import { LRUCache } from 'lru-cache';

const millisecondsPerDay = 86_400_000;
const mostDays = 1_000;

/** How a day begins the text of its moments, by its number since 1970. */
const days = new LRUCache<number, string>({ max: mostDays });

const upTo = (most: number, digits: number): string[] =>
  Array.from({ length: most }, (_, number) => String(number).padStart(digits, '0'));
const twoDigits = upTo(60, 2);
const threeDigits = upTo(1_000, 3);

/**
 * What the scalar of dates gives for a value. A page may hold a thousand moments, many of them of the same days:
 * composed of digits, a text takes a third of the time of `toISOString`.
 */
export function dateText(value: unknown): unknown {
  const at = value instanceof Date ? value.getTime() : NaN;
  if (Number.isNaN(at)) return GraphQLISODateTime.serialize(value);
  const number = Math.floor(at / millisecondsPerDay);
  const inDay = at - number * millisecondsPerDay;
  const seconds = Math.floor(inDay / 1_000);
  const hour = twoDigits[Math.floor(seconds / 3_600)] ?? '';
  const minute = twoDigits[Math.floor(seconds / 60) % 60] ?? '';
  const second = twoDigits[seconds % 60] ?? '';
  return `${dayText(number)}${hour}:${minute}:${second}.${threeDigits[inDay % 1_000] ?? ''}Z`;
}

function dayText(number: number): string {
  const known = days.get(number);
  if (known !== undefined) return known;
  const whole = new Date(number * millisecondsPerDay).toISOString();
  const text = whole.slice(0, whole.indexOf('T') + 1);
  days.set(number, text);
  return text;
}
