import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathsOf } from './data-directory';
import { log } from './guardian-log';

const lookEvery = 500;
const megabyte = 2 ** 20;
/** Beyond what a recovery writes: for logs, indexes and what is written next. */
const spare = 64 * megabyte;

/**
 * Resolves once the disk has room for Neo4j to start again: a recovery may write as much into the store as there is in
 * the transaction logs.
 * @returns whether there was not enough at first; also once it is called off
 */
export async function untilRoom(dataDirectory: string, calledOff: AbortSignal): Promise<boolean> {
  const needed = spare + (await bytesIn(pathsOf(dataDirectory).transactionLogs));
  let waited = false;
  while (!calledOff.aborted) {
    const { bavail, bsize } = await statfs(dataDirectory);
    if (bavail * bsize >= needed) return waited;
    if (!waited) {
      const megabytes = Math.ceil(needed / megabyte);
      log(`The disk is full: Neo4j is started again once ${megabytes} MB are free on it.`);
    }
    waited = true;
    await delay(lookEvery, undefined, { signal: calledOff }).catch(() => undefined);
  }
  return waited;
}

async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = names.map(async (name) => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
