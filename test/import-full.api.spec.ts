import { Readable } from 'node:stream';
import { statement } from '../src/graph/driver/statement';
import { startApp, type TestApp } from './kit/app';
import { uniqueSource } from './kit/graph';
import { ImportFolder, type ImportRun } from './kit/importing';

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

const PEOPLE = statement<{ id: string; activeUntil: number | null }>(
  'spec.activeUntilOfSource',
  `MATCH (outside:OutsideId)-[:IDENTIFIES]->(person:Person)
   WITH split(outside.key, '\u001f') AS parts, person WHERE parts[1] = $source
   RETURN parts[2] AS id, person.activeUntil AS activeUntil ORDER BY id`,
  'a spec may look at everything',
);
const STRETCHES = statement<{
  person: string;
  whole: string;
  from: number;
  to: number | null;
  share: number | null;
}>(
  'spec.stretchesOfSource',
  `MATCH (one:OutsideId)-[:IDENTIFIES]->(:Person)-[stretch:MEMBER_OF|ASSIGNED_TO]->()<-[:IDENTIFIES]-(other:OutsideId)
   WITH split(one.key, '\u001f') AS person, split(other.key, '\u001f') AS whole, stretch
   WHERE person[1] = $source
   RETURN person[2] AS person, whole[2] AS whole, stretch.from AS from, stretch.to AS to, stretch.share AS share
   ORDER BY person, whole, from`,
  'a spec may look at everything',
);

const full = async (content: string, ...words: string[]): Promise<ImportRun> =>
  folder.run(await folder.file(content), '--full', '--source', source, ...words);
const load = async (kind: string, content: string): Promise<void> =>
  expect(await folder.run(await folder.file(content), '--kind', kind, '--source', source)).toMatchObject({
    code: 0,
  });

describe('a full list of people', () => {
  const list = (...ids: string[]): string =>
    `id,name\n${ids.map((id) => `${id},Person ${id.trim()}\n`).join('')}`;
  const everybody = async (): Promise<string[]> =>
    (await app.database.query(PEOPLE, { source })).map(({ id }) => id);
  /** Outside ids of those who have left. */
  const left = async (): Promise<string[]> =>
    (await app.database.query(PEOPLE, { source })).flatMap(({ id, activeUntil }) =>
      activeUntil === null ? [] : [id],
    );
  beforeEach(() => load('people', list('1', '2', '3')));

  it('says who is absent and changes nothing without a yes', async () => {
    const { code, said } = await full(list('1', '4'));
    expect(said).toMatch(/people: 1 new, 1 there already\./u);
    expect(said).toMatch(/2 active people are not among the 2 of the list/u);
    expect(said).toContain('Person 2 (2)');
    expect(said).toContain('Nothing was changed: give --yes');
    expect(code).toBe(1);
    expect(await everybody()).toHaveLength(3);
  });

  it('marks the absent as left, and deletes nobody', async () => {
    const { code, said } = await full(list('1', '4'), '--yes');
    expect(said).toContain('2 people were marked as having left.');
    expect(code).toBe(0);
    expect(await everybody()).toEqual(['1', '2', '3', '4']);
    expect(await left()).toEqual(['2', '3']);
    const again = await full(list('1', '4'), '--yes');
    expect(again.said).toContain('people: 2 there already.');
    expect(again.said).toContain('No active person is absent');
  });

  it('takes those back whom it names again, but not those of whom it says itself that they left', async () => {
    await full(list('1'), '--yes');
    expect(await left()).toEqual(['2', '3']);
    const file = 'id,name,activeUntil\n1,Person 1,\n2,Person 2,\n3,Person 3,2026-01-31T00:00:00Z\n';
    const preview = await full(file, '--dry-run');
    expect(preview.said).toMatch(/1 people who had left are on the list again.*\n {2}Person 2 \(2\)/u);
    expect(await left()).toEqual(['2', '3']);
    expect((await full(file, '--yes')).said).toContain('1 people are active again.');
    expect(await left()).toEqual(['3']);
    expect((await full(file, '--yes')).said).not.toContain('again');
  });

  it('finds people by ids that look alike, and makes no second one', async () => {
    const { said, code } = await full(
      `\ufeffid\u00a0,name\n1 ,Person 1\n2\u00a0,Person 2\n\u200b3,Person 3\n`,
      '--yes',
    );
    expect(said).toContain('people: 3 there already.');
    expect(said).toContain('No active person is absent');
    expect(code).toBe(0);
    expect(await everybody()).toEqual(['1', '2', '3']);
    expect((await full(list('1', '2'), '--yes', '--source', `${source} `)).said).toContain(
      '1 people were marked',
    );
  });

  it('marks nobody where a line cannot be read: it may be theirs', async () => {
    const { code, said } = await full(`${list('1')}"2"x,Person 2\n`, '--yes');
    expect(said).toContain('Nothing was changed');
    expect(code).toBe(2);
    expect(await left()).toEqual([]);
  });

  it('keeps whom a rejected line names', async () => {
    await full(`id,name,timeZone\n1,Person 1,\n2,Person 2,Mars/Phobos\n`, '--yes');
    expect(await left()).toEqual(['3']);
  });

  it('may come through a pipe, though it is read twice', async () => {
    const stdin = jest.spyOn(process, 'stdin', 'get');
    stdin.mockReturnValue(Readable.from([Buffer.from(list('1', '2'))]) as unknown as typeof process.stdin);
    const { said, code } = await folder.run('-', '--full', '--yes', '--source', source);
    stdin.mockRestore();
    expect(said).toContain('people: 2 there already.');
    expect(code).toBe(0);
    expect(await left()).toEqual(['3']);
  });
});

