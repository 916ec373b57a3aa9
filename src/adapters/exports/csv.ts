import type { Cell, Row } from '../../features/exports/column';
import { writtenLines, type Format, type LinesFormat } from './format';

/** What a spreadsheet takes for the beginning of a formula, or drops before one; and the sign that tells it not to. */
const beginsFormula = /^[=+\-@\t\r\n'＝＋－＠]/u;

const splitsCells = /[;\t\r\n]/;
/**
 * The same behind what a spreadsheet of another country takes for the end of a cell: where a comma stands in decimal
 * fractions, a file of commas is split at semicolons, and quotes no longer hold a cell together.
 */
const beginsOther = /[;\t\r\n](?="*[=+\-@\t\r'＝＋－＠])/gu;

/**
 * A text that no spreadsheet computes with when it opens the file: where one might, an apostrophe is put before it. A reader
 * takes it away again: every apostrophe at the beginning of a cell, or behind a semicolon, tab or line break, was put there.
 */
export function harmless(text: string): string {
  // Most texts have nothing of it.
  const within = splitsCells.test(text) ? text.replace(beginsOther, "$&'") : text;
  return beginsFormula.test(within) ? `'${within}` : within;
}

/** The text that harmless() was given. */
export function asItWas(text: string): string {
  return text.replace(/^'/u, '').replace(/([;\t\r\n])'/gu, '$1');
}

/** A cell by RFC 4180. */
export function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = harmless(cell);
  return /["\r\n,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(cells: Row): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

const lines: LinesFormat = {
  begin: ({ columns }) => csvLine(columns.map(({ name }) => name)),
  line: csvLine,
  close: () => '',
  end: ({ rows, sha256, snapshot, asOf }, columns) => {
    const cells = ['#end', rows, sha256, snapshot, asOf];
    // As many cells as each line before it: readers expect that.
    return csvLine(columns.map((_, place) => cells[place] ?? null));
  },
};

/** Commas, quotes and CRLF (RFC 4180), in UTF-8; the first line names the columns. */
export const csv: Format = {
  name: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  isPacked: false,
  write: (document) => writtenLines(lines, document),
};
