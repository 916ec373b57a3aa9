/** So many of the last digits of an internal id, which are random, make the mark of a person. */
const digits = 8;

/** A mark of four bytes by which somebody is known again who is still there; it leads back to nobody who is gone. */
export function markOf(person: string): number {
  return parseInt(person.slice(-digits), 16);
}

/** The marks of people in one text, in order, so that the same people always give the same. */
export function marksOf(people: readonly string[]): string {
  const marks = Uint32Array.from(people, markOf).sort();
  return Buffer.from(marks.buffer).toString('base64');
}

/** The marks that such a text holds. */
export function marksIn(text: string): Set<number> {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return new Set(new Uint32Array(bytes.buffer));
}
