import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathsOf } from './data-directory';

/** Neo4j gathers less than this before it writes to a log. */
const mostRepeated = 8 * 2 ** 20;
/** File systems give room in blocks of so many bytes, or a multiple of it: a write that finds none ends at one. */
const block = 512;
/** Less than the end of a transaction, which holds its number, its time and a checksum: of these no two are the same. */
const leastRepeated = 32;

/**
 * Cuts off what a Neo4j has written twice that was stopped after its disk had been full. The write that found no room
 * ended at a block; when Neo4j stops it writes what it had gathered for that once more, from the beginning, behind what
 * is there already, and from then on it cannot read its own log. All of it stands before, so nothing is lost: the log
 * is as it was when the disk was full. No Neo4j may run on it.
 * @returns how many bytes were cut off
 */
export async function cutRepeatedEnds(dataDirectory: string): Promise<number> {
  const folder = pathsOf(dataDirectory).transactionLogs;
  let cut = 0;
  for (const database of await readdir(folder).catch(() => []))
    cut += await cutRepeatedEnd(await newestLogIn(join(folder, database)));
  return cut;
}

async function newestLogIn(folder: string): Promise<string | undefined> {
  const logs = (await readdir(folder)).flatMap((name) => {
    const number = /^neostore[.]transaction[.]db[.](\d+)$/.exec(name)?.[1];
    return number === undefined ? [] : [{ path: join(folder, name), number: Number(number) }];
  });
  return logs.sort((one, other) => other.number - one.number)[0]?.path;
}

async function cutRepeatedEnd(path: string | undefined): Promise<number> {
  if (path === undefined) return 0;
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - 2 * mostRepeated);
    const tail = Buffer.alloc(size - start);
    await file.read(tail, 0, tail.length, start);
    const repeated = repeatedLength(tail, size);
    if (repeated > 0) {
      await file.truncate(size - repeated);
      await file.sync();
    }
    return repeated;
  } finally {
    await file.close();
  }
}

/** The length of the longest end of a file that stands before itself once more, and begins at a block; 0 for none. */
function repeatedLength(tail: Buffer, size: number): number {
  const last = tail.subarray(-leastRepeated);
  const shortest = leastRepeated + ((size - leastRepeated) % block);
  let longest = 0;
  for (let length = shortest; 2 * length <= tail.length; length += block) {
    const middle = tail.length - length;
    if (!tail.subarray(middle - leastRepeated, middle).equals(last)) continue;
    if (tail.subarray(middle).equals(tail.subarray(middle - length, middle))) longest = length;
  }
  return longest;
}
