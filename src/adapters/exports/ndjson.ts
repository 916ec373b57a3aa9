import type { Cell, Column, Row } from '../../features/exports/column';
import { writtenLines, type Format, type LinesFormat } from './format';

/** A row with its cells by name. */
export function objectOf(row: Row, columns: readonly Column[]): Record<string, Cell> {
  return Object.fromEntries(columns.map(({ name }, place) => [name, row[place] ?? null]));
}

const lines: LinesFormat = {
  begin: () => '',
  line: (row, _number, columns) => `${JSON.stringify(objectOf(row, columns))}\n`,
  close: () => '',
  end: (end) => `${JSON.stringify({ end })}\n`,
};

/** A JSON object a line, in UTF-8. */
export const ndjson: Format = {
  name: 'ndjson',
  mediaType: 'application/x-ndjson',
  isPacked: false,
  write: (document) => writtenLines(lines, document),
};
