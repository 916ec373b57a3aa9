import { coerceInputValue } from 'graphql';
import { InstallationError } from '../../shared/errors';
import { columnsOf, itemsBy, withSource, type Item } from './cells';
import { csvRecords, separatorOf, withoutEnd, type CsvRecord } from './csv';
import type { Kind } from './kinds';
import { isTooLong, tooLong, type Line } from './lines';

/** A line that can be sent. */
export interface Entry {
  readonly file: string;
  readonly line: number;
  readonly kind: Kind;
  readonly item: Item;
}

/** A line that cannot, and why; as much of it as was understood. */
export interface RejectedLine {
  readonly file: string;
  readonly line: number;
  readonly kind?: string;
  readonly code: string;
  readonly reason: string;
  /** The line as it stands in the file, where it could not be read as an item. */
  readonly text?: string;
  readonly item?: Item;
}

/** What the user says of a file. */
export interface Format {
  readonly kind: string | undefined;
  /** Source of every id that comes without one. */
  readonly source: string | undefined;
  readonly separator: string | undefined;
  /** As TextDecoder knows it; UTF-8 where nothing is said. */
  readonly encoding: string | undefined;
  /** Columns to pass over. */
  readonly ignored: readonly string[];
}

/** The column, or field, of a file whose lines are of several kinds; items may have one of that name for themselves. */
const kindColumn = 'kind';

/** Reads lines of a file as items of these kinds; NDJSON where the name or the first line says so, else CSV. */
export async function* entriesOf(
  file: string,
  lines: AsyncIterable<readonly Line[]>,
  kinds: readonly Kind[],
  format: Format,
): AsyncGenerator<readonly (Entry | RejectedLine)[]> {
  const reader = new EntryReader(file, kinds, format);
  const { first, all } = await peeked(lines);
  if (first === undefined) return;
  if (/\.(ndjson|jsonl)(\.gz)?$/iu.test(file) || first.text.trimStart().startsWith('{')) {
    for await (const some of all) yield some.flatMap((line) => reader.ofJson(line));
    return;
  }
  let read: ((record: CsvRecord) => Entry | RejectedLine) | undefined;
  for await (const records of csvRecords(all, format.separator ?? separatorOf(first.text))) {
    const body = read ? records : records.slice(1);
    read ??= reader.ofCsv(records[0]);
    yield body.map(read);
  }
}

