import { spawnSync } from 'node:child_process';
import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { carriedLabels, derived } from '../src/graph/backup/carried';
import type { NodeLine } from '../src/graph/backup/lines';
import { migrationOf } from '../src/graph/migrations/migrations';
import { uniqueness } from '../src/graph/nouns/model';
import { statement } from '../src/graph/driver/statement';
import { rebuild, startApp, type TestApp } from './kit/app';
import { testDatabaseAddress } from './kit/worker-database';
import { CommandInstallation } from './kit/command';
import { buildEverything } from './kit/everything';
import { keepGaps } from './kit/gap-history';
import { openEverything } from './kit/openings-everywhere';
import { leaveProblems } from './kit/problems-everywhere';
import { proposeEverything } from './kit/proposals-everywhere';
import { buildGraph } from './kit/graph';
import { storedOf } from './kit/stored';
import { SAVE_QUESTIONS } from './kit/operations';
import { missingOf, storedIn } from './kit/kill';
import { KillWriters, send } from './kit/kill-writers';
import { addTheRest } from './kit/rest-of-everything';
import { fillStatements } from './kit/xapi';
import { emptyGraph, wholeGraphOf } from './kit/whole-graph';

/** Backup and restore are about everything there is: it begins with nothing. */
let own: CommandInstallation;
let app: TestApp;
let file: string;
let before: string[];

/** Gives the exit code of a command and what it said. */
async function command(...words: string[]): Promise<{ code: number | null; said: string }> {
  const { code, stdout, stderr } = await own.here(words);
  return { code, said: stdout + stderr };
}

/** Exit code 1 and one sentence. */
async function expectRefused(words: readonly string[], sentence: RegExp): Promise<void> {
  const { code, said } = await command(...words);
  expect(said).toMatch(sentence);
  expect([said.trim().split('\n').length, code]).toEqual([1, 1]);
}

const at = (name: string): string => join(own.directory, name);

beforeAll(async () => {
  own = await CommandInstallation.open();
  app = await startApp({ SKILLWAKE_SWITCH_PATIENCE_SECONDS: '0' });
  const admin = await app.as('admin');
  const everything = await buildEverything(admin, 8);
  await leaveProblems(own.database, everything);
  await openEverything(admin, everything);
  await proposeEverything(app, everything);
  expect(await command('token', '--role', 'hr', '--name', 'nightly job')).toMatchObject({ code: 0 });
  await addTheRest(admin, own.database);
  await fillStatements(app, 3);
  await keepGaps(await testDatabaseAddress());
  before = await wholeGraphOf(own.database);
  file = at('everything.ndjson.gz');
  expect(await command('backup', file)).toMatchObject({ code: 0 });
}, 240_000);

afterAll(async () => {
  await app.close();
  await own.close();
});

const linesOf = async (path: string): Promise<string[]> => {
  const bytes = await readFile(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split('\n');
};

const COUNTS = statement<{ name: string; times: number }>(
  'spec.counts',
  `MATCH (node) UNWIND labels(node) AS name RETURN name, count(*) AS times
   UNION ALL MATCH ()-[relationship]->() RETURN type(relationship) AS name, count(*) AS times`,
);

describe('a backup', () => {
  it('carries every label and every type of relationship, or they are named as derived', async () => {
    const carried = new Map<string, number>();
    const count = (name: string) => carried.set(name, (carried.get(name) ?? 0) + 1);
    for (const line of (await linesOf(file)).slice(1, -1)) {
      const { node, of, out } = JSON.parse(line) as NodeLine;
      for (const name of [...node, ...(of ? [of[0]] : []), ...out.map(([type]) => type)]) count(name);
    }
    const not = new Set([...derived.labels, ...derived.relationships]);
    const there = (await own.database.query(COUNTS)).filter(({ name }) => !not.has(name));
    expect([...carried].sort()).toEqual(there.map(({ name, times }) => [name, times]).sort());
    // What the model names and what the fixture makes is the same, so that neither can grow alone.
    const labels = [...new Set([...uniqueness.map(({ label }) => label), ...carriedLabels])];
    expect(labels.filter((label) => !carried.has(label))).toEqual([]);
  });

  it('is readable by its owner only, and leaves nothing beside it', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const beside = (await readdir(own.directory)).filter((name) => name.startsWith('everything'));
    expect(beside).toEqual(['everything.ndjson.gz']);
  });

  it('removes the parts that killed ones left, writes through no link, and leaves the parts of running ones', async () => {
    const ended = spawnSync(process.execPath, ['--version']).pid;
    const left = at('left.ndjson');
    for (const name of ['part', 'evidence', 'catalogue'])
      await writeFile(`${left}.${String(ended)}.${name}`, 'left');
    const running = `left.ndjson.${String(process.ppid)}.evidence`;
    await writeFile(at(running), 'another writes this');
    await symlink(at('elsewhere'), `${left}.${String(process.pid)}.evidence`);
    expect(await command('backup', left)).toMatchObject({ code: 0 });
    const there = await readdir(own.directory);
    expect(there.filter((name) => name.startsWith('left'))).toEqual(['left.ndjson', running]);
    expect(there).not.toContain('elsewhere');
  });

  it('refuses nodes that it does not know, and says so', async () => {
    const unheard = (text: string) =>
      own.database.transaction((tx) => tx.query({ name: 'spec', text, scansBecause: '' }));
    await unheard('CREATE (:Unheard)');
    await expectRefused(['backup', at('unheard')], /label Unheard, which this release does not know/);
    await unheard('MATCH (node:Unheard) DELETE node');
  });

  it.each([
    ['no name', [], /takes FILE/],
    ['two names', ['one', 'two'], /takes FILE/],
    ['a folder that is not there', ['nowhere/at/all'], /nowhere.*there is no such file or folder/],
  ] as [string, string[], RegExp][])('says so in one sentence: %s', (_, words, sentence) =>
    expectRefused(['backup', ...words], sentence),
  );
});

