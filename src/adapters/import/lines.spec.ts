import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { linesOf, type Line } from './lines';
import { wrongText } from './wrong-file';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'skillwake-lines-spec-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function linesIn(content: string | Buffer, encoding?: string): Promise<Line[]> {
  const path = join(folder, randomUUID());
  await writeFile(path, content);
  const lines: Line[] = [];
  for await (const some of linesOf({ path, encoding, onBytes: () => undefined })) lines.push(...some);
  return lines;
}
const textsIn = async (content: string | Buffer, encoding?: string) =>
  (await linesIn(content, encoding)).map(({ text }) => text);

describe('lines', () => {
  it('end as the first one does, whatever ends stand within quotes', async () => {
    expect(await textsIn('id;name\r5;"Ed\nLee"\r6;Flo')).toEqual(['id;name\r', '5;"Ed\nLee"\r', '6;Flo']);
    expect(await textsIn('id;name\r\n5;"Ed\rLee"\r\n')).toEqual(['id;name\r\n', '5;"Ed\rLee"\r\n']);
    expect(await textsIn('"id\rof it";name\n5;Ed\n')).toEqual(['"id\rof it";name\n', '5;Ed\n']);
    expect(await textsIn('id\r')).toEqual(['id\r']);
    expect(await textsIn('')).toEqual([]);
  });

  it('are unpacked where the bytes say that they are packed, whatever the file is called', async () => {
    expect(await textsIn(gzipSync('id\n1\n'))).toEqual(['id\n', '1\n']);
    expect(await textsIn(Buffer.concat([gzipSync('id\n'), gzipSync('1\n')]))).toEqual(['id\n', '1\n']);
    await expect(linesIn(gzipSync('id\n1\n'.repeat(9_999)).subarray(0, 60))).rejects.toThrow(
      /is complete\.$/u,
    );
  });

  it('are read from UTF-16 without a mark too', async () => {
    expect(await textsIn(Buffer.from('id;Zoë\n1;Ann\n', 'utf16le'))).toEqual(['id;Zoë\n', '1;Ann\n']);
    expect(await textsIn(Buffer.from('id;Zoë\n1;Ann\n', 'utf16le').swap16())).toEqual([
      'id;Zoë\n',
      '1;Ann\n',
    ]);
  });
});

describe('a sign that cannot be read', () => {
  const problemsOf = async (content: string | Buffer, encoding?: string) =>
    (await linesIn(content, encoding)).map(({ problem }) => problem);

  it('is another encoding where nothing proves the contrary', async () => {
    const [header, line] = await problemsOf(Buffer.from('id,name\n1,Zoë\n', 'latin1'));
    expect([header, line]).toEqual([undefined, expect.stringMatching(/--encoding latin1$/u)]);
  });

  it('is a fault of its line where the rest of the file is read rightly: another encoding would spoil that', async () => {
    const mixed = Buffer.concat([Buffer.from('id,name\n1,Zoë\n'), Buffer.from('2,Zoë\n', 'latin1')]);
    for (const content of [mixed, Buffer.concat([Buffer.from('\ufeff'), Buffer.from('é\n', 'latin1')])]) {
      const said = (await problemsOf(content)).at(-1);
      expect(said).toMatch(/would spoil the others/u);
      expect(said).not.toMatch(/--encoding/u);
    }
  });

  it('was lost before the file was written where the file has the sign that stands for it', async () => {
    const lines = await linesIn('id,name\n1,Zo\ufffd\n2,Ann\n');
    expect(lines.map(({ problem }) => problem)).toEqual([undefined, undefined, undefined]);
    expect(lines.map(({ isLossy }) => isLossy)).toEqual([false, true, false]);
    expect(lines[1]?.text).toBe('1,Zo\ufffd\n');
  });

  it('is known by whole signs, wherever the file is cut into parts', async () => {
    // Parts of 65,536 bytes: each of three places within the sign falls between two of them.
    for (const before of [65_533, 65_534, 65_535, 65_536]) {
      const lines = await linesIn(`${'x'.repeat(before)}\ufffd\n`);
      expect(lines.map(({ problem, isLossy }) => [problem, isLossy])).toEqual([[undefined, true]]);
      expect(lines[0]?.text.slice(before)).toBe('\ufffd\n');
    }
    expect(await problemsOf(Buffer.from([0x61, 0xef]))).toEqual([expect.stringMatching(/not text/u)]);
  });

  it('names the encoding where one was given', async () => {
    expect(await problemsOf(Buffer.from('Zoë\n', 'latin1'), 'utf-8')).toEqual([
      expect.stringMatching(/not text in utf-8: name the encoding in which/u),
    ]);
  });
});

describe('a file that is none of lines', () => {
  it.each([
    ['PK\u0003\u0004\u0014\u0000', /is a workbook.*CSV/u],
    ['\u00d0\u00cf\u0011\u00e0\u00a1\u00b1', /is a workbook.*CSV/u],
    ['%PDF-1.7', /is a PDF/u],
    ['BZh9', /gzip/u],
    ['SQLite format 3\u0000\u0010', /is no text/u],
  ])('is named for what it is: %j', async (beginning, said) => {
    await expect(linesIn(Buffer.from(`${beginning}rest of it`, 'latin1'))).rejects.toThrow(said);
  });

  it.each([
    ['<!DOCTYPE html>', /web page/u],
    ['<?xml version="1.0"?>', /XML/u],
    ['[', /JSON array/u],
    ['[{"id":1}]', /JSON array/u],
    ['{', /several lines/u],
  ])('shows in its first line: %j', (line, said) => {
    expect(wrongText(`${line}\n`)).toMatch(said);
  });

  it('is not mistaken where a table begins with such signs', () => {
    for (const line of ['id,name', '[id],[name]', '{"id":1}', '"<id>",name'])
      expect(wrongText(line)).toBeUndefined();
  });
});
