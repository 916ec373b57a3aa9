import { randomBytes } from 'node:crypto';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import download from 'mvn-artifact-download';
import { InstallationError } from '../../shared/errors';
import { hasCode } from './failure';
import { sha512OfFile } from './file-hash';
import type { LockedJar } from './neo4j-version';

const attempts = 3;

/**
 * The library neither fails nor ends when a connection breaks off in the middle of a body, so that a file
 * which has stopped growing for this long counts as broken off.
 */
const stalledAfterMilliseconds = 20_000;

/**
 * Fetches one jar under a temporary name and gives it its own name only once its checksum holds: a file with its
 * own name is therefore whole, whatever was interrupted, and two processes fetching at once cannot mix.
 */
export async function fetchJar(jar: LockedJar, directory: string, repository?: string): Promise<void> {
  const partial = `${jar.file}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
  const partialPath = join(directory, partial);
  // The library joins by plain concatenation.
  const base = repository === undefined ? undefined : `${repository.replace(/\/+$/, '')}/`;
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await untilStalled(download(jar.coordinates, directory, base, partial), partialPath);
        break;
      } catch (error) {
        if (hasCode(error, 'ENOSPC') || attempt === attempts) {
          throw error;
        }
        await delay(300 * attempt);
      }
    }
    const found = await sha512OfFile(partialPath);
    if (found !== jar.sha512) {
      throw new InstallationError(
        `${jar.file} as downloaded does not have the checksum that Skillwake expects, so it was thrown away; ` +
          'try again, and if it happens again use another Maven repository or ask who runs this one.',
      );
    }
    await rename(partialPath, join(directory, jar.file));
  } finally {
    await rm(partialPath, { force: true });
  }
}

async function untilStalled(work: Promise<unknown>, path: string): Promise<void> {
  const finished = new AbortController();
  const watch = async (): Promise<never> => {
    let size = -1;
    for (;;) {
      await delay(stalledAfterMilliseconds, undefined, { signal: finished.signal });
      const now = await stat(path).then(
        (found) => found.size,
        () => 0,
      );
      if (now === size || (size === -1 && now === 0)) {
        throw new Error('the connection stalled');
      }
      size = now;
    }
  };
  const watching = watch();
  // Once the download has won, the watch ends by an abort that is not waited for.
  watching.catch(() => undefined);
  try {
    await Promise.race([work, watching]);
  } finally {
    finished.abort();
    work.catch(() => undefined);
  }
}
