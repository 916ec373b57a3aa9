import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { CommandInstallation } from './kit/command';
import { ranByShell, rowsOf, tokenFor } from './kit/exports';
import { answer, buildGraph, recordAll, type TestGraph } from './kit/graph';
import { SAVE_PEOPLE } from './kit/operations';

const secret = randomBytes(32).toString('hex');
let app: TestApp;
let admin: Client;
let commands: CommandInstallation;
let graph: TestGraph;
let copies: string;
let job: string;
beforeAll(async () => {
  commands = await CommandInstallation.open();
  app = await startApp({ SKILLWAKE_SECRET: secret });
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 3, skills: 1, questionsPerSkill: 2 });
  await recordAll(admin, [answer(graph, 0, 0)]);
  copies = await mkdtemp(join(tmpdir(), 'skillwake-copies-'));
  job = join(copies, 'copy.sh');
  const page = await readFile(join(__dirname, '../docs/hr.md'), 'utf8');
  await writeFile(job, /```sh\n(.*?)```/s.exec(page)![1]!);
});
afterAll(async () => {
  await app.close();
  await commands.close();
  await rm(copies, { recursive: true, force: true });
});

describe('the nightly job of docs/hr.md', () => {
  const night = (token: string) =>
    ranByShell(job, {
      SKILLWAKE_URL: new URL(app.url).origin,
      SKILLWAKE_TOKEN: token,
      SKILLWAKE_COPIES: copies,
    });
  const files = async () =>
    (await readdir(copies))
      .filter((name) => name.endsWith('.csv'))
      .map((name) => name.replace(/\d{4}-\d\d-\d\d/u, 'date'))
      .sort();
  const copied = async (beginning: string, end: string) => {
    const name = (await readdir(copies)).find((one) => one.startsWith(beginning) && one.endsWith(end));
    return readFile(join(copies, name!), 'utf8');
  };

  it('is ten lines long, copies everything the first night, and then what changed', async () => {
    expect((await readFile(job, 'utf8')).trimEnd().split('\n')).toHaveLength(10);
    const token = await tokenFor(
      secret,
      'exports:people',
      'exports:matrix',
      'exports:gaps',
      'exports:supply',
    );
    await night(token);
    expect(await files()).toEqual([
      'gaps-date-all.csv',
      'matrix-date-all.csv',
      'people-date-all.csv',
      'supply-date-all.csv',
    ]);
    for (const { id } of graph.people) expect(await copied('people', 'all.csv')).toContain(id);
    await admin.get(SAVE_PEOPLE, { items: [{ ...graph.people[1]!.reference, email: 'one@example.org' }] });
    await night(token);
    expect(await files()).toHaveLength(6);
    const changed = await copied('people', 'changes.csv');
    expect(graph.people.map(({ id }) => changed.includes(id))).toEqual([false, true, false]);
    expect(changed).toContain('one@example.org');
  });

  it('takes everything where a snapshot is none, and fails where the token has no say', async () => {
    await writeFile(join(copies, 'people.snapshot'), 'none\n');
    await night(await tokenFor(secret, 'exports:people', 'exports:matrix', 'exports:gaps', 'exports:supply'));
    expect(await readFile(join(copies, 'people.snapshot'), 'utf8')).not.toBe('none\n');
    await expect(night(await tokenFor(secret, 'exports:people'))).rejects.toThrow('403');
  });
});

describe('npm run export', () => {
  const run = (...words: string[]) => commands.here(['export', ...words], { SKILLWAKE_SECRET: secret });

  it('prints what the API serves, and what changed since a snapshot that it gave', async () => {
    const { rows, end } = await rowsOf(app, 'people', admin.token);
    const { code, stdout } = await run('people', '--format', 'ndjson');
    expect(code).toBe(0);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines.slice(0, -1)).toEqual(rows);
    await recordAll(admin, [answer(graph, 2, 1)]);
    const changes = await run('changes', '--since', end.snapshot);
    expect(changes.stdout).toContain(`levels,${graph.people[2]!.id},changed,,`);
    expect(changes.stdout).not.toContain(graph.people[0]!.id);
  });

  it('writes a file that is there once it is whole', async () => {
    const file = join(copies, 'supply.xlsx');
    expect(await run('supply', '--format', 'xlsx', '--output', file)).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
    expect((await readdir(copies)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each([
    [[], /Give one of people, matrix, gaps, supply, changes/],
    [['nothing'], /Give one of/],
    [['people', '--format', 'pdf'], /--format takes one of csv/],
    [['changes'], /needs since/],
    [['people', '--since', 'yesterday'], /names no snapshot/],
    [['people', '--as-of', '2099-01-01'], /asOf is nothing that people takes/],
    [['people', '--output', '/nowhere/at/all.csv'], /cannot be written/],
  ])('is refused as %j', async (words, message) => {
    const { code, stderr } = await run(...words);
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
  });
});
