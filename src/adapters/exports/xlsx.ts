import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Cell, CellType, Column, Row } from '../../features/exports/column';
import { csvLine, harmless } from './csv';
import type { Document, Format } from './format';
import { beginningOfSheet, endOfSheet, partsAround, pathOfSheet, style } from './xlsx-parts';

/** A sheet has no more rows (ISO/IEC 29500 leaves it open, spreadsheets do not). */
export const mostRows = 1_048_576;
/** Nor a cell more characters. */
const longestText = 32_767;

/** What XML may not hold. */
const noXml = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** Whether a text has anything that is written otherwise. */
const isUnlike = /[&<>\r_\ufffe\uffff]|\p{Cc}/u;

function xmlText(text: string): string {
  if (text.length <= longestText && !isUnlike.test(text)) return text;
  return (
    text
      .slice(0, longestText)
      .replace(noXml, '\ufffd')
      // A spreadsheet takes _x0041_ for the character of that number.
      .replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_')
      .replace(/[&<>\r]/gu, (sign) => `&#${String(sign.charCodeAt(0))};`)
  );
}

const day = 86_400_000;
/** The day of 1 January 1970, counted as spreadsheets do. */
const firstDay = 25_569;

function styled(format: number): string {
  return format === style.plain ? '' : ` s="${String(format)}"`;
}

function numberCell(value: number, format: number): string {
  return `<c${styled(format)}><v>${String(value)}</v></c>`;
}

function textCell(text: string, format: number): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<c t="inlineStr"${styled(format)}><is><t${space}>${xmlText(text)}</t></is></c>`;
}

/** A cell of text is never computed with; what looks like a formula is marked besides, for whoever edits it. */
function xlsxCell(cell: Cell, type: CellType | undefined): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return numberCell(cell, style.plain);
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? '1' : '0'}</v></c>`;
  const moment = type === 'moment' ? Date.parse(cell) : NaN;
  if (!Number.isNaN(moment)) return numberCell(moment / day + firstDay, style.moment);
  return textCell(cell, harmless(cell) === cell ? style.plain : style.text);
}

function rowText(row: Row, columns: readonly Pick<Column, 'type'>[]): string {
  return `<row>${row.map((cell, place) => xlsxCell(cell, columns[place]?.type)).join('')}</row>`;
}

/** The sheets of a workbook, one after the other, out of rows that come some at a time. */
class Sheets {
  private readonly source: AsyncIterator<readonly Row[], unknown>;
  private readonly digest = createHash('sha256');
  private readonly header: string;
  private waiting: readonly Row[] = [];
  private count = 0;
  /** Whether the last row has been written. */
  isOver = false;

  constructor(
    private readonly document: Document,
    /** How many rows a sheet takes, its header and the last line among them. */
    private readonly most: number,
  ) {
    const names = document.exported.columns.map(({ name }) => name);
    this.source = document.rows[Symbol.asyncIterator]();
    this.header = `<row>${names.map((name) => textCell(name, style.header)).join('')}</row>`;
    this.digest.update(csvLine(names));
  }

  /** The next sheet, as XML; the last one ends with how many rows there are in all. */
  async *next(): AsyncGenerator<string> {
    yield beginningOfSheet + this.header;
    // Room is left for the last line.
    let room = this.most - 2;
    while (room > 0 && !this.isOver) {
      if (this.waiting.length === 0) await this.take();
      const rows = this.waiting.slice(0, room);
      this.waiting = this.waiting.slice(room);
      room -= rows.length;
      yield this.textOf(rows);
    }
    if (!this.isOver && this.waiting.length === 0) await this.take();
    yield (this.isOver ? this.lastRow() : '') + endOfSheet;
  }

  /** Ends what makes the rows, where nobody wants the rest. */
  async leave(): Promise<void> {
    await this.source.return?.();
  }

  private async take(): Promise<void> {
    const next = await this.source.next();
    if (next.done === true) this.isOver = true;
    else this.waiting = next.value;
  }

  private textOf(rows: readonly Row[]): string {
    this.count += rows.length;
    this.digest.update(rows.map(csvLine).join(''));
    const { columns } = this.document.exported;
    return rows.map((row) => rowText(row, columns)).join('');
  }

  private lastRow(): string {
    const { snapshot, asOf } = this.document;
    return rowText(['#end', this.count, this.digest.digest('hex'), snapshot, asOf], []);
  }
}

/** Adds sheet after sheet, each when the one before is written, and then what speaks of all of them. */
function addSheets(zip: ZipFile, sheets: Sheets, name: string, sheet = 1): void {
  const xml = Readable.from(sheets.next());
  xml.once('end', () => {
    if (!sheets.isOver) {
      addSheets(zip, sheets, name, sheet + 1);
      return;
    }
    for (const [path, text] of partsAround(sheet, name)) zip.addBuffer(Buffer.from(text), path);
    zip.end();
  });
  // The reader of the file hears of it.
  xml.once('error', (error) => zip.outputStream.emit('error', error));
  zip.addReadStream(xml, pathOfSheet(sheet));
}

/** Writes a workbook whose sheets take so many rows each. */
export async function* writtenSheets(document: Document, most = mostRows): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const sheets = new Sheets(document, most);
  addSheets(zip, sheets, document.exported.name);
  try {
    for await (const part of zip.outputStream) yield part as Buffer;
  } finally {
    await sheets.leave();
  }
}

/** A workbook as Office Open XML has it; moments are dates in UTC, and the last row has the digest of the same rows as CSV. */
export const xlsx: Format = {
  name: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  isPacked: true,
  write: (document) => writtenSheets(document),
};
