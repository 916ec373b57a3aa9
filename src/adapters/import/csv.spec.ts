import fc from 'fast-check';
import { csvRecords, separatorOf, statedSeparator, type CsvRecord } from './csv';
import type { Line } from './lines';

async function* linesIn(text: string, atOnce: number): AsyncGenerator<readonly Line[]> {
  const lines = text.split(/(?<=\n)/u).map((line, index) => ({ number: index + 1, text: line }));
  for (let start = 0; start < lines.length; start += atOnce)
    yield await Promise.resolve(lines.slice(start, start + atOnce));
}

async function read(text: string, separator = ',', atOnce = 2): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const some of csvRecords(linesIn(text, atOnce), separator)) records.push(...some);
  return records;
}

const cellsOf = async (text: string, separator?: string) =>
  (await read(text, separator)).map(({ line, cells }) => [line, cells]);

describe('records of a CSV file', () => {
  it('hold quoted separators, quotes and line ends as they were', async () => {
    expect(await cellsOf('a,"b,c"\n"say ""hi""",d\r\n"one\r\ntwo",e')).toEqual([
      [1, ['a', 'b,c']],
      [2, ['say "hi"', 'd']],
      [3, ['one\r\ntwo', 'e']],
    ]);
  });

  it('pass over blank lines and keep the numbers of the others', async () => {
    expect(await cellsOf('a;1\n\n\r\nb;2\n', ';')).toEqual([
      [1, ['a', '1']],
      [4, ['b', '2']],
    ]);
  });

  it('cost one line where a quote is stray, never closed or cut off', async () => {
    for (const bad of ['a,"b"c\n', 'a,b"c\n', 'a,"b\n']) {
      const records = await read(`x,1\n${bad}y,2\n"z",3\n`);
      expect(records.map(({ line, cells, problem }) => [line, cells?.[0], problem === undefined])).toEqual([
        [1, 'x', true],
        [2, undefined, false],
        [3, 'y', true],
        [4, 'z', true],
      ]);
    }
  });

  it('hold the text of a formula that is nothing but a text, bare or quoted', async () => {
    expect(await cellsOf('="00123",Ann\n"=""00124""","=""a,""""b""""""","x,="""\n="00125";x\n')).toEqual([
      [1, ['00123', 'Ann']],
      [2, ['00124', 'a,"b"', 'x,="']],
      [3, undefined],
    ]);
    expect(await cellsOf('="00125";x', ';')).toEqual([[1, ['00125', 'x']]]);
  });

  it('never hold part of a line that is too long, where a quoted cell goes on in it', async () => {
    const records = await read(`"begun\nended",${'x'.repeat(4 * 2 ** 20)}\ny,2\n`);
    expect(records.map(({ line, cells }) => [line, cells])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, ['y', '2']],
    ]);
  });

  it('come back as they were written, whatever the cells, the separator and the size of the parts', async () => {
    // A formula that is nothing but a text is that text.
    const cell = fc
      .string({
        unit: fc.constantFrom('a', ' ', '"', ',', ';', '\t', '\n', '\r\n', 'ä', '𝄞', '='),
        maxLength: 6,
      })
      .filter((text) => !/^="((?:[^"]|"")*)"$/u.test(text));
    // A record of one empty cell is a blank line.
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.integer({ min: 1, max: 5 }),
        async (rows, separator, atOnce) => {
          const text = rows
            .map((cells) => cells.map((one) => `"${one.replace(/"/gu, '""')}"`).join(separator))
            .join('\n');
          const records = await read(text, separator, atOnce);
          expect(records.map(({ cells }) => cells)).toEqual(rows);
        },
      ),
    );
  });

  it('lose no other line to a bad one, wherever it stands', async () => {
    const line = fc.constantFrom('a,1\n', '"b",2\n', '"c\nd",3\n', '"e ""f""",4\n');
    const bad = fc.constantFrom('"x"y,5\n', 'x"y"z,5\n');
    await fc.assert(
      fc.asyncProperty(fc.array(line), bad, fc.array(line), async (before, stray, after) => {
        const records = await read([...before, stray, ...after].join(''));
        expect(records.filter(({ cells }) => cells)).toHaveLength(before.length + after.length);
        expect(records.filter(({ cells }) => !cells)).toHaveLength(1);
      }),
    );
  });
});

test('the separator is the sign that a header holds most often', () => {
  expect(separatorOf('id;name;when, if ever')).toBe(';');
  expect(separatorOf('id\tname')).toBe('\t');
  expect(separatorOf('id')).toBe(',');
});

test('a line before the header may say what separates the cells', () => {
  expect(statedSeparator('sep=;\r\n')).toBe(';');
  expect(statedSeparator('"sep=\t"')).toBe('\t');
  expect(statedSeparator('SEP=,\n')).toBe(',');
  expect(statedSeparator('sep=id,name\n')).toBeUndefined();
});
