import { InstallationError } from '../../shared/errors';
import { csvEntries } from './csv-entries';
import { csvRecords, isBlank, separatorOf, statedSeparator, type CsvRecord } from './csv';
import type { Entry, Format, RejectedLine } from './entry';
import { EntryReader } from './entry-reader';
import { jsonEntries } from './json-lines';
import type { Kind } from './kinds';
import type { Line } from './lines';
import type { Notes } from './notes';
import { wrongText } from './wrong-file';

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
