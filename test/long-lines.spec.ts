import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { checkFile } from '../src/graph/backup/file';
import { startApp, type TestApp } from './kit/app';
import { uniqueSource } from './kit/graph';
import { ImportFolder } from './kit/importing';

const megabyte = 2 ** 20;
/** Unpacking and reading take some two seconds. */
const mostSeconds = 10;

let app: TestApp;
let folder: ImportFolder;
beforeAll(async () => {
  app = await startApp();
  folder = await ImportFolder.open(app.database);
});
afterAll(async () => {
  await folder.close();
  await app.close();
});

/** Writes a file whose second line is 200 MB long. */
async function withLongLine(name: string, before: object, after: object): Promise<string> {
  function* content(): Generator<string> {
    yield `${JSON.stringify(before)}\n{"name":"`;
    const part = 'x'.repeat(megabyte);
    for (let written = 0; written < 200; written++) yield part;
    yield `"}\n${JSON.stringify(after)}\n`;
  }
  const path = join(folder.path, name);
  await pipeline(Readable.from(content()), createGzip({ level: 1 }), createWriteStream(path));
  return path;
}

interface Cost<Result> {
  readonly result: Result;
  /** Of this process's work, whatever else the machine does meanwhile. */
  readonly seconds: number;
  /** How much more memory was in use at most. */
  readonly megabytes: number;
}

async function costOf<Result>(work: () => Promise<Result>): Promise<Cost<Result>> {
  const before = process.memoryUsage().rss;
  const begun = process.cpuUsage();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const result = await work().finally(() => clearInterval(timer));
  const { user, system } = process.cpuUsage(begun);
  return { result, seconds: (user + system) / 1e6, megabytes: (most - before) / megabyte };
}

it('an import rejects a line of 200 MB by its number, and the rest goes on', async () => {
  const source = uniqueSource();
  const person = (id: string) => ({ kind: 'people', source, id, name: id });
  const path = await withLongLine('people.ndjson.gz', person('before'), person('after'));
  const { result, seconds, megabytes } = await costOf(() => folder.run(path));
  const { said, rejected } = result;
  expect(said).toContain('people: 2 new');
  expect(rejected).toMatchObject([
    { line: 2, code: 'INVALID', reason: expect.stringMatching(/longer than/) },
  ]);
  expect(rejected[0]?.text?.length).toBeLessThanOrEqual(2_000);
  expect(seconds).toBeLessThan(mostSeconds);
  expect(megabytes).toBeLessThan(200);
});

it('a restore refuses a file with a line of 200 MB, and names the line', async () => {
  const header = { skillwakeBackup: 1, version: '0.1.0', migration: 1, createdAt: '2026-01-31' };
  const path = await withLongLine('backup.ndjson.gz', header, {});
  const { result, seconds, megabytes } = await costOf(() =>
    checkFile(path, 1).catch((error: unknown) => error),
  );
  expect(result).toHaveProperty('message', expect.stringMatching(/^Line 2 of .* is longer than 64 million/));
  expect(seconds).toBeLessThan(mostSeconds);
  expect(megabytes).toBeLessThan(200);
});
