import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Linux's folder in memory, where a write that must reach the disk waits for none. */
const inMemory = '/dev/shm';
/** What the databases of a run need at most, and as much again for whatever else the machine does, bytes. */
const needed = 4 * 1024 ** 3;

/** Where databases of specs lie: in memory where there is room, else where temporary files do. */
export function folderForDatabases(): string {
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= needed ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}
