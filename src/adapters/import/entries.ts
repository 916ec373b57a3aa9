import { InstallationError } from '../../shared/errors';
import type { Item } from './cells';
import { csvEntries } from './csv-entries';
import { csvRecords, isBlank, separatorOf, statedSeparator, type CsvRecord } from './csv';
import { EntryReader } from './entry-reader';
import type { HeaderFormat } from './header';
import { jsonEntries } from './json-lines';
import type { Kind } from './kinds';
import type { Line } from './lines';
import type { Notes } from './notes';
import { wrongText } from './wrong-file';

/** A line that can be sent. */
export interface Entry {
  readonly file: string;
  readonly line: number;
  readonly kind: Kind;
  readonly item: Item;
  /** Whether, in a rehearsal, an earlier line names the same: what that brought may have been taken back meanwhile. */
  readonly isRepeat?: boolean;
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
export interface Format extends HeaderFormat {
  readonly kind: string | undefined;
  /** Source of every id that comes without one. */
  readonly source: string | undefined;
  readonly separator: string | undefined;
  /** As TextDecoder knows it; UTF-8 where nothing is said. */
  readonly encoding: string | undefined;
  /** The time zone of days and times without an offset; undefined where there are to be none. */
  readonly zone: string | undefined;
}

/**
 * Reads lines of a file as items of these kinds; NDJSON where the name or the first line says so, else CSV. Throws
 * InstallationError where it is neither.
 */
export async function* entriesOf(
  file: string,
  lines: AsyncIterable<readonly Line[]>,
  kinds: readonly Kind[],
  format: Format,
  notes: Notes,
): AsyncGenerator<readonly (Entry | RejectedLine)[]> {
  const reader = new EntryReader(file, kinds, format, notes);
  const { first, stated, all } = await begun(lines);
  if (first === undefined) return;
  const wrong = wrongText(first.text);
  if (wrong !== undefined) throw new InstallationError(`${file} ${wrong}.`);
  if (/\.(ndjson|jsonl)(\.gz)?$/iu.test(file) || first.text.trimStart().startsWith('{')) {
    for await (const some of all) yield some.flatMap((line) => jsonEntries(reader, line));
    return;
  }
  let read: ((record: CsvRecord) => Entry | RejectedLine) | undefined;
  for await (const records of csvRecords(all, format.separator ?? stated ?? separatorOf(first.text))) {
    const body = read ? records : records.slice(1);
    read ??= csvEntries(reader, records[0]);
    yield body.map(read);
  }
}

interface Begun {
  /** The first line that says something; undefined where none does. */
  readonly first: Line | undefined;
  /** The separator that a line before it states. */
  readonly stated: string | undefined;
  /** That line and all after it. */
  readonly all: AsyncIterable<readonly Line[]>;
}

async function begun(lines: AsyncIterable<readonly Line[]>): Promise<Begun> {
  const iterator = lines[Symbol.asyncIterator]();
  let stated: string | undefined;
  let beginning: readonly Line[] = [];
  for (let next = await iterator.next(); !next.done && beginning.length === 0;) {
    const said = next.value.findIndex(({ text }) => {
      const separator = stated === undefined ? statedSeparator(text) : undefined;
      stated ??= separator;
      return separator === undefined && !isBlank(text);
    });
    if (said >= 0) beginning = next.value.slice(said);
    else next = await iterator.next();
  }
  async function* all(): AsyncGenerator<readonly Line[]> {
    yield beginning;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { first: beginning[0], stated, all: all() };
}
