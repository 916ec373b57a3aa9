import { open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from '../embedded/processes';
import { fileFault } from './file';

/** What a backup writes beside its file, under names of its own, until the file is whole. */
export interface Parts {
  readonly whole: string;
  readonly evidence: string;
  readonly catalogue: string;
}

/**
 * Names the parts of a file and removes those that backups to it left which were killed.
 * @throws InstallationError, before anything is read, where nothing can be written beside the file.
 */
export async function openParts(path: string): Promise<Parts> {
  const part = (name: string): string => `${path}.${String(process.pid)}.${name}`;
  const parts = { whole: part('part'), evidence: part('evidence'), catalogue: part('catalogue') };
  try {
    for (const left of await leftBeside(path)) await rm(left, { force: true });
    await (await open(parts.whole, 'wx', 0o600)).close();
  } catch (error) {
    throw fileFault(error, parts.whole) ?? error;
  }
  return parts;
}

export async function removeParts(parts: Parts): Promise<void> {
  await Promise.all(Object.values(parts).map((path: string) => rm(path, { force: true })));
}

/** Parts of processes that there are no more, or of one that had this one's number. */
async function leftBeside(path: string): Promise<string[]> {
  const folder = dirname(path);
  const beginning = `${basename(path)}.`;
  const isLeft = (name: string): boolean => {
    if (!name.startsWith(beginning)) return false;
    const writer = /^(\d+)\.(?:part|evidence|catalogue)$/.exec(name.slice(beginning.length))?.[1];
    return writer !== undefined && (Number(writer) === process.pid || !isAlive(Number(writer)));
  };
  return (await readdir(folder)).filter(isLeft).map((name) => join(folder, name));
}
