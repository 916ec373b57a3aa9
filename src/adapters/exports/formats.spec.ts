import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { asItWas, csv, csvLine } from './csv';
import type { Document, Format } from './format';
import { formats } from './formats';
import { jsonLd } from './json-ld';
import { ndjson } from './ndjson';
import { writtenSheets, xlsx } from './xlsx';
import type { Cell, Column, Row } from '../../features/exports/column';

const columns: readonly Column[] = [
  { name: 'id', type: 'id', description: 'Who.' },
  { name: 'name', type: 'text', nullable: true, description: 'What.', term: 'https://schema.org/name' },
  { name: 'level', type: 'share', nullable: true, withheld: true, description: 'How well.' },
  { name: 'at', type: 'moment', nullable: true, description: 'When.' },
  { name: 'count', type: 'whole', description: 'How many.' },
];
const told = { snapshot: 'the snapshot', asOf: '2026-01-05T00:00:00.000Z' };

async function* someAtATime(rows: readonly Row[], most = 2): AsyncGenerator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += most) {
    await Promise.resolve();
    yield rows.slice(from, from + most);
  }
}

const documentOf = (rows: AsyncIterable<readonly Row[]>): Document => ({
  exported: { name: 'things', columns, term: 'https://schema.org/Thing' },
  rows,
  ...told,
});

async function bytesOf(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

const written = (format: Format, rows: readonly Row[]) =>
  bytesOf(format.write(documentOf(someAtATime(rows))));

const rows: readonly Row[] = [
  ['a', 'Ada, "the" first\r\nof them', 0.996, '2026-01-05T09:00:00.000Z', 3],
  ['b', null, null, null, 0],
  ['c', '=1+1', 'withheld', null, 7],
];

const digestOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

/** A text as it is read without its last line, and that line. */
function cut(bytes: Buffer): { before: Buffer; last: string } {
  const at = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
  return { before: bytes.subarray(0, at), last: bytes.subarray(at).toString() };
}

const text = () =>
  fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'=+-@\t\r\n\';,""a1 ＝'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
  });

describe('each format of lines', () => {
  it.each([csv, ndjson, jsonLd])(
    'ends $name with how many rows there are and the digest of all before',
    async (format) => {
      for (const some of [rows, rows.slice(0, 1), []]) {
        const { before, last } = cut(await written(format, some));
        expect(last).toContain(digestOf(before));
        expect(last).toContain(
          format === csv ? `#end,${String(some.length)},` : `"rows":${String(some.length)},`,
        );
        expect(last).toContain('the snapshot');
      }
    },
  );

  it('writes what is withheld as that word, and what there is not as nothing', async () => {
    const table = parse(await written(csv, rows));
    expect(table.map((cells) => cells[2])).toEqual([
      'level',
      '0.996',
      '',
      'withheld',
      digestOf(cut(await written(csv, rows)).before),
    ]);
    const lines = (await written(ndjson, rows)).toString().trimEnd().split('\n').slice(0, -1);
    expect(lines.map((line) => (JSON.parse(line) as { level: Cell }).level)).toEqual([
      0.996,
      null,
      'withheld',
    ]);
  });

  it('makes one document of JSON-LD, in which ids are addresses and names mean something', async () => {
    const document = JSON.parse((await written(jsonLd, rows)).toString()) as Record<string, unknown>;
    expect(document).toMatchObject({
      '@context': { end: null, name: { '@id': 'https://schema.org/name' }, id: { '@type': '@id' } },
      '@graph': [
        { '@type': 'https://schema.org/Thing', id: 'urn:skillwake:id:a', level: 0.996 },
        { id: 'urn:skillwake:id:b' },
        { level: 'withheld' },
      ],
      end: { rows: 3, ...told },
    });
  });
});

describe('a cell of CSV', () => {
  it('is read as it was written, by a reader that takes the apostrophes away', () => {
    fc.assert(
      fc.property(fc.array(text(), { minLength: 1, maxLength: 4 }), (cells) => {
        const [found = []] = parse(csvLine(cells));
        expect(found.map(asItWas)).toEqual(cells);
      }),
    );
  });

  it.each([',', ';', '\t'])('is no formula in a spreadsheet that splits at %j', (delimiter) => {
    // Where quotes no longer hold a cell together, two of them hold nothing, and one is dropped.
    const isFormula = delimiter === ',' ? /^[=+@\-＝＋－＠]/u : /^("|("")*)[=+@\-＝＋－＠]/u;
    fc.assert(
      fc.property(fc.array(text(), { minLength: 1, maxLength: 4 }), (cells) => {
        const found = parse(csvLine(cells), {
          delimiter,
          relax_quotes: true,
          relax_column_count: true,
          quote: delimiter === ',' ? '"' : null,
        }).flat();
        for (const cell of found) expect(cell).not.toMatch(isFormula);
      }),
    );
  });

  it('that is a number below 0 stays one', () => {
    expect(csvLine([-1.5, '-1.5', true, null])).toBe("-1.5,'-1.5,true,\r\n");
  });
});

const [endOfDirectory, entryOfDirectory] = [0x06054b50, 0x02014b50];

/** The files in a ZIP by name (APPNOTE 6.3.10, 4.3), read by its directory; those that are larger than 4 GB are none. */
function entriesOfZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== endOfDirectory) throw new Error('This is no whole ZIP.');
  const found = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.readUInt32LE(at) !== entryOfDirectory) throw new Error('The directory of the ZIP is broken.');
    const [packed, size] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
      zip.readUInt16LE(at + place),
    ) as [number, number, number];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const header = zip.readUInt32LE(at + 42);
    const begin = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const bytes = inflateRawSync(zip.subarray(begin, begin + packed));
    if (bytes.length !== size) throw new Error(`${name} has another size than the directory says.`);
    found.set(name, bytes);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return found;
}

