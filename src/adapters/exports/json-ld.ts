import type { Cell, Column, Row } from '../../features/exports/column';
import { writtenLines, type Document, type Format, type LinesFormat } from './format';

/** Names what no public vocabulary has a word for. */
const own = 'urn:skillwake:';
const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** What a global id names, as an IRI: the id itself is no address. */
function iriOf(id: Cell): Cell {
  return id === null ? null : `${own}id:${String(id)}`;
}

function meaningOf({ name, type, term }: Column): object {
  const id = term ?? `${own}term:${name}`;
  if (type === 'id' || type === 'uri') return { '@id': id, '@type': '@id' };
  return type === 'moment' ? { '@id': id, '@type': `${xsd}dateTime` } : { '@id': id };
}

/** What the names in the document mean (JSON-LD 1.1); what is said of the document itself is no fact about anybody. */
export function contextOf({ columns }: Pick<Document['exported'], 'columns'>): Record<string, unknown> {
  return { end: null, ...Object.fromEntries(columns.map((column) => [column.name, meaningOf(column)])) };
}

function nodeOf(row: Row, columns: readonly Column[], term: string): object {
  const cells = columns.map(({ name, type }, place) => {
    const cell = row[place] ?? null;
    return [name, type === 'id' ? iriOf(cell) : cell] as const;
  });
  return { '@type': term, ...Object.fromEntries(cells) };
}

function linesFor(term: string): LinesFormat {
  return {
    begin: (exported) => `{"@context":${JSON.stringify(contextOf(exported))},"@graph":[\n`,
    line: (row, number, columns) =>
      `${number === 0 ? '' : ',\n'}${JSON.stringify(nodeOf(row, columns, term))}`,
    close: (rows) => (rows === 0 ? '' : '\n'),
    end: (end) => `],"end":${JSON.stringify(end)}}\n`,
  };
}

/** One document of JSON-LD 1.1, with a node a line. */
export const jsonLd: Format = {
  name: 'jsonld',
  mediaType: 'application/ld+json',
  isPacked: false,
  write: (document) => writtenLines(linesFor(document.exported.term), document),
};
