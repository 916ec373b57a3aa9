import { totalmem } from 'node:os';
import { resolve } from 'node:path';
import { lock } from 'proper-lockfile';
import { InstallationError } from '../../shared/errors';
import { openDataDirectory, pathsOf, readPassword } from './data-directory';
import { describeFileFailure } from './failure';
import { startGuardian } from './guardian-start';
import { ensureJars } from './jars';
import { ensureJava } from './java-install';
import { takeLease } from './lease';
import type { Lease } from './lease';
import { defaultMemory } from './memory';
import { neo4jVersion } from './neo4j-version';
import { runsWith } from './processes';
import { readState } from './state-file';

export interface EmbeddedOptions {
  /** Belongs to one installation: its graph, password and logs. Created if missing. */
  readonly dataDirectory: string;
  /** Where Neo4j's own files are kept; default: the user's cache folder, shared by all checkouts. */
  readonly cacheDirectory?: string;
  /** Address of a mirror of the Maven repository; default: Maven Central. */
  readonly mavenRepository?: string;
  /** Default: a free port. Counts only for the command that starts the database. */
  readonly boltPort?: number;
  /** Largest Java heap in megabytes; default: an eighth of the machine, from 512 to 4,096. */
  readonly heapMegabytes?: number;
  /** Page cache in megabytes; default: a sixteenth of the machine, from 128 to 2,048. */
  readonly pageCacheMegabytes?: number;
  /** Whether it is to live for minutes, as for tests: it starts sooner and plans less, and is slower in the long run. */
  readonly shortLived?: boolean;
  /** Whether a private Java may be downloaded where none fits; default: ask at a terminal, else no. */
  readonly installJava?: boolean;
  /** Takes a line for whatever lasts longer than two seconds. */
  readonly onProgress?: (line: string) => void;
}

export interface EmbeddedDatabase {
  /** Bolt address on 127.0.0.1. */
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** Releases the database. It stops when no other process uses it, and this resolves when it has. */
  release(): Promise<void>;
}

/**
 * Starts a Neo4j of one's own, or joins the one that runs on this data directory already. It runs as long as a process
 * holds it: after `release()` or the death of the last one it stops.
 * @throws InstallationError with one sentence that names the way out.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataDirectory = resolve(options.dataDirectory);
  await openDataDirectory(dataDirectory);
  const joined = (await join(dataDirectory)) ?? (await start(dataDirectory, options));
  const waiting = tellOfWaiting(options.onProgress);
  try {
    await joined.lease.ready();
  } finally {
    waiting.end();
  }
  const password = await readPassword(dataDirectory);
  if (password === undefined) {
    await joined.lease.release();
    throw new InstallationError(
      `The password file ${pathsOf(dataDirectory).password} has been removed while Neo4j runs; put it back.`,
    );
  }
  return {
    uri: `bolt://127.0.0.1:${joined.boltPort}`,
    username: 'neo4j',
    password,
    release: once(() => joined.lease.release()),
  };
}

interface Joined {
  readonly lease: Lease;
  readonly boltPort: number;
}

/** A lease on the database that runs already, if one does. */
async function join(dataDirectory: string): Promise<Joined | undefined> {
  for (;;) {
    const state = await readState(dataDirectory);
    const outcome = state === undefined ? 'stale' : await takeLease(state);
    if (
      outcome === 'silent' &&
      state &&
      (await runsWith(state.guardianProcess, JSON.stringify(dataDirectory)))
    ) {
      throw new InstallationError(
        `Process ${state.guardianProcess}, which keeps Neo4j for ${dataDirectory}, does not answer; ` +
          `end it (kill -9 ${state.guardianProcess}) and start again.`,
      );
    }
    if (state === undefined || outcome === 'stale' || outcome === 'silent') {
      return undefined;
    }
    if (outcome !== 'stopping') {
      return { lease: outcome, boltPort: state.boltPort };
    }
  }
}

async function start(dataDirectory: string, options: EmbeddedOptions): Promise<Joined> {
  const java = await ensureJava(options);
  const jarDirectory = await ensureJars(options);
  const memory = defaultMemory(totalmem());
  const unlock = await lockStart(dataDirectory);
  try {
    // Another command may have been faster.
    const joined = await join(dataDirectory);
    if (joined) {
      return joined;
    }
    await startGuardian({
      dataDirectory,
      jarDirectory,
      javaCommand: java.command,
      boltPort: options.boltPort,
      memory: {
        heapMegabytes: options.heapMegabytes ?? memory.heapMegabytes,
        pageCacheMegabytes: options.pageCacheMegabytes ?? memory.pageCacheMegabytes,
      },
      shortLived: options.shortLived ?? false,
    });
    const started = await join(dataDirectory);
    if (!started) {
      throw new InstallationError(
        `Neo4j could not be kept running; the log ${pathsOf(dataDirectory).guardianLog} says why.`,
      );
    }
    return started;
  } finally {
    await unlock();
  }
}

/** Held while a guardian comes up, not while Neo4j does: others join and wait for it in the same way. */
async function lockStart(dataDirectory: string): Promise<() => Promise<void>> {
  try {
    const unlock = await lock(dataDirectory, {
      lockfilePath: pathsOf(dataDirectory).startLock,
      stale: 5_000,
      update: 1_000,
      retries: { forever: true, minTimeout: 50, maxTimeout: 500 },
      onCompromised: () => undefined,
    });
    return () => unlock().catch(() => undefined);
  } catch (error) {
    throw describeFileFailure(error, dataDirectory) ?? error;
  }
}

/** Silence for longer than two seconds looks like a hang. */
function tellOfWaiting(onProgress: ((line: string) => void) | undefined): { end(): void } {
  const began = performance.now();
  const timer = setInterval(() => {
    onProgress?.(`Waiting for Neo4j ${neo4jVersion} (${Math.round((performance.now() - began) / 1000)} s).`);
  }, 2_500);
  timer.unref();
  return { end: () => clearInterval(timer) };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
