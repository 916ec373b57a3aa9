import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
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

/**
 * How cells of these columns become an item. A cell is what the field's type makes of it; a list's items stand in one
 * cell with a semicolon between them; what holds more (labels, pages) is JSON, and so is any cell that begins with [ or {.
 * A value that does not fit its type goes on as it is: the API names it.
 */
export function itemsBy(
  kind: Kind,
  columns: readonly (string | undefined)[],
): (cells: readonly string[]) => Item {
  const puts = columns.map((column) => (column === undefined ? undefined : putOf(kind.input, column)));
  return (cells) => {
    const item: Record<string, unknown> = {};
    cells.forEach((cell, place) => {
      if (cell !== '') puts[place]?.(item, cell);
    });
    return item;
  };
}

function putOf(input: GraphQLInputObjectType, column: string): Put {
  const [name = '', part] = column.split('.');
  const type = input.getFields()[name]?.type;
  if (!type) throw new Error(`${input.name} has no field ${name}.`);
  if (part === undefined) {
    const read = readerOf(type);
    return (item, cell) => (item[name] = read(cell));
  }
  if (isListType(getNullableType(type))) {
    return (item, cell) => {
      const parts = listed(cell);
      const list = (item[name] ??= []) as Record<string, string>[];
      // One source for all ids, or all of them one by one: the longer column says how many there are.
      while (list.length < parts.length) list.push({ ...list[0] });
      list.forEach((one, place) => (one[part] = (parts.length === 1 ? parts[0] : parts[place]) ?? ''));
    };
  }
  return (item, cell) => {
    ((item[name] ??= {}) as Record<string, string>)[part] = cell;
  };
}

function readerOf(type: GraphQLInputType): (cell: string) => unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const read = readerOf(inner.ofType);
    return (cell) => parsed(cell) ?? listed(cell).map(read);
  }
  if (isReference(inner)) return (cell) => parsed(cell) ?? { id: cell };
  if (isInputObjectType(inner)) return (cell) => parsed(cell) ?? cell;
  switch (getNamedType(inner).name) {
    case 'LenientFloat':
    case 'LenientInt':
      return (cell) => (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu.test(cell) ? Number(cell) : cell);
    case 'LenientBoolean':
      return (cell) => (cell === 'true' ? true : cell === 'false' ? false : cell);
    default:
      return (cell) => cell;
  }
}

function parsed(cell: string): unknown {
  if (!/^[[{]/u.test(cell)) return undefined;
  try {
    return JSON.parse(cell);
  } catch {
    return undefined;
  }
}

function listed(cell: string): string[] {
  return cell.split(';').map((part) => part.trim());
}

/** Gives the item, and each reference in it that names an id alone, this source. */
export function withSource(kind: Kind, item: Item, source: string): Item {
  const given: Record<string, unknown> = { ...item };
  const fields = kind.input.getFields();
  if (fields['source'] && fields['id'] && given['source'] == null) given['source'] = source;
  for (const { name, type } of Object.values(fields)) {
    if (!isReference(getNamedType(type)) || given[name] == null) continue;
    const value = given[name];
    given[name] = Array.isArray(value)
      ? value.map((one) => referenceFrom(one, source))
      : referenceFrom(value, source);
  }
  return given;
}

function referenceFrom(value: unknown, source: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { source: own, id } = value as { source?: unknown; id?: unknown };
  return id != null && own == null ? { ...value, source } : value;
}

function isReference(type: GraphQLInputType): boolean {
  return isInputObjectType(type) && type.name === 'ReferenceInput';
}
