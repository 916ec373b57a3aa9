import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { tidyKey } from '../../shared/ids';
import { parsedKeepingDigits } from './json';
import type { Kind } from './kinds';

/** An item as a mutation takes it. */
export type Item = Readonly<Record<string, unknown>>;

/** Puts a cell into the item that its record becomes; nothing where the cell is empty. */
type Put = (item: Record<string, unknown>, cell: string) => void;

/** The columns that a kind takes, in the order of its fields. */
export function columnsOf({ input }: Pick<Kind, 'input'>): string[] {
  return Object.values(input.getFields()).flatMap(({ name, type }) =>
    isReference(getNamedType(type)) ? [name, ...referenceParts.map((part) => `${name}.${part}`)] : [name],
  );
}

const referenceParts = ['source', 'id', 'globalId'];
/** Those of them without which a source says nothing. */
const namingParts = ['id', 'globalId'];

/**
 * How cells of these columns become an item. A cell is what the field's type makes of it; a list's items stand in one
 * cell with a semicolon between them; what holds more (labels, pages) is JSON, and so is any cell that begins with [ or {.
 * A value that does not fit its type goes on as it is: the API names it. An empty cell says nothing, unless its column is
 * among those that it clears; nor does a source beside an empty id.
 */
export function itemsBy(
  kind: Kind,
  columns: readonly (string | undefined)[],
  cleared: ReadonlySet<string> = new Set(),
): (cells: readonly string[]) => Item {
  const places = columns.map((column) => {
    if (column === undefined) return undefined;
    const [name = '', part] = column.split('.');
    const naming = namingParts.map((one) => columns.indexOf(`${name}.${one}`)).filter((place) => place >= 0);
    return {
      put: putOf(kind.input, column),
      needs: part === 'source' && naming.length > 0 ? naming : undefined,
      clears: cleared.has(column) ? name : undefined,
    };
  });
  return (cells) => {
    const item: Record<string, unknown> = {};
    const isEmpty = (place: number): boolean => (cells[place] ?? '').trim() === '';
    places.forEach((place, at) => {
      if (!place) return;
      const { put, needs, clears } = place;
      if (isEmpty(at)) {
        if (clears !== undefined) item[clears] ??= null;
      } else if (!needs?.every(isEmpty)) put(item, cells[at] ?? '');
    });
    return item;
  };
}

function putOf(input: GraphQLInputObjectType, column: string): Put {
  const [name = '', part] = column.split('.');
  const type = input.getFields()[name]?.type;
  if (!type) throw new Error(`${input.name} has no field ${name}.`);
  if (part === undefined) {
    const read = isOwnKey(input, name) ? tidyKey : readerOf(type);
    return (item, cell) => (item[name] = read(cell));
  }
  if (isListType(getNullableType(type))) {
    return (item, cell) => {
      const parts = listed(cell).map(tidyKey);
      const list = (item[name] ??= []) as Record<string, string>[];
      // One source for all ids, or all of them one by one: the longer column says how many there are.
      while (list.length < parts.length) list.push({ ...list[0] });
      list.forEach((one, place) => (one[part] = (parts.length === 1 ? parts[0] : parts[place]) ?? ''));
    };
  }
  return (item, cell) => {
    ((item[name] ??= {}) as Record<string, string>)[part] = tidyKey(cell);
  };
}

function readerOf(type: GraphQLInputType): (cell: string) => unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const read = readerOf(inner.ofType);
    return (cell) => parsed(cell) ?? listed(cell).map(read);
  }
  if (isReference(inner)) return (cell) => parsed(cell) ?? { id: tidyKey(cell) };
  if (isInputObjectType(inner)) return (cell) => parsed(cell) ?? cell;
  switch (getNamedType(inner).name) {
    case 'LenientFloat':
    case 'LenientInt':
      return (cell) => (number.test(cell.trim()) ? Number(cell) : cell);
    case 'LenientBoolean':
      return (cell) => booleans.get(cell.trim().toLowerCase()) ?? cell;
    default:
      return (cell) => cell;
  }
}

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu;
/** Spreadsheets write them in capitals. */
const booleans = new Map([
  ['true', true],
  ['false', false],
]);

function parsed(cell: string): unknown {
  if (!/^[[{]/u.test(cell)) return undefined;
  try {
    return parsedKeepingDigits(cell);
  } catch {
    return undefined;
  }
}

function listed(cell: string): string[] {
  return cell.split(';').map((part) => part.trim());
}

export function isReference(type: GraphQLInputType): boolean {
  return isInputObjectType(type) && type.name === 'ReferenceInput';
}

/** Whether a field is part of what names the item itself. */
export function isOwnKey(input: GraphQLInputObjectType, name: string): boolean {
  const fields = input.getFields();
  return fields['source'] !== undefined && (name === 'source' || name === 'id');
}
