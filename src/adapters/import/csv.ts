import { parse } from 'csv-parse/sync';
import { isTooLong, tooLong, type Line } from './lines';

/** A record of a CSV file: its cells, or why they cannot be used. */
export interface CsvRecord {
  /** The line that it begins on. */
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[] | undefined;
  readonly problem: string | undefined;
  /** Whether signs of it were lost before the file was written. */
  readonly isLossy: boolean;
}

/** A quoted cell that goes on for longer was most likely never closed. */
const mostLinesOfRecord = 1_000;
const mostCharactersOfRecord = 2 ** 20;

/**
 * Cuts lines into records. A record ends where its quotes are closed; one that cannot be read costs its first line
 * alone, and reading goes on with the line after: a stray quote must not swallow the rest of the file.
 */
export async function* csvRecords(
  lines: AsyncIterable<readonly Line[]>,
  separator: string,
): AsyncGenerator<readonly CsvRecord[]> {
  let open: Line[] = [];
  for await (const some of lines) {
    const records: CsvRecord[] = [];
    open = cut(open.length > 0 ? [...open, ...some] : some, separator, records, false);
    if (records.length > 0) yield records;
  }
  const records: CsvRecord[] = [];
  cut(open, separator, records, true);
  if (records.length > 0) yield records;
}

/** Adds the records of these lines; returns the lines of a record that is still open. */
function cut(lines: readonly Line[], separator: string, records: CsvRecord[], isEnd: boolean): Line[] {
  let first = 0;
  for (let line = lines[first]; line; line = lines[first]) {
    if (isTooLong(line)) {
      records.push(refused(line, tooLong));
      first++;
      continue;
    }
    if (!line.text.includes('"')) {
      if (!isBlank(line.text)) records.push(plain(line, separator));
      first++;
      continue;
    }
    const last = closingOf(lines, first);
    if (last === 'later' && !isEnd) return lines.slice(first);
    const record =
      typeof last === 'number' ? quoted(lines.slice(first, last + 1), separator) : refused(line, unclosed);
    records.push(record);
    first = record.cells && typeof last === 'number' ? last + 1 : first + 1;
  }
  return [];
}

/** The place of the line on which the quotes of a record are even again: among these lines, later, or never. */
function closingOf(lines: readonly Line[], first: number): number | 'later' | 'never' {
  let quotes = 0;
  let characters = 0;
  let place = first;
  for (let line = lines[place]; line; line = lines[++place]) {
    const { text } = line;
    // Where its quotes end may lie in what was not kept of it.
    if (isTooLong(line)) return 'never';
    for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++;
    if (quotes % 2 === 0) return place;
    characters += text.length;
    if (characters > mostCharactersOfRecord || place - first >= mostLinesOfRecord) return 'never';
  }
  return 'later';
}

function plain({ number, text, problem, isLossy = false }: Line, separator: string): CsvRecord {
  return { line: number, text, cells: withoutEnd(text).split(separator), problem, isLossy };
}

function quoted(lines: readonly Line[], separator: string): CsvRecord {
  const text = withoutEnd(lines.map((line) => line.text).join(''));
  const line = lines[0]?.number ?? 0;
  const problem = lines.find((one) => one.problem !== undefined)?.problem;
  const isLossy = lines.some((one) => one.isLossy === true);
  const cells = cellsOf(text, separator) ?? cellsOf(withFormulasQuoted(text, separator), separator);
  if (!cells) return refused(lines[0] ?? { number: line, text }, strayQuote);
  return { line, text, cells: cells.map(withoutFormula), problem, isLossy };
}

function cellsOf(text: string, separator: string): string[] | undefined {
  try {
    return parse(text, { delimiter: separator, record_delimiter: '\u0000' })[0];
  } catch {
    return undefined;
  }
}

/** Spreadsheets keep the digits of a text by writing it as a formula: ="00123", quoted as a cell or bare. */
function withFormulasQuoted(text: string, separator: string): string {
  return text
    .split(separator)
    .map((cell) => (/^="[^"]*"$/u.test(cell) ? cell.slice(1) : cell))
    .join(separator);
}

function withoutFormula(cell: string): string {
  const [, text] = /^="((?:[^"]|"")*)"$/u.exec(cell) ?? [];
  return text === undefined ? cell : text.replaceAll('""', '"');
}

const strayQuote =
  'a quote stands where none is allowed: put the whole cell into quotes and double each quote in it';
const unclosed =
  'a quoted cell begins here and does not end: close its quote, or provide the rest of the file if it was cut off';

function refused({ number, text }: Line, problem: string): CsvRecord {
  return { line: number, text: withoutEnd(text), cells: undefined, problem, isLossy: false };
}

export function isBlank(text: string): boolean {
  return text === '\n' || text === '\r\n' || text === '\r' || text === '';
}

export function withoutEnd(text: string): string {
  return text.replace(/\r?\n$|\r$/u, '');
}

/** What a spreadsheet says in a line of its own before the header: sep=; */
export function statedSeparator(line: string): string | undefined {
  return /^"?sep=([^\r\n])"?\r?\n?$/iu.exec(line)?.[1];
}

/** What separates the cells of a header: the sign of these that it holds most often. */
export function separatorOf(header: string): string {
  const counted = [',', ';', '\t', '|'].map((sign) => ({ sign, times: header.split(sign).length }));
  return counted.reduce((most, one) => (one.times > most.times ? one : most)).sign;
}
