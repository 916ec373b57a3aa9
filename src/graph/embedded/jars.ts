import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { lock } from 'proper-lockfile';
import { InstallationError, messageOf } from '../../shared/errors';
import { describeFileFailure } from './failure';
import { sha512OfFile } from './file-hash';
import { fetchJar } from './jar-download';
import { lockedJars, neo4jVersion } from './neo4j-version';
import type { LockedJar } from './neo4j-version';

const parallelDownloads = 16;

/** Remembers size and time of every jar whose checksum held, so that later starts need not read 123 MB again. */
const verifiedFile = 'verified.json';
type Verified = Record<string, readonly [bytes: number, modified: number]>;

export interface JarOptions {
  /** Holds one folder per Neo4j version; default: the user's cache folder, shared by all checkouts. */
  readonly cacheDirectory?: string | undefined;
  readonly mavenRepository?: string | undefined;
  readonly onProgress?: ((line: string) => void) | undefined;
  /** For specs; default: the lock file's. */
  readonly jars?: readonly LockedJar[];
}

export function defaultCacheDirectory(): string {
  return envPaths('skillwake', { suffix: '' }).cache;
}

/** Makes sure that every locked jar is in the cache with the right content, and names the folder. */
export async function ensureJars(options: JarOptions): Promise<string> {
  const jars = options.jars ?? lockedJars;
  const directory = join(options.cacheDirectory ?? defaultCacheDirectory(), 'neo4j', neo4jVersion);
  try {
    await mkdir(directory, { recursive: true });
    if ((await missingJars(jars, directory)).length > 0) {
      await fetchMissing(jars, directory, options);
    }
  } catch (error) {
    throw describeFileFailure(error, directory) ?? error;
  }
  return directory;
}

/** Jars that are absent or spoilt; a spoilt one is removed. */
async function missingJars(jars: readonly LockedJar[], directory: string): Promise<LockedJar[]> {
  const verified = await readVerified(directory);
  const missing: LockedJar[] = [];
  let learned = false;
  for (const jar of jars) {
    const path = join(directory, jar.file);
    const found = await stat(path).catch(() => undefined);
    const seen = verified[jar.file];
    if (found?.size === jar.bytes && seen?.[0] === found.size && seen[1] === found.mtimeMs) {
      continue;
    }
    if (found?.size === jar.bytes && (await sha512OfFile(path)) === jar.sha512) {
      verified[jar.file] = [found.size, found.mtimeMs];
      learned = true;
      continue;
    }
    await rm(path, { force: true });
    missing.push(jar);
  }
  if (learned) {
    const partial = join(directory, `${verifiedFile}.${process.pid}.part`);
    await rm(partial, { force: true });
    await writeFile(partial, JSON.stringify(verified), { flag: 'wx' });
    await rename(partial, join(directory, verifiedFile));
  }
  return missing;
}

async function readVerified(directory: string): Promise<Verified> {
  try {
    return JSON.parse(await readFile(join(directory, verifiedFile), 'utf8')) as Verified;
  } catch {
    return {};
  }
}

async function fetchMissing(
  jars: readonly LockedJar[],
  directory: string,
  options: JarOptions,
): Promise<void> {
  // The lock only spares a second process the traffic: should it be lost, the temporary names keep files whole.
  const unlock = await lock(directory, {
    stale: 5_000,
    update: 1_000,
    retries: { forever: true, minTimeout: 200, maxTimeout: 1_000 },
    onCompromised: () => undefined,
  });
  try {
    const missing = await missingJars(jars, directory);
    await removePartialFiles(directory);
    await fetchAll(missing, jars.length, directory, options);
    await missingJars(jars, directory);
  } finally {
    await unlock().catch(() => undefined);
  }
}

/** Deletes what killed processes have left behind; a process that is fetching now holds the lock. */
async function removePartialFiles(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (name.endsWith('.part')) {
      await rm(join(directory, name), { force: true });
    }
  }
}

async function fetchAll(
  missing: readonly LockedJar[],
  total: number,
  directory: string,
  options: JarOptions,
): Promise<void> {
  const queue = [...missing];
  let fetched = total - missing.length;
  let told = -Infinity;
  const tell = (): void => {
    if (missing.length > 0 && performance.now() - told >= 2_000) {
      told = performance.now();
      options.onProgress?.(`Downloading Neo4j ${neo4jVersion}: ${fetched} of ${total} files.`);
    }
  };
  tell();
  const worker = async (): Promise<void> => {
    for (let jar = queue.shift(); jar !== undefined; jar = queue.shift()) {
      try {
        await fetchJar(jar, directory, options.mavenRepository);
      } catch (error) {
        // The others stop too: with one jar missing the rest is of no use yet, and a later start goes on from here.
        queue.length = 0;
        throw error;
      }
      fetched += 1;
      tell();
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: parallelDownloads }, worker));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) {
    throw downloadFailure(failed.reason, directory, fetched, total);
  }
}

function downloadFailure(reason: unknown, directory: string, fetched: number, total: number): unknown {
  if (reason instanceof InstallationError) {
    return reason;
  }
  return (
    describeFileFailure(reason, directory) ??
    new InstallationError(
      `Neo4j could not be downloaded (${messageOf(reason)}; ${fetched} of ${total} files are here and are kept); ` +
        'connect to the network, or name a Maven repository that this machine reaches, and start again.',
      { cause: reason },
    )
  );
}