describe('a restore', () => {
  it('refuses a graph that is not empty', () => expectRefused(['restore', file], /not empty/));

  it('refuses, before it writes anything, what is no whole backup of this release or an earlier one', async () => {
    await emptyGraph(own.database);
    const lines = await linesOf(file);
    const written = async (name: string, changed: readonly string[]): Promise<string> => {
      await writeFile(at(name), `${changed.join('\n')}\n`);
      return at(name);
    };
    const header = JSON.parse(lines[0]!) as object;
    const headed = (more: object) => [JSON.stringify({ ...header, ...more }), ...lines.slice(1)];
    const cases: [string, RegExp][] = [
      [await written('cut', lines.slice(0, -1)), /cut off or altered/],
      [
        await written(
          'short',
          lines.filter((_, position) => position !== 7),
        ),
        /cut off or altered/,
      ],
      [
        await written('altered', lines.with(7, lines[7]!.replace(/\d/, '8').replace(/a/, 'b'))),
        /cut off or altered/,
      ],
      [await written('format', headed({ skillwakeBackup: 2 })), /newer release/],
      [await written('migration', headed({ migration: 99 })), /newer release/],
      [await written('prose', ['Once upon a time']), /is not a backup/],
      [await written('empty', []), /is not a backup/],
      [at('missing'), /there is no such file/],
      [own.directory, /that is a folder/],
    ];
    const zipped = await readFile(file);
    await writeFile(at('cut.gz'), zipped.subarray(0, zipped.length / 2));
    cases.push([at('cut.gz'), /cut off or altered/]);
    for (const [path, sentence] of cases) await expectRefused(['restore', path], sentence);
    expect((await wholeGraphOf(own.database)).map((line) => line.split(' ')[0])).toEqual(['Calibration']);
  }, 120_000);

  it('that was stopped keeps others out, and begins anew when it is run again: everything is there, mastery bit for bit', async () => {
    await emptyGraph(own.database);
    expect(await command('restore', file)).toMatchObject({ code: 0 });
    const marked = (sha256: string | null) =>
      own.database.transaction((tx) =>
        tx.query(
          { name: 'spec', text: 'MATCH (i:Installation) SET i.restoring = $sha256', scansBecause: '' },
          { sha256 },
        ),
      );
    await marked('as if it had been stopped');
    await expectRefused(['rebuild'], /half restored: run `npm run restore` again/);
    await expectRefused(['backup', at('half')], /half restored/);
    const again = await command('restore', file);
    expect(again).toMatchObject({
      code: 0,
      said: expect.stringMatching(/nodes of .* are restored; the mastery of \d+ people/),
    });
    expect(await wholeGraphOf(own.database)).toEqual(before);
    expect((await rebuild(own.database, () => undefined)).differed).toBe(0);
  }, 240_000);
});

const MIGRATED_TO = statement(
  'spec.migratedTo',
  `MATCH (installation:Installation) SET installation.migration = $number`,
);

it('a graph of a newer release is left alone, and the sentence says so', async () => {
  const migratedTo = (number: number) => own.database.transaction((tx) => tx.query(MIGRATED_TO, { number }));
  const there = await migrationOf(own.database);
  await migratedTo(99);
  await expectRefused(
    ['rebuild'],
    /migrated to step 99 by a newer release and this one knows \d+: start the newer/,
  );
  await migratedTo(there);
});

describe('a backup beside writers', () => {
  it('holds what was acknowledged before it began, each item with what it hangs on, and the mastery of just that', async () => {
    const admin = await app.as('admin');
    const graph = await buildGraph(admin, { people: 12, skills: 2, questions: [[0], [1], [0, 1]] });
    const writers = new KillWriters(graph, () => Promise.resolve(admin));
    // The catalogue is changed meanwhile too, and comes to rest before it has been read too often.
    const changes = (async () => {
      for (let number = 0; number < 4; number++) {
        await admin.get(SAVE_QUESTIONS, {
          items: [
            {
              ...graph.questions[0]!.reference,
              prompt: `${String(number)}?`,
              skills: [graph.skills[0]!.reference],
            },
          ],
        });
        await pause(700);
      }
    })();
    await writers.answered(20);
    const acknowledged = writers.sent.filter((request) => request.acknowledged);
    expect(await command('backup', at('beside.ndjson'))).toMatchObject({ code: 0 });
    await writers.answered(5);
    await Promise.all([changes, writers.stop()]);

    await emptyGraph(own.database);
    expect(await command('restore', at('beside.ndjson'))).toMatchObject({ code: 0 });
    const stored = await storedIn(own.database);
    expect(missingOf(stored, acknowledged)).toBe(0);
    const all = await storedOf(own.database, graph.people);
    // Some of what came meanwhile is in it, not all of it, and none of it is in pieces.
    expect(missingOf(stored, writers.sent)).toBeGreaterThan(0);
    expect([...stored.values()].filter((times) => times !== 1)).toEqual([]);
    expect((await rebuild(own.database, () => undefined)).differed).toBe(0);
    expect(await storedOf(own.database, graph.people)).toEqual(all);
    // Sent again, all of it converges to what it would have been.
    for (const request of writers.sent) await send(admin, request);
    expect(missingOf(await storedIn(own.database), writers.sent)).toBe(0);
    expect((await rebuild(own.database, () => undefined)).differed).toBe(0);
  }, 240_000);
});