async function peeked(
  lines: AsyncIterable<readonly Line[]>,
): Promise<{ first: Line | undefined; all: AsyncIterable<readonly Line[]> }> {
  const iterator = lines[Symbol.asyncIterator]();
  const begun = await iterator.next();
  const beginning = begun.done ? [] : begun.value;
  async function* all(): AsyncGenerator<readonly Line[]> {
    yield beginning;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { first: beginning[0], all: all() };
}

class EntryReader {
  private readonly byName: ReadonlyMap<string, Kind>;
  private readonly given: Kind | undefined;
  /** The kind that the flag or the file's name says, where a column, or field, `kind` belongs to its items. */
  private readonly withOwn: Kind | undefined;

  constructor(
    private readonly file: string,
    private readonly kinds: readonly Kind[],
    private readonly format: Format,
  ) {
    this.byName = new Map(kinds.map((kind) => [kind.name, kind]));
    if (format.kind !== undefined && !this.byName.has(format.kind))
      throw new InstallationError(`--kind ${format.kind} is not a kind: use one of ${this.names()}.`);
    this.given = format.kind === undefined ? undefined : this.byName.get(format.kind);
    const told = this.given ?? this.kindOfName();
    this.withOwn = told?.input.getFields()[kindColumn] ? told : undefined;
  }

  ofJson(line: Line): (Entry | RejectedLine)[] {
    const text = withoutEnd(line.text);
    if (text.trim() === '') return [];
    if (isTooLong(line)) return [this.unread(line.number, text, tooLong)];
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return [this.unread(line.number, text, 'this is not JSON: write one whole object on each line')];
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [this.unread(line.number, text, 'this is not a JSON object: write one object on each line')];
    const { kind, ...fields } = value as Item;
    // A line of a file of rejected lines holds the item beside its reason.
    const { item } = fields;
    if (typeof item === 'object' && item !== null) return [this.entry(line.number, kind, item as Item, text)];
    return this.withOwn && !this.kindNamed(kind)
      ? [this.entry(line.number, this.withOwn.name, value as Item, text)]
      : [this.entry(line.number, kind, fields, text)];
  }

  /** Reads the header; throws InstallationError where a column is unknown or the kind is unclear. */
  ofCsv(header: CsvRecord | undefined): (record: CsvRecord) => Entry | RejectedLine {
    if (!header?.cells)
      throw new InstallationError(
        `${this.file}: its header cannot be read: name the columns in the first line, with the same separator as the cells.`,
      );
    const names = header.cells.map((name) => name.trim());
    const columns = names.map((name) => (this.format.ignored.includes(name) ? undefined : name));
    const kindAt = (this.given ?? this.withOwn) ? -1 : columns.indexOf(kindColumn);
    const own = columns.map((name) => (name === kindColumn && !this.withOwn ? undefined : name));
    const readers = new Map<Kind, (cells: readonly string[]) => Item>();
    const readerFor = (kind: Kind): ((cells: readonly string[]) => Item) => {
      const reader = readers.get(kind) ?? itemsBy(kind, this.checked(kind, own, kindAt >= 0));
      readers.set(kind, reader);
      return reader;
    };
    const fixed = kindAt >= 0 ? undefined : this.kindOfColumns(own);
    if (!fixed) this.checkedSomewhere(own);
    if (fixed) readerFor(fixed);
    return ({ line, text, cells, problem }) => {
      if (!cells) return this.unread(line, text, problem ?? '');
      if (cells.length !== names.length)
        return this.unread(
          line,
          text,
          `it has ${String(cells.length)} cells and the header ${String(names.length)}: quote a cell that contains the separator, and provide the rest of a line that was cut off`,
        );
      const kind = fixed ?? this.byName.get(cells[kindAt] ?? '');
      if (!kind) return this.unread(line, text, `kind: must be one of ${this.names()}`);
      return this.entry(line, kind.name, readerFor(kind)(cells), text);
    };
  }

  private entry(line: number, kindName: unknown, given: Item, text: string): Entry | RejectedLine {
    const kind = this.given ?? this.kindNamed(kindName);
    if (!kind)
      return this.unread(line, text, `kind: must be one of ${this.names()}, in each line or as --kind`);
    if (text.includes('\ufffd'))
      return this.unread(
        line,
        text,
        'it contains bytes that are not text in this encoding: save the file as UTF-8, or name its encoding, like --encoding latin1',
      );
    const item = this.format.source === undefined ? given : withSource(kind, given, this.format.source);
    const problem = structureProblem(kind, item);
    if (problem !== undefined)
      return { file: this.file, line, kind: kind.name, code: 'INVALID', reason: problem, item };
    return { file: this.file, line, kind, item };
  }

  private kindNamed(name: unknown): Kind | undefined {
    if (typeof name === 'string') return this.byName.get(name);
    return name === undefined ? this.kindOfName() : undefined;
  }

  /** The kind that the file is named for: answers.csv, answers-2026.ndjson.gz. */
  private kindOfName(): Kind | undefined {
    const [stem = ''] = (this.file.split(/[\\/]/u).at(-1) ?? '').split(/[^A-Za-z]/u);
    return this.byName.get(stem);
  }

  private kindOfColumns(columns: readonly (string | undefined)[]): Kind {
    const named = this.given ?? this.kindOfName();
    if (named) return named;
    const fitting = this.kinds.filter((kind) => unknownColumns(kind, columns).length === 0);
    if (fitting.length === 1 && fitting[0]) return fitting[0];
    throw new InstallationError(
      `${this.file}: the kind of its lines does not follow from the columns ${columns.filter(Boolean).join(', ')} (${
        fitting.length === 0 ? 'they fit no kind' : `they fit ${fitting.map(({ name }) => name).join(', ')}`
      }): give --kind and one of ${this.names()}, add a column kind, or ignore a column with --ignore.`,
    );
  }

  /** Columns that a kind has; of a file of several kinds, each takes its own. */
  private checked(
    kind: Kind,
    columns: readonly (string | undefined)[],
    isMixed: boolean,
  ): (string | undefined)[] {
    const unknown = unknownColumns(kind, columns);
    if (unknown.length > 0 && !isMixed)
      throw new InstallationError(
        `${this.file}: ${kind.name} have no column ${unknown.join(', ')}: use one of ${columnsOf(kind).join(', ')}, or ignore it with --ignore ${unknown[0] ?? ''}.`,
      );
    return columns.map((column) => (column !== undefined && unknown.includes(column) ? undefined : column));
  }

  private checkedSomewhere(columns: readonly (string | undefined)[]): void {
    const known = new Set(this.kinds.flatMap(columnsOf));
    const unknown = columns.find((column) => column !== undefined && !known.has(column));
    if (unknown !== undefined)
      throw new InstallationError(
        `${this.file}: no kind has a column ${unknown}: correct it, or ignore it with --ignore ${unknown}.`,
      );
  }

  private unread(line: number, text: string, problem: string): RejectedLine {
    return { file: this.file, line, code: 'INVALID', reason: `${problem}.`, text: text.slice(0, 2_000) };
  }

  private names(): string {
    return this.kinds.map(({ name }) => name).join(', ');
  }
}

function unknownColumns(kind: Kind, columns: readonly (string | undefined)[]): string[] {
  const known = new Set(columnsOf(kind));
  return columns.filter((column): column is string => column !== undefined && !known.has(column));
}

/** What of an item no mutation would take at all, its batch neither; undefined where there is nothing. */
function structureProblem({ input }: Kind, item: Item): string | undefined {
  const problems: string[] = [];
  coerceInputValue(item, input, (path, _value, { message }) => {
    problems.push(path.length > 0 ? `${path.join('.')}: ${message}` : message);
  });
  return problems[0];
}
