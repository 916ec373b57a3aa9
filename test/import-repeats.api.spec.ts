import { Readable } from 'node:stream';
import { startApp, type TestApp } from './kit/app';
import { uniqueSource } from './kit/graph';
import { ImportFolder, ndjson } from './kit/importing';

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

/** Imports these lines as a dry run, then twice as they are; gives what each said of each kind. */
async function threeRuns(content: string, ...words: string[]) {
  const file = await folder.file(content, content.startsWith('{') ? 'ndjson' : 'csv');
  const runs = [];
  for (const dry of [['--dry-run'], [], []]) {
    const { said, rejected } = await folder.run(file, '--source', source, ...words, ...dry);
    runs.push({
      said: said
        .split('\n')
        .filter((line) => /^ {2}\w+: /u.test(line))
        .map((line) => line.trim()),
      rejected: rejected.map(({ line, code, reason }) => `${String(line)} ${code} ${reason}`),
    });
  }
  return runs;
}

describe('what is said twice', () => {
  it('is counted as such, alike in a dry run, and is there already in the next', async () => {
    const [dry, real, again] = await threeRuns('id,name\n1,Ann\n2,Bob\n1 ,Ann\n', '--kind', 'people');
    expect(real).toEqual({ said: ['people: 2 new, 1 said by an earlier line too.'], rejected: [] });
    expect(dry).toEqual(real);
    expect(again?.said).toEqual(['people: 2 there already, 1 said by an earlier line too.']);
  });

  it('with other content is rejected, and the first line stands in every run', async () => {
    const [dry, real, again] = await threeRuns('id,name\n1,Ann\n1,Anna\n2,Bob\n', '--kind', 'people');
    expect(real).toEqual({
      said: ['people: 2 new, 1 rejected.'],
      rejected: [expect.stringMatching(/^3 CONFLICT name: the same is named in line 2/u)],
    });
    expect(dry).toEqual(real);
    expect(again).toEqual({ ...real, said: ['people: 2 there already, 1 rejected.'] });
  });

  it('is known in batches of their own too, where a later line adds a field', async () => {
    const others = Array.from({ length: 1_000 }, (_, number) => ({
      kind: 'people',
      id: `o${String(number)}`,
      name: 'O',
    }));
    const lines = [
      { kind: 'people', id: '1', name: 'Ann' },
      ...others,
      { kind: 'people', id: '1', email: 'ann@example.org' },
    ];
    const [dry, real, again] = await threeRuns(ndjson(lines));
    expect(real?.said).toEqual(['people: 1,001 new, 1 changed.']);
    expect(dry).toEqual({
      said: ['people: 1,001 new, 1 refer to something that does not exist yet.'],
      rejected: [],
    });
    expect(again?.said).toEqual(['people: 1,002 there already.']);
  });

  it('of relationships is named where their values differ', async () => {
    await threeRuns(
      ndjson([
        { kind: 'people', id: '1', name: 'Ann' },
        { kind: 'teams', id: 't', name: 'T' },
      ]),
    );
    const [dry, real, again] = await threeRuns(
      'person,team,to\n1,t,\n1,t,2026-01-31T00:00:00Z\n1,t,\n',
      ...['--kind', 'memberships'],
    );
    expect(real?.said).toEqual(['memberships: 1 new, 1 said by an earlier line too, 1 rejected.']);
    expect(real?.rejected).toEqual([expect.stringMatching(/^3 CONFLICT to: /u)]);
    expect(dry).toEqual(real);
    expect(again?.said).toEqual(['memberships: 1 there already, 1 said by an earlier line too, 1 rejected.']);
  });

  it('of evidence counts alike in a dry run', async () => {
    await threeRuns(
      ndjson([
        { kind: 'skills', id: 's', name: 'S' },
        { kind: 'questions', id: 'q', prompt: '?', skills: [{ id: 's' }] },
        { kind: 'people', id: '1', name: 'Ann' },
      ]),
    );
    const header = 'id,person,question,score,at\n';
    const line = (id: string, score: number) => `${id},1,q,${String(score)},2026-01-31T09:00:00Z\n`;
    const [dry, real] = await threeRuns(
      `${header}${line('a', 1)}${line('b', 1)}${line('a', 0)}${line('b', 1)}`,
      ...['--kind', 'answers'],
    );
    expect(real?.said).toEqual(['answers: 2 new, 1 there already, 1 rejected.']);
    expect(dry?.said).toEqual(real?.said);
    expect(real?.rejected).toEqual([expect.stringMatching(/^4 CONFLICT/u)]);
  });

  it('in another file is named with that file', async () => {
    const [one, other] = [await folder.file('id,name\n1,Ann\n'), await folder.file('id,name\n1,Bob\n')];
    await folder.run(one, other, '--kind', 'people', '--source', source);
    const { code, said } = await folder.run(one, other, '--kind', 'people', '--source', source);
    expect(said).toContain('people: 1 there already, 1 rejected.');
    expect(code).toBe(2);
  });
});

it('an emptied cell clears a field where --clear says so', async () => {
  const load = async (content: string, ...words: string[]) =>
    folder.run(await folder.file(content), '--kind', 'people', '--source', source, ...words);
  await load('id,name,email\n1,Ann,ann@example.org\n');
  expect((await load('id,name,email\n1,Ann,\n')).said).toContain('people: 1 there already.');
  expect((await load('id,name,email\n1,Ann,\n', '--clear', 'email')).said).toContain('people: 1 changed.');
  expect((await load('id,name,email\n1,Ann,\n', '--clear', 'email')).said).toContain(
    'people: 1 there already.',
  );
});

it('an import takes what comes through a pipe, packed or not', async () => {
  const stdin = jest.spyOn(process, 'stdin', 'get');
  const piped = async (text: string) => {
    stdin.mockReturnValue(Readable.from([Buffer.from(text)]) as unknown as typeof process.stdin);
    return folder.run('-', '--kind', 'people', '--source', source);
  };
  expect(await piped('id,name\n1,Ann\n')).toMatchObject({ code: 0 });
  expect((await piped('id,name\n1,Ann\n')).said).toContain('people: 1 there already.');
  expect((await piped('PK\u0003\u0004')).said).toMatch(/^Standard input is a workbook/u);
  stdin.mockRestore();
});
