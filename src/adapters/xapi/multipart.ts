import { randomBytes } from 'node:crypto';
import { badRequest } from './refused';

/** A part of a body of the type multipart/mixed (RFC 2046). */
export interface Part {
  /** By their names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly bytes: Buffer;
}

const lineEnd = '\r\n';
/** More parts than a request may have statements make no sense. */
const mostParts = 10_000;

/** The boundary that a header Content-Type names. */
export function boundaryIn(contentType: string): string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/iu.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined)
    throw badRequest('The header Content-Type names no boundary: multipart/mixed; boundary=…');
  return boundary;
}

/** The parts of a body, in their order. */
export function partsOf(body: Buffer, boundary: string): Part[] {
  const delimiter = Buffer.from(`--${boundary}`);
  const next = Buffer.from(`${lineEnd}--${boundary}`);
  const parts: Part[] = [];
  let place = body.subarray(0, delimiter.length).equals(delimiter) ? 0 : body.indexOf(next) + lineEnd.length;
  if (place === lineEnd.length - 1)
    throw badRequest('The body has no part with the boundary that its header names.');
  for (;;) {
    place += delimiter.length;
    if (body.subarray(place, place + 2).toString() === '--') return parts;
    const start = body.indexOf(lineEnd, place) + lineEnd.length;
    const end = body.indexOf(next, start - lineEnd.length);
    if (start < lineEnd.length || end < 0)
      throw badRequest(`The body ends before its last boundary: end it with --${boundary}--`);
    if (parts.length === mostParts) throw badRequest('The body has too many parts: send fewer at a time.');
    parts.push(partIn(body.subarray(start, Math.max(start, end))));
    place = end + lineEnd.length;
  }
}

function partIn(bytes: Buffer): Part {
  if (bytes.subarray(0, lineEnd.length).toString() === lineEnd)
    return { headers: new Map(), bytes: bytes.subarray(lineEnd.length) };
  const end = bytes.indexOf(lineEnd + lineEnd);
  if (end < 0) throw badRequest('A part of the body has no blank line between its headers and its content.');
  const headers = new Map<string, string>();
  for (const line of bytes.subarray(0, end).toString('latin1').split(lineEnd)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, bytes: bytes.subarray(end + 2 * lineEnd.length) };
}

/** A body of these parts, and the header that says so. */
export function joinedParts(
  parts: readonly { readonly headers: Readonly<Record<string, string>>; readonly bytes: Buffer }[],
): { contentType: string; body: Buffer } {
  // As random as no content is by chance.
  const boundary = `skillwake-${randomBytes(18).toString('hex')}`;
  const pieces = parts.flatMap(({ headers, bytes }) => [
    Buffer.from(`--${boundary}${lineEnd}${headerLines(headers)}${lineEnd}`),
    bytes,
    Buffer.from(lineEnd),
  ]);
  return {
    contentType: `multipart/mixed; boundary=${boundary}`,
    body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--${lineEnd}`)]),
  };
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/gu, ' ')}${lineEnd}`)
    .join('');
}
