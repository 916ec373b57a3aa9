import { getNamedType, getNullableType, isListType } from 'graphql';
import { momentOf } from '../../shared/moments';
import { isOwnKey, isReference } from './cells';
import type { Entry } from './entry';
import type { Kind } from './kinds';
import { Numbering } from './numbering';

/** How a line compares with those before it that name the same. */
export type Repeat =
  /** None does. */
  | 'none'
  /** They do, and it adds fields to what they say. */
  | 'partly'
  /** It says nothing that they do not. */
  | 'wholly'
  /** It contradicts them; the first of them is named here. */
  | { readonly field: string; readonly line: number; readonly file: string };

/**
 * What earlier lines of an import said, by the thing that they name. Were each of two lines that contradict each other
 * taken, either would change the thing in every run, and which one stands would depend on their order.
 */
export class SaidBefore {
  private readonly byKind = new Map<Kind, SaidOfKind>();
  private readonly files: string[] = [];

  compare(entry: Entry): Repeat {
    const { kind, file } = entry;
    const said = this.byKind.get(kind) ?? new SaidOfKind(kind);
    this.byKind.set(kind, said);
    if (this.files.at(-1) !== file) this.files.push(file);
    const found = said.compare(entry, this.files.length - 1);
    if (typeof found === 'string') return found;
    const { field, line, fileNumber } = found;
    return { field, line, file: this.files[fileNumber] ?? '' };
  }
}

/** Said of a field that is left out. */
const nothing = 0;

class SaidOfKind {
  private readonly naming: readonly string[];
  private readonly telling: readonly string[];
  /** A relationship's fields that are left out have a value of their own; a noun's stay as they are. */
  private readonly leftOutStays: boolean;
  private readonly numbering = new Numbering();
  private lines = new Uint32Array(1_024);
  private fileNumbers = new Uint16Array(1_024);
  private values: Uint32Array;

  constructor({ input, isNoun, isEvidence }: Kind) {
    const fields = Object.values(input.getFields());
    const names = fields.filter(({ name, type }) => {
      if (isOwnKey(input, name)) return true;
      // A history of revisions stands in several lines of one module.
      if (name === 'revision') return true;
      if (isNoun || isEvidence) return false;
      const isOne = !isListType(getNullableType(type));
      const typeName = getNamedType(type).name;
      return (
        (isOne && isReference(getNamedType(type))) ||
        (name === 'from' && typeName === 'LenientDateTime') ||
        // A skill may be required at several levels.
        ['version', 'level', 'band'].includes(name)
      );
    });
    this.naming = names.map(({ name }) => name);
    this.telling = fields
      .map(({ name }) => name)
      .filter((name) => !this.naming.includes(name) && name !== 'ifUnchangedSince');
    this.leftOutStays = isNoun;
    this.values = new Uint32Array(1_024 * this.telling.length);
  }

  compare(
    { item, line }: Entry,
    fileNumber: number,
  ): 'none' | 'partly' | 'wholly' | { field: string; line: number; fileNumber: number } {
    const name = this.naming.map((field) => canonical(item[field] ?? null)).join();
    const before = this.numbering.size;
    const number = this.numbering.numberOf(name);
    const start = number * this.telling.length;
    if (number === before) {
      this.makeRoom(number);
      this.lines[number] = line;
      this.fileNumbers[number] = fileNumber;
      this.telling.forEach((field, at) => (this.values[start + at] = this.saidOf(item[field])));
      return 'none';
    }
    let repeat: 'partly' | 'wholly' = 'wholly';
    for (const [at, field] of this.telling.entries()) {
      const said = this.saidOf(item[field]);
      const saidBefore = this.values[start + at] ?? nothing;
      if (said === saidBefore || said === nothing) continue;
      if (saidBefore !== nothing)
        return { field, line: this.lines[number] ?? 0, fileNumber: this.fileNumbers[number] ?? 0 };
      repeat = 'partly';
      this.values[start + at] = said;
    }
    return repeat;
  }

  private saidOf(value: unknown): number {
    return value === undefined && this.leftOutStays ? nothing : hashOf(canonical(value ?? null)) || 1;
  }

  private makeRoom(number: number): void {
    if (number < this.lines.length) return;
    const length = this.lines.length * 2;
    const [lines, fileNumbers, values] = [this.lines, this.fileNumbers, this.values];
    this.lines = new Uint32Array(length);
    this.fileNumbers = new Uint16Array(length);
    this.values = new Uint32Array(length * this.telling.length);
    this.lines.set(lines);
    this.fileNumbers.set(fileNumbers);
    this.values.set(values);
  }
}

/** A value as text, the same for the same moment and for the same object whatever the order of its parts. */
function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(momentOf(value) ?? value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const parts = Object.entries(value).filter(([, part]) => part != null);
  return `{${parts
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, part]) => `${name}:${canonical(part)}`)
    .join()}}`;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
