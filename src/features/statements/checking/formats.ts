import { momentOf } from '../../../shared/moments';
import { expected, isObject, pointerTo, textThat, type Check } from './faults';

const iriForm = /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`\p{Cc}]+$/iu;
const webAddress = /^https?:/iu;
const withHost = /^https?:\/\/[^/?#]/iu;

/** Whether a text is an IRI with its scheme (RFC 3987), as far as its signs tell. */
export function isIri(text: string): boolean {
  return iriForm.test(text) && (!webAddress.test(text) || withHost.test(text));
}

export const iri = textThat('an IRI with its scheme, like https://example.org/activities/1', isIri);

/** The standard form of a UUID (RFC 4122), of any version. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu.test(text);
}

export const uuid = textThat(
  'a UUID in its standard form, like 12345678-1234-4678-9234-567812345678',
  isUuid,
);

/** A language tag as RFC 5646 (section 2.1) builds it, the irregular ones that it lists included. */
const languageTag = new RegExp(
  `^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\\d{3}))?` +
    `(?:-(?:[a-z\\d]{5,8}|\\d[a-z\\d]{3}))*(?:-[a-wyz\\d](?:-[a-z\\d]{2,8})+)*(?:-x(?:-[a-z\\d]{1,8})+)?` +
    `|x(?:-[a-z\\d]{1,8})+|en-GB-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)` +
    `|sgn-(?:BE-FR|BE-NL|CH-DE)|zh-min)$`,
  'iu',
);

export function isLanguageTag(text: string): boolean {
  return languageTag.test(text);
}

export const language = textThat('a language tag as in RFC 5646, like en or pt-BR', isLanguageTag);

/** Texts by language. */
export const languageMap: Check = (value, at, found) => {
  if (!isObject(value)) {
    expected('texts by language tag', value, at, found);
    return;
  }
  for (const [tag, text] of Object.entries(value)) {
    const pointer = pointerTo(at, tag);
    if (!isLanguageTag(tag))
      found.push({ pointer, message: 'must stand under a language tag as in RFC 5646, like en or pt-BR' });
    if (typeof text !== 'string') expected('a text', text, pointer, found);
  }
};

/** Any values by IRI. */
export const extensions: Check = (value, at, found) => {
  if (!isObject(value)) {
    expected('extensions by IRI', value, at, found);
    return;
  }
  for (const key of Object.keys(value))
    if (!isIri(key))
      found.push({
        pointer: pointerTo(at, key),
        message: 'must stand under an IRI with its scheme: name the extension by one',
      });
};

const timestampForm =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,]\d+)?(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/iu;
const negativeZero = /-00(?::?00)?$/u;

/** The moment that a timestamp names, epoch milliseconds; undefined where it is none as in RFC 3339. */
export function timestampMoment(text: string): number | undefined {
  if (!timestampForm.test(text) || negativeZero.test(text)) return undefined;
  // Beyond nanoseconds nothing is read.
  return momentOf(text.replace(',', '.').replace(/(\.\d{9})\d+/u, '$1'));
}

export const timestamp = textThat(
  'a date and time with its offset as in RFC 3339, like 2026-01-31T09:00:00Z',
  (text) => timestampMoment(text) !== undefined,
);

const amount = String.raw`\d+(?:[.,]\d+)?`;
const durationForm = new RegExp(
  `^P(?:${amount}W|(?=\\d|T\\d)(?:${amount}Y)?(?:${amount}M)?(?:${amount}D)?(?:T(?=\\d)(?:${amount}H)?(?:${amount}M)?(?:${amount}S)?)?)$`,
  'u',
);

/** Only the smallest unit of a duration may have a fraction. */
const fractionBeforeTheEnd = /[.,]\d+[A-Z]+\d/u;

export const duration = textThat(
  'a duration as in ISO 8601, like PT4H35M59.14S',
  (text) => durationForm.test(text) && !fractionBeforeTheEnd.test(text),
);

/** Versions of the standard that share its data model. */
export const version = textThat('a version that begins with 1.0., like 1.0.0', (text) =>
  /^1\.0\.(?:0|[1-9]\d*)(?:[-+][\w.+-]+)?$/u.test(text),
);

export const mailbox = textThat('mailto: and an e-mail address, like mailto:ada@example.org', (text) =>
  /^mailto:[^\s@<>()[\],;:"\p{Cc}]+@[^\s@<>()[\],;:"\p{Cc}]+$/u.test(text),
);

export const sha1 = textThat('a SHA-1 digest in 40 hexadecimal digits', (text) =>
  /^[\da-f]{40}$/iu.test(text),
);

export const sha2 = textThat('a SHA-2 digest in hexadecimal digits', (text) =>
  /^(?:[\da-f]{56}|[\da-f]{64}|[\da-f]{96}|[\da-f]{128})$/iu.test(text),
);

export const mediaType = textThat('a media type, like text/plain', (text) =>
  /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:\s*;.*)?$/u.test(text),
);

export const number: Check = (value, at, found) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) expected('a number', value, at, found);
};