describe('a full list of memberships', () => {
  const stretches = async (): Promise<string[]> =>
    (await app.database.query(STRETCHES, { source })).map(
      ({ person, whole, from, to }) =>
        `${person} in ${whole} from ${new Date(from).toISOString().slice(0, 10)}${to === null ? '' : ' ended'}`,
    );
  const today = new Date().toISOString().slice(0, 10);
  beforeEach(async () => {
    await load('people', 'id,name\n1,Ann\n2,Bob\n3,Cy\n');
    await load('teams', 'id,name\na,Team A\nb,Team B\n');
    await load(
      'memberships',
      'person,team,from,to\n1,a,2024-01-01T00:00:00Z,\n2,a,,\n3,b,2024-01-01T00:00:00Z,2025-01-01T00:00:00Z\n',
    );
  });
  const list = 'person,team\n1,b\n2 ,a\n3,b\n';

  it('ends what it does not name, keeps what lasts, and begins what is new', async () => {
    const { said, code } = await full(list, '--kind', 'memberships', '--yes');
    expect(said).toMatch(/1 current memberships are not among the 3 .*\n {2}Ann in Team A/u);
    expect(said).toContain('1 memberships were ended.');
    expect(code).toBe(0);
    const after = [
      '1 in a from 2024-01-01 ended',
      `1 in b from ${today}`,
      '2 in a from 0001-01-01',
      '3 in b from 2024-01-01 ended',
      `3 in b from ${today}`,
    ];
    expect(await stretches()).toEqual(after);
    const again = await full(list, '--kind', 'memberships', '--yes');
    expect(again.said).toContain('memberships: 3 there already.');
    expect(again.said).toContain('None of the current memberships is absent');
    expect(await stretches()).toEqual(after);
  });

  it('changes nothing without a yes, and leaves the teams of other systems alone', async () => {
    const before = await stretches();
    expect((await full(list, '--kind', 'memberships')).code).toBe(1);
    expect(await stretches()).toEqual(before);
    const other = uniqueSource();
    await load('teams', `source,id,name\n${other},x,Team X\n`);
    await load('memberships', `person,team.source,team.id\n1,${other},x\n`);
    await full('person,team\n1,a\n2,a\n', '--kind', 'memberships', '--yes');
    expect(await stretches()).toEqual([...before.slice(0, 1), '1 in x from 0001-01-01', ...before.slice(1)]);
  });

  it('ends a stretch whose beginning a line gives otherwise, and none that a rejected line may mean', async () => {
    await full(
      'person,team,from\n1,a,2024-02-01T00:00:00Z\n2,a,yesterday\n',
      ...['--kind', 'memberships', '--yes'],
    );
    expect((await stretches()).slice(0, 3)).toEqual([
      '1 in a from 2024-01-01 ended',
      '1 in a from 2024-02-01',
      '2 in a from 0001-01-01',
    ]);
  });
});

it('a full list of assignments ends those not named, and keeps their share', async () => {
  await load('people', 'id,name\n1,Ann\n2,Bob\n');
  await load('projects', 'id,name\np,Project\n');
  await load('assignments', 'person,project,share\n1,p,0.5\n2,p,0.25\n');
  const { said } = await full('person,project\n1,p\n', '--kind', 'assignments', '--yes');
  expect(said).toContain('1 assignments were ended.');
  const rows = await app.database.query(STRETCHES, { source });
  expect(rows.map(({ person, share, to }) => [person, share, to === null])).toEqual([
    ['1', 0.5, true],
    ['2', 0.25, false],
  ]);
});
