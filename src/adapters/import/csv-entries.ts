import { InstallationError } from '../../shared/errors';
import { tidyKey } from '../../shared/ids';
import { columnsOf, itemsBy, type Item } from './cells';
import type { CsvRecord } from './csv';
import type { Entry, RejectedLine } from './entry';
import { kindColumn, type EntryReader } from './entry-reader';
import { columnsIn } from './header';
import type { Kind } from './kinds';

type Columns = readonly (string | undefined)[];

/**
 * How records are read below this header. Throws InstallationError where a column is unknown or stands there twice, or
 * the kind is unclear.
 */
export function csvEntries(
  reader: EntryReader,
  header: CsvRecord | undefined,
): (record: CsvRecord) => Entry | RejectedLine {
  if (!header?.cells || header.problem !== undefined)
    throw new InstallationError(
      `${reader.file}: its header cannot be read: ${header?.problem ?? 'name the columns in the first line, with the same separator as the cells'}.`,
    );
  const { cells: headings } = header;
  const columns = columnsIn(reader.file, headings, reader.header);
  const kindAt = (reader.given ?? reader.withOwn) ? -1 : columns.indexOf(kindColumn);
  const own = columns.map((name) => (name === kindColumn && !reader.withOwn ? undefined : name));
  const cleared = new Set(reader.header.cleared.map(tidyKey));
  const byKind = new Map<Kind, (cells: readonly string[]) => Item>();
  const itemFor = (kind: Kind): ((cells: readonly string[]) => Item) => {
    const items = byKind.get(kind) ?? itemsBy(kind, checked(reader, kind, own, kindAt >= 0), cleared);
    byKind.set(kind, items);
    return items;
  };
  const fixed = kindAt >= 0 ? undefined : kindOfColumns(reader, own);
  if (fixed) itemFor(fixed);
  else checkSomewhere(reader, own);
  const unnamed = headings.flatMap((heading, place) => (tidyKey(heading) === '' ? [place] : []));
  return (record) => {
    const { line, text, problem } = record;
    const cells = record.cells && withoutSurplus(record.cells, headings.length);
    if (!cells || problem !== undefined) return reader.unread(line, text, problem ?? '');
    if (cells.length !== headings.length)
      return reader.unread(
        line,
        text,
        `it has ${String(cells.length)} cells and the header ${String(headings.length)}: quote a cell that contains the separator, and provide the rest of a line that was cut off`,
      );
    for (const place of unnamed)
      if ((cells[place] ?? '').trim() !== '') reader.notes.cellWithoutColumn(place);
    const kind = fixed ?? reader.kindNamed(cells[kindAt] ?? '');
    if (!kind) return reader.unread(line, text, `kind: must be one of ${reader.names()}`);
    return reader.entry(record, kind.name, itemFor(kind)(cells), true);
  };
}

/** Spreadsheets end lines with the separators of columns that are empty. */
function withoutSurplus(cells: readonly string[], columns: number): readonly string[] {
  const isSurplus = cells.length > columns && cells.slice(columns).every((cell) => cell.trim() === '');
  return isSurplus ? cells.slice(0, columns) : cells;
}

function kindOfColumns(reader: EntryReader, columns: Columns): Kind {
  const named = reader.given ?? reader.kindOfName();
  if (named) return named;
  const fitting = reader.kinds.filter((kind) => unknownColumns(kind, columns).length === 0);
  if (fitting.length === 1 && fitting[0]) return fitting[0];
  throw new InstallationError(
    `${reader.file}: the kind of its lines does not follow from the columns ${columns.filter(Boolean).join(', ')} (${
      fitting.length === 0 ? 'they fit no kind' : `they fit ${fitting.map(({ name }) => name).join(', ')}`
    }): give --kind and one of ${reader.names()}, add a column kind, or ignore a column with --ignore.`,
  );
}

/** Columns that a kind has; of a file of several kinds, each takes its own. */
function checked(reader: EntryReader, kind: Kind, columns: Columns, isMixed: boolean): Columns {
  const unknown = unknownColumns(kind, columns);
  const [first = ''] = unknown;
  if (unknown.length > 0 && !isMixed)
    throw new InstallationError(
      `${reader.file}: ${kind.name} have no column ${unknown.join(', ')}: use one of ${columnsOf(kind).join(', ')}, say which is meant with --columns "${first}=COLUMN", or ignore it with --ignore "${first}".`,
    );
  return columns.map((column) => (column !== undefined && unknown.includes(column) ? undefined : column));
}

function checkSomewhere(reader: EntryReader, columns: Columns): void {
  const known = new Set(reader.kinds.flatMap(columnsOf));
  const unknown = columns.find((column) => column !== undefined && !known.has(column));
  if (unknown !== undefined)
    throw new InstallationError(
      `${reader.file}: no kind has a column ${unknown}: say which is meant with --columns "${unknown}=COLUMN", or ignore it with --ignore "${unknown}".`,
    );
}

function unknownColumns(kind: Kind, columns: Columns): string[] {
  const known = new Set(columnsOf(kind));
  return columns.filter((column): column is string => column !== undefined && !known.has(column));
}
