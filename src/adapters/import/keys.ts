import { getNamedType, type GraphQLInputField } from 'graphql';
import { tidyKey } from '../../shared/ids';
import { localMoment } from '../../shared/moments';
import { isOwnKey, isReference, type Item } from './cells';
import type { Kind } from './kinds';

/** The fields of a kind that hold keys or moments. */
interface Fields {
  /** What names the item itself. */
  readonly own: readonly string[];
  readonly references: readonly string[];
  readonly moments: readonly string[];
}

const fieldsByKind = new WeakMap<Kind, Fields>();

/** Looked up once for a kind: there are millions of lines. */
function fieldsOf(kind: Kind): Fields {
  const known = fieldsByKind.get(kind);
  if (known) return known;
  const all = Object.values(kind.input.getFields());
  const namesOf = (isMeant: (field: GraphQLInputField) => boolean): string[] =>
    all.filter(isMeant).map(({ name }) => name);
  const fields = {
    own: namesOf(({ name }) => isOwnKey(kind.input, name)),
    references: namesOf(({ type }) => isReference(getNamedType(type))),
    moments: namesOf(({ type }) => getNamedType(type).name === 'LenientDateTime'),
  };
  fieldsByKind.set(kind, fields);
  return fields;
}

/** The item with its keys as they are looked up; what names an id alone is of this source, where there is one. */
export function withSource(kind: Kind, item: Item, source: string | undefined): Item {
  const given: Record<string, unknown> = { ...item };
  const { own, references } = fieldsOf(kind);
  for (const name of own) {
    const value = given[name];
    if (value != null) given[name] = keyFrom(value);
    else if (name === 'source' && source !== undefined) given[name] = source;
  }
  for (const name of references) {
    const value = given[name];
    if (value == null) continue;
    given[name] = Array.isArray(value)
      ? value.map((one) => referenceFrom(one, source))
      : referenceFrom(value, source);
  }
  return given;
}

function referenceFrom(value: unknown, source: string | undefined): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const reference: Record<string, unknown> = { ...value };
  for (const [part, one] of Object.entries(reference)) if (one != null) reference[part] = keyFrom(one);
  if (reference['id'] != null && reference['source'] == null && source !== undefined)
    reference['source'] = source;
  return reference;
}

/** Systems that number things write their ids as numbers. */
function keyFrom(value: unknown): unknown {
  if (typeof value === 'string') return tidyKey(value);
  return Number.isSafeInteger(value) ? String(value) : value;
}

/** Every text that names the item or something that it refers to, with the field that it stands in. */
function keysOf(kind: Kind, item: Item): (readonly [string, string])[] {
  const keys: (readonly [string, string])[] = [];
  const add = (name: string, value: unknown): void => {
    if (typeof value === 'string') keys.push([name, value]);
  };
  const { own, references } = fieldsOf(kind);
  for (const name of own) add(name, item[name]);
  for (const name of references) {
    const value = item[name];
    for (const reference of Array.isArray(value) ? (value as unknown[]) : [value])
      if (typeof reference === 'object' && reference !== null)
        for (const part of Object.values(reference)) add(name, part);
  }
  return keys;
}

/** As spreadsheets show a number that is too long for its column: digits of it are gone. */
const shortened = /^[+-]?\d[.,]\d+E\+\d+$/u;

/** Why a key of the item may be another's; undefined where none may. */
export function keyProblem(kind: Kind, item: Item, isTable: boolean): string | undefined {
  for (const [name, key] of keysOf(kind, item)) {
    if (key.includes('\ufffd'))
      return `${name}: holds a sign that was lost before the file was written, so it may be another's: export it again as UTF-8`;
    if (isTable && shortened.test(key))
      return `${name}: ${key} is a number that a spreadsheet has shortened: make the column a text there, and export it again`;
  }
  return undefined;
}

/** The item with its days and times that have no offset read in this zone. */
export function withLocalMoments(kind: Kind, item: Item, zone: string | undefined): Item {
  if (zone === undefined) return item;
  const given: Record<string, unknown> = { ...item };
  for (const name of fieldsOf(kind).moments) {
    const value = given[name];
    if (typeof value === 'string') given[name] = localMoment(value, zone) ?? value;
  }
  return given;
}