describe('a workbook', () => {
  const sheetOf = (bytes: Buffer, sheet = 1) =>
    entriesOfZip(bytes)
      .get(`xl/worksheets/sheet${String(sheet)}.xml`)
      ?.toString() ?? '';

  it('has the cells as text, number and date, and ends with the digest of the same rows as CSV', async () => {
    const bytes = await written(xlsx, rows);
    const sheet = sheetOf(bytes);
    expect([...entriesOfZip(bytes).keys()]).toEqual(
      expect.arrayContaining([
        '[Content_Types].xml',
        '_rels/.rels',
        'xl/workbook.xml',
        'xl/_rels/workbook.xml.rels',
        'xl/styles.xml',
      ]),
    );
    expect(sheet).toContain('<c><v>0.996</v></c><c s="1"><v>46027.375</v></c><c><v>3</v></c></row>');
    // Marked as text, also for whoever edits the cell.
    expect(sheet).toContain(
      '<c t="inlineStr" s="2"><is><t>=1+1</t></is></c><c t="inlineStr"><is><t>withheld</t>',
    );
    expect(sheet).toContain('Ada, "the" first&#13;\nof them');
    expect(sheet).toContain(
      `>#end</t></is></c><c><v>3</v></c><c t="inlineStr"><is><t>${digestOf(cut(await written(csv, rows)).before)}<`,
    );
  });

  it('goes on in a further sheet where one is full', async () => {
    const many: Row[] = Array.from({ length: 7 }, (_, at) => [`id${String(at)}`, null, null, null, at]);
    const bytes = await bytesOf(writtenSheets(documentOf(someAtATime(many, 3)), 5));
    expect([1, 2, 3, 4].map((sheet) => sheetOf(bytes, sheet).match(/>id\d</gu)?.length)).toEqual([
      3,
      3,
      1,
      undefined,
    ]);
    expect([1, 2, 3].map((sheet) => sheetOf(bytes, sheet).includes('#end'))).toEqual([false, false, true]);
    expect(entriesOfZip(bytes).get('xl/workbook.xml')?.toString()).toContain(
      '<sheet name="things 3" sheetId="3" r:id="rId3"/>',
    );
    const full = await bytesOf(writtenSheets(documentOf(someAtATime(many.slice(0, 3), 3)), 5));
    expect([...entriesOfZip(full).keys()].filter((name) => name.includes('sheet'))).toHaveLength(1);
  });

  it('holds nothing that XML may not, and no sign that a spreadsheet reads as another', async () => {
    const bytes = await written(xlsx, [['a', 'x\u0000\u0007<&>_x0041_\ud800', 1, null, 1]]);
    expect(sheetOf(bytes)).toContain('x\ufffd\ufffd&#60;&#38;&#62;_x005F_x0041_\ufffd');
  });
});

describe('what a reader does not take', () => {
  it.each(formats)('is not made, in $name', async (format) => {
    let made = 0;
    let ended = false;
    async function* endless(): AsyncGenerator<readonly Row[]> {
      try {
        for (;;) {
          await new Promise(setImmediate);
          made++;
          yield Array.from({ length: 500 }, () => [
            `id ${Math.random()}`,
            String(Math.random()),
            1,
            null,
            made,
          ]);
        }
      } finally {
        ended = true;
      }
    }
    const parts = format.write(documentOf(endless()))[Symbol.asyncIterator]();
    for (let taken = 0; taken < 3; taken++) await parts.next();
    for (let waited = 0; waited < 200; waited++) await new Promise(setImmediate);
    expect(made).toBeLessThan(40);
    await parts.return?.();
    for (let waited = 0; waited < 20; waited++) await new Promise(setImmediate);
    expect(ended).toBe(true);
  });

  it.each(formats)('breaks off where rows fail, in $name', async (format) => {
    async function* failing(): AsyncGenerator<readonly Row[]> {
      yield* someAtATime(rows);
      throw new Error('the database is away');
    }
    await expect(bytesOf(format.write(documentOf(failing())))).rejects.toThrow('the database is away');
  });
});
