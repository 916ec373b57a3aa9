import { startApp, type TestApp } from './kit/app';
import { day, uniqueSource } from './kit/graph';
import { ImportFolder, ndjson } from './kit/importing';
import { statement } from '../src/graph/driver/statement';

let app: TestApp;
let folder: ImportFolder;
let source: string;
beforeAll(async () => {
  app = await startApp();
  folder = await ImportFolder.open(app.database);
});
beforeEach(() => (source = uniqueSource()));
afterAll(async () => {
  await folder.close();
  await app.close();
});

/** Names of the people of this source, by external id. */
async function people(): Promise<Record<string, string>> {
  const rows = await app.database.query(PEOPLE, { source });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
const PEOPLE = statement<{ id: string; name: string; activeUntil: number | null }>(
  'spec.peopleOfSource',
  `MATCH (outside:OutsideId)-[:IDENTIFIES]->(person:Person)
   WITH split(outside.key, '\u001f') AS parts, person WHERE parts[1] = $source
   RETURN parts[2] AS id, person.name AS name, person.activeUntil AS activeUntil`,
  'a spec may look at everything',
);
const ANSWERS = statement<{ id: string; score: number }>(
  'spec.answersOfSource',
  `MATCH (answer:Answer) WITH split(answer.id, '\u001f') AS parts, answer WHERE parts[1] = $source
   RETURN parts[2] AS id, answer.score AS score ORDER BY id`,
  'a spec may look at everything',
);

/** A skill, questions and people, to record answers of. */
const catalogue = (): object[] => [
  { kind: 'skills', source, id: 'sql', name: 'SQL' },
  { kind: 'questions', source, id: 'q1', prompt: 'What is a join?', skills: [{ source, id: 'sql' }] },
  { kind: 'people', source, id: 'ann', name: 'Ann' },
  { kind: 'people', source, id: 'bob', name: 'Bob' },
];
const answer = (id: string, person = 'ann', question = 'q1'): object => ({
  kind: 'answers',
  source,
  id,
  person: { source, id: person },
  question: { source, id: question },
  score: 1,
  at: '2026-01-31T09:00:00Z',
});

describe('an import', () => {
  it('brings in what a CSV file holds, and run again changes nothing', async () => {
    const file = await folder.file(
      `source,id,name\n${source},1,Ann\n${source},id with spaces,"Bob, ""B"""\n`,
    );
    const first = await folder.run(file, '--kind', 'people');
    expect(first).toMatchObject({ code: 0, rejected: [] });
    expect(first.said).toContain('people: 2 new.');
    expect(await people()).toEqual({ '1': 'Ann', 'id with spaces': 'Bob, "B"' });
    expect((await folder.run(file, '--kind', 'people')).said).toContain('people: 2 there already.');
    const changed = await folder.file(`source,id,name\n${source},1,Anne\n`);
    expect((await folder.run(changed, '--kind', 'people')).said).toContain('people: 1 changed.');
  });

  it('sends every kind, in whatever order the lines come', async () => {
    const lines = [...catalogue(), answer('a1'), answer('a2', 'bob')].reverse();
    const { code, said } = await folder.run(await folder.file(ndjson(lines), 'ndjson'));
    expect(said).toMatch(/answers: 2 new\./u);
    expect(code).toBe(0);
    expect(await app.database.query(ANSWERS, { source })).toHaveLength(2);
    const again = await folder.run(await folder.file(ndjson(lines), 'ndjson'));
    expect(again.said).toMatch(/answers: 2 there already\./u);
    expect(again.code).toBe(0);
  });

  it('takes lines of several kinds from one CSV file, by a column that says which', async () => {
    const file = await folder.file(
      `kind,source,id,name,person.source,person.id,team.source,team.id\n` +
        `people,${source},1,Ann,,,,\nteams,${source},t,Team,,,,\nmemberships,,,,${source},1,${source},t\n`,
    );
    const { code, said } = await folder.run(file);
    expect(said).toContain('memberships: 1 new.');
    expect(code).toBe(0);
  });

  it('says of each relationship what became of it', async () => {
    const between = `${source},1,${source},t`;
    const counted = async (...lines: readonly string[]) => {
      const file = await folder.file(
        `person.source,person.id,team.source,team.id,from,to,remove\n${lines.join('\n')}\n`,
      );
      return (await folder.run(file, '--kind', 'memberships')).said;
    };
    const people = await folder.file(`source,id,name\n${source},1,Ann\n`);
    await folder.run(people, '--kind', 'people');
    await folder.run(await folder.file(`source,id,name\n${source},t,Team\n`), '--kind', 'teams');
    const [first, second] = [`${between},${day(0)},${day(1)},`, `${between},${day(2)},,`];
    expect(await counted(first, second)).toContain('memberships: 2 new.');
    expect(await counted(first, `${between},${day(2)},${day(3)},`, `${between},${day(4)},,`)).toContain(
      'memberships: 1 new, 1 changed, 1 there already.',
    );
    expect(await counted(`${between},${day(0)},,true`)).toContain('memberships: 1 changed.');
  });

  it('tells the kind by the columns or by the name of the file, and says what it needs where it cannot', async () => {
    const nouns = await folder.file('source,id,name\n');
    expect((await folder.run(nouns)).said).toMatch(/columns source, id, name \(they fit skills, people/u);
    const byColumns = await folder.file('person,team,from\n');
    expect((await folder.run(byColumns, '--source', source)).code).toBe(0);
    const byName = await folder.file(`id,name\n1,Ann\n`, 'csv', 'people-2026.csv');
    expect((await folder.run(byName, '--source', source)).said).toContain('people: 1 new.');
    const typing = await folder.file(`source,id,nmae\n`);
    expect((await folder.run(typing, '--kind', 'people')).said).toMatch(
      /people have no column nmae: use one of .*name/u,
    );
    expect((await folder.run(typing, '--kind', 'people', '--ignore', 'nmae')).code).toBe(0);
  });

  it('lands the good lines beside the bad, and says of each bad one where it stands and why', async () => {
    const file = await folder.file(
      ndjson([
        { kind: 'people', source, id: '1', name: 'Ann' },
        { kind: 'people', source, id: '2' },
        { kind: 'persons', source, id: '3', name: 'Cy' },
        { kind: 'memberships', person: '1', team: { source, id: 'none' } },
        { kind: 'memberships', person: { source, id: '1' }, team: { source, id: 'none' } },
        { kind: 'people', source, id: '4', name: 'Di', shoe: 42 },
      ]) + '{"kind":"people","source":',
      'ndjson',
    );
    const { code, rejected, rejectedPath } = await folder.run(file);
    expect(code).toBe(2);
    expect(await people()).toEqual({ '1': 'Ann' });
    expect(rejected.map(({ line, code: why, reason }) => `${String(line)} ${why} ${reason}`)).toEqual([
      expect.stringMatching(/^2 INVALID name: is required/u),
      expect.stringMatching(/^3 INVALID kind: must be one of .*people/u),
      expect.stringMatching(/^4 INVALID person: Expected type "ReferenceInput" to be an object/u),
      expect.stringMatching(/^5 NOT_FOUND team does not exist/u),
      expect.stringMatching(/^6 INVALID Field "shoe" is not defined/u),
      expect.stringMatching(/^7 INVALID this is not JSON/u),
    ]);
    expect(await folder.modeOf(rejectedPath)).toBe('600');
  });

  it('takes its file of rejected lines, once they are mended', async () => {
    const file = await folder.file(`id,name\n1,\n2,Bob\n`);
    const { rejected } = await folder.run(file, '--kind', 'people', '--source', source);
    expect(rejected).toHaveLength(1);
    const mended = rejected.map((line) => ({ ...line, item: { ...line.item, name: 'Ann' } }));
    const again = await folder.run(await folder.file(ndjson(mended), 'ndjson'));
    expect(again).toMatchObject({ code: 0, rejected: [] });
    expect(await people()).toEqual({ '1': 'Ann', '2': 'Bob' });
  });

  it('leaves no file of rejected lines of a run before', async () => {
    const file = await folder.file('id,name\n1,\n');
    expect((await folder.run(file, '--kind', 'people', '--source', source)).rejected).toHaveLength(1);
    await folder.file('id,name\n1,Ann\n', 'csv', file.split('/').at(-1));
    expect(await folder.run(file, '--kind', 'people', '--source', source)).toMatchObject({
      code: 0,
      rejected: [],
    });
  });

  it('says which file or option it cannot go by', async () => {
    expect((await folder.run('/nowhere.csv')).said).toMatch(/^\/nowhere\.csv is not a file/u);
    const file = await folder.file('a,b\n');
    expect((await folder.run(file, '--kind', 'persons')).said).toMatch(
      /--kind persons is not a kind: use one of/u,
    );
    const unclosed = await folder.file('"id,name\n');
    expect((await folder.run(unclosed, '--kind', 'people')).said).toMatch(/its header cannot be read/u);
    expect((await folder.run(file, '--encoding', 'klingon')).said).toMatch(
      /--encoding klingon is not known/u,
    );
    expect((await folder.run(file, '--full')).said).toMatch(/--full needs --source/u);
  });
});

describe('the text of a file', () => {
  const load = async (content: string | Buffer, ...words: string[]) =>
    folder.run(await folder.file(content), '--kind', 'people', '--source', source, ...words);

  it('is read with the byte order mark that it begins with, or in the encoding that is named', async () => {
    const text = 'id;name\n1;Zoë\n';
    await load(`\ufeff${text}`);
    await load(Buffer.from(`\ufeff${text.replace('1', '2')}`, 'utf16le'));
    await load(Buffer.from(text.replace('1', '3'), 'latin1'), '--encoding', 'latin1');
    expect(await people()).toEqual({ '1': 'Zoë', '2': 'Zoë', '3': 'Zoë' });
  });

  it('costs a line that is no text in the encoding, and says the way out', async () => {
    const { rejected } = await load(Buffer.from('id,name\n1,Zoë\n2,Bob\n', 'latin1'));
    expect(rejected).toEqual([
      expect.objectContaining({ line: 2, reason: expect.stringMatching(/--encoding latin1/u) as string }),
    ]);
    expect(await people()).toEqual({ '2': 'Bob' });
  });

  it('may have quoted line ends, any of the usual separators and ends of lines, and blank lines', async () => {
    await load('id,name\r\n1,"Ann\r\nLee"\r\n\r\n2,Bob\r\n');
    await load('id\tname\n3\tCy\n');
    await load('id|name\n4|Di');
    await load('id;name\r5;Ed\r');
    await load('id#name\n6#Flo\n', '--separator', '#');
    expect(await people()).toEqual({
      '1': 'Ann\r\nLee',
      '2': 'Bob',
      '3': 'Cy',
      '4': 'Di',
      '5': 'Ed',
      '6': 'Flo',
    });
  });

  it('costs a last line that was cut, and no other', async () => {
    const { rejected } = await load('id,name,email\n1,Ann,\n2,"Bo');
    expect(rejected).toEqual([
      expect.objectContaining({ line: 3, reason: expect.stringMatching(/if it was cut/u) as string }),
    ]);
    const cut = await load('id,name,email\n3,Cy,\n4,D');
    expect(cut.rejected).toEqual([
      expect.objectContaining({
        line: 3,
        reason: expect.stringMatching(/has 2 cells and the header 3/u) as string,
      }),
    ]);
    expect(await people()).toEqual({ '1': 'Ann', '3': 'Cy' });
  });
});

describe('a dry run', () => {
  it('changes nothing, and says what would be new, changed, there already or rejected', async () => {
    await folder.run(await folder.file('id,name\n1,Ann\n2,Bob\n'), '--kind', 'people', '--source', source);
    const file = await folder.file('id,name\n1,Ann\n2,Bo\n3,Cy\n4,\n');
    const { code, said, rejected } = await folder.run(
      file,
      ...['--kind', 'people', '--source', source, '--dry-run'],
    );
    expect(said).toContain('people: 1 new, 1 changed, 1 there already, 1 rejected.');
    expect(code).toBe(2);
    expect(rejected).toEqual([expect.objectContaining({ line: 5 })]);
    expect(await people()).toEqual({ '1': 'Ann', '2': 'Bob' });
  });

  it('does not reject a line for what other lines bring, but for what none does', async () => {
    const lines = [...catalogue(), answer('a1'), answer('a2', 'nobody')];
    const { said, rejected } = await folder.run(await folder.file(ndjson(lines), 'ndjson'), '--dry-run');
    expect(said).toMatch(/answers: 2 refer to something that does not exist yet\./u);
    expect(rejected).toEqual([]);
    expect(await people()).toEqual({});
    await folder.run(await folder.file(ndjson(catalogue()), 'ndjson'));
    const known = await folder.run(await folder.file(ndjson(lines.slice(4)), 'ndjson'), '--dry-run');
    expect(known.said).toMatch(/answers: 1 new, 1 rejected\./u);
    expect(await app.database.query(ANSWERS, { source })).toEqual([]);
  });
});
