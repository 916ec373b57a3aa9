import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const megabyte = 2 ** 20;

/** A disk of its own, in memory, which can be filled without harm to anything else. */
export interface SmallDisk {
  readonly path: string;
  /** Leaves so many megabytes free. */
  fill(free: number): Promise<void>;
  /** Frees again what filled it. */
  empty(): Promise<void>;
  remove(): void;
}

/** Mounts one; undefined where this user or system cannot. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'skillwake-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m,mode=700`, 'tmpfs', path], {
      stdio: 'ignore',
    });
  } catch {
    rmdirSync(path);
    return undefined;
  }
  const ballast = join(path, 'ballast');
  return {
    path,
    async fill(free) {
      const { bavail, bsize } = await statfs(path);
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - free * megabyte)), { flag: 'a' });
    },
    empty: () => rm(ballast, { force: true }),
    remove() {
      execFileSync('umount', [path]);
      rmdirSync(path);
    },
  };
}
