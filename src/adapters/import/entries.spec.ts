import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { entriesOf } from './entries';
import type { Entry, Format, RejectedLine } from './entry';
import { kindsOf } from './kinds';
import type { Line } from './lines';
import { Notes } from './notes';

const kinds = kindsOf(buildSchema(readFileSync('schema/schema.graphql', 'utf8')));

const format: Format = {
  kind: undefined,
  source: 'hr',
  separator: undefined,
  encoding: undefined,
  headings: new Map(),
  ignored: [],
  cleared: [],
  zone: undefined,
};

async function read(
  text: string,
  given: Partial<Format> = {},
  file = 'people.csv',
): Promise<{ lines: (Entry | RejectedLine)[]; notes: readonly string[] }> {
  const notes = new Notes(file);
  async function* all(): AsyncGenerator<readonly Line[]> {
    yield await Promise.resolve(
      text
        .split(/(?<=\n)/u)
        .map((one, index) => ({ number: index + 1, text: one, isLossy: one.includes('�') })),
    );
  }
  const lines: (Entry | RejectedLine)[] = [];
  for await (const some of entriesOf(file, all(), kinds, { ...format, ...given }, notes)) lines.push(...some);
  return { lines, notes: notes.sentences };
}

const itemsOf = async (...given: Parameters<typeof read>) =>
  (await read(...given)).lines.map(({ item }) => item);
const reasonsOf = async (...given: Parameters<typeof read>) =>
  (await read(...given)).lines.map((line) => ('reason' in line ? line.reason : undefined));

describe('keys', () => {
  it('that look alike are one, in cells, in headings, in lines of JSON and on the command line', async () => {
    const expected = [{ source: 'hr', id: '3002', name: 'Ann ' }];
    expect(await itemsOf('\u00a0id ,name\u00a0\n3002\u00a0,Ann \n', { source: 'hr ' })).toEqual(expected);
    expect(await itemsOf('{"id":" 3002\u200b","source":"hr\u00a0","name":"Ann "}\n')).toEqual(expected);
    expect(await itemsOf('person,team.id,team.source\n 7,a\u00a0,erp \n', { kind: 'memberships' })).toEqual([
      { person: { source: 'hr', id: '7' }, team: { source: 'erp', id: 'a' } },
    ]);
  });

  it('keep the digits of large numbers, and may be numbers in JSON', async () => {
    const long = '12345678901234567890';
    expect(await itemsOf(`{"id":${long},"name":"say \\"${long}\\", \\\\"}\n{"id":42,"name":"B"}\n`)).toEqual([
      { source: 'hr', id: long, name: `say "${long}", \\` },
      { source: 'hr', id: '42', name: 'B' },
    ]);
    const skills = await itemsOf(
      `id,prompt,skills\nq,?,"[{""source"":""mine"",""id"":${long}}]"\n`,
      {},
      'questions.csv',
    );
    expect(skills).toEqual([{ source: 'hr', id: 'q', prompt: '?', skills: [{ source: 'mine', id: long }] }]);
  });

  it('of which digits or signs are lost are refused: they may be another’s', async () => {
    expect(await reasonsOf('id,name\n1.23457E+11,Ann\n"1,23457E+11",Bo\n\ufffd7,Cy\n8,D\ufffd\n')).toEqual([
      expect.stringMatching(/^id: 1.23457E\+11 is a number that a spreadsheet has shortened/u),
      expect.stringMatching(/^id: 1,23457E\+11/u),
      expect.stringMatching(/^id: holds a sign that was lost/u),
      undefined,
    ]);
  });
});

