import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathsOf } from './data-directory';
import { cutRepeatedEnds } from './transaction-log';

let directory: string;
let folder: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'skillwake-log-'));
  folder = join(pathsOf(directory).transactionLogs, 'neo4j');
  await mkdir(folder, { recursive: true });
});
afterEach(() => rm(directory, { recursive: true }));

const log = (number: number): string => join(folder, `neostore.transaction.db.${number}`);

/** What Neo4j leaves: all that it could write ends at a block, and part of that stands behind it once more. */
function writtenTwice(written: number, again: number): Buffer {
  const whole = randomBytes(written);
  // A long text of one sign, as a person may write it: it stands before itself many times over.
  whole.fill('y', written - again + 100, written - 50);
  return Buffer.concat([whole, whole.subarray(written - again)]);
}

test.each([
  [9 * 4096, 4_000],
  [4096, 33],
  [700 * 4096, 364_635],
])('of %i bytes of which the last %i stand there twice, as many are left', async (written, again) => {
  const content = writtenTwice(written, again);
  await writeFile(log(0), randomBytes(1_000));
  await writeFile(log(10), content);
  expect(await cutRepeatedEnds(directory)).toBe(again);
  expect((await readFile(log(10))).equals(content.subarray(0, written))).toBe(true);
  expect(await cutRepeatedEnds(directory)).toBe(0);
});

test('a log that ends as it should is left as it is, and so is one that there is not yet', async () => {
  const content = randomBytes(50_000);
  await writeFile(log(0), content);
  await writeFile(log(1), '');
  expect(await cutRepeatedEnds(directory)).toBe(0);
  expect((await readFile(log(0))).equals(content)).toBe(true);
  await rm(directory, { recursive: true });
  expect(await cutRepeatedEnds(directory)).toBe(0);
  await mkdir(directory);
});