describe('a header', () => {
  it('may have other headings, told by --columns', async () => {
    const headings = new Map([
      ['Personnel number', 'id'],
      ['Name, first name', 'name'],
    ]);
    expect(
      await itemsOf('"Personnel number ";"Name, first name";Room\n7;Lee, Ann;4\n', {
        headings,
        ignored: ['Room'],
      }),
    ).toEqual([{ source: 'hr', id: '7', name: 'Lee, Ann' }]);
    await expect(read('Nr,name\n', {})).rejects.toThrow(/no column Nr: .*--columns "Nr=COLUMN"/u);
  });

  it('that names a column twice is refused, even by two headings', async () => {
    await expect(read('id,name,id\n1,Ann,2\n')).rejects.toThrow(/columns 1 and 3 are both id/u);
    await expect(read('id,name,Name\n1,Ann,An\n', { headings: new Map([['Name', 'name']]) })).rejects.toThrow(
      /columns 2 and 3 are both name/u,
    );
  });

  it('may have columns without a name: they are passed over, and named where they have cells', async () => {
    const { lines, notes } = await read(',id,name,\n0,7,Ann,\n1,8,Bob,\n');
    expect(lines.map(({ item }) => item)).toEqual([
      { source: 'hr', id: '7', name: 'Ann' },
      { source: 'hr', id: '8', name: 'Bob' },
    ]);
    expect(notes).toEqual(['people.csv: column 1 has cells but no name, and was passed over.']);
  });

  it('comes after a line that says the separator, and after blank ones', async () => {
    expect(await itemsOf('\r\nsep=#\r\nid#name\r\n7#a, b; c; d\r\n')).toEqual([
      { source: 'hr', id: '7', name: 'a, b; c; d' },
    ]);
    expect(await itemsOf('sep=#\nid;name\n7;Ann\n', { separator: ';' })).toEqual([
      { source: 'hr', id: '7', name: 'Ann' },
    ]);
  });

  it('may be shorter than a line that ends with separators', async () => {
    expect(await reasonsOf('id,name\n7,Ann,,\n8,Bob,x\n')).toEqual([
      undefined,
      expect.stringMatching(/has 3 cells and the header 2/u),
    ]);
  });
});

describe('cells', () => {
  it('of a spreadsheet may be in capitals, or formulas that keep digits', async () => {
    expect(
      await itemsOf('person,team,remove\n="007",a,TRUE\n="008",a,False\n', {}, 'memberships.csv'),
    ).toMatchObject([
      { person: { id: '007' }, remove: true },
      { person: { id: '008' }, remove: false },
    ]);
  });

  it('that are empty say nothing, unless their column clears the field', async () => {
    const text = 'id,email,timeZone\n7,,\n8,a@b.org,\n';
    expect(await itemsOf(text)).toEqual([
      { source: 'hr', id: '7' },
      { source: 'hr', id: '8', email: 'a@b.org' },
    ]);
    expect(await itemsOf(text, { cleared: ['email '] })).toEqual([
      { source: 'hr', id: '7', email: null },
      { source: 'hr', id: '8', email: 'a@b.org' },
    ]);
    await expect(read(text, { cleared: ['photoUrl'] })).rejects.toThrow(/no column photoUrl whose empty/u);
  });

  it('that name a source beside an empty id refer to nothing, or clear what was referred to', async () => {
    const text = 'id,broader.id,broader.source\nt, ,erp\nu,t,erp\n';
    expect(await itemsOf(text, {}, 'teams.csv')).toEqual([
      { source: 'hr', id: 't' },
      { source: 'hr', id: 'u', broader: { source: 'erp', id: 't' } },
    ]);
    expect(await itemsOf(text, { cleared: ['broader.id'] }, 'teams.csv')).toMatchObject([
      { id: 't', broader: null },
      { id: 'u', broader: { id: 't' } },
    ]);
  });

  it('that hold a day, or a time without an offset, are of the zone that an option names', async () => {
    const text = 'id,activeUntil\n7,2026-01-31\n8,2026-01-31 09:00\n9,2026-01-31T09:00:00Z\n';
    expect(await itemsOf(text, { zone: 'Europe/Berlin' })).toMatchObject([
      { activeUntil: '2026-01-30T23:00:00.000Z' },
      { activeUntil: '2026-01-31T08:00:00.000Z' },
      { activeUntil: '2026-01-31T09:00:00Z' },
    ]);
    expect(await itemsOf(text)).toMatchObject([{ activeUntil: '2026-01-31' }, {}, {}]);
    expect(await itemsOf('{"id":"7","activeUntil":"2026-01-31"}\n', { zone: 'Europe/Berlin' })).toMatchObject(
      [{ activeUntil: '2026-01-30T23:00:00.000Z' }],
    );
  });

  it('whose signs were lost before are taken as they are, and counted', async () => {
    const { lines, notes } = await read('id,name\n7,Zo\ufffd\n8,Ann\n');
    expect(lines.map(({ item }) => item?.['name'])).toEqual(['Zo\ufffd', 'Ann']);
    expect(notes).toEqual([expect.stringMatching(/^people.csv: 1 lines have the sign \ufffd/u)]);
  });
});

test('a file that is none of lines is named for what it is', async () => {
  await expect(read('[\n{"id":"7"}\n]\n')).rejects.toThrow(/^people.csv is a JSON array/u);
  await expect(read('{\n"id":"7"\n}\n', {}, 'people.json')).rejects.toThrow(/several lines/u);
});
