import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { Database } from '../graph/driver/database';
import { startEmbedded } from '../graph/embedded/embedded';
import { rebuild } from '../features/switching/rebuild.service';
import { isUnfolded, markFolded, migrate } from '../graph/migrations/migrations';
import type { Config } from '../shared/config';
import { openPrivateFolder } from '../shared/private-folder';

/** An opened installation: what every command works on. */
export interface Installation {
  readonly config: Config;
  readonly database: Database;
  readonly logger: Logger;
  /** Signs and checks tokens. */
  readonly secret: string;
  close(): Promise<void>;
}

/** Opens the database, the embedded one unless NEO4J_URI names another, and brings its graph to this release. */
export async function openInstallation(
  config: Config,
  onProgress: (line: string) => void,
): Promise<Installation> {
  const secret = await secretOf(config);
  const { database, release } = await openDatabase(config, onProgress);
  try {
    await migrate(database);
    if (await isUnfolded(database)) await foldEverybody(database, onProgress);
  } catch (error) {
    await database.close();
    await release();
    throw error;
  }
  const logger = loggerOf(config);
  const logged = (statement: string, rows: number, milliseconds: number): void => {
    logger.debug({ statement, rows, milliseconds }, 'statement');
  };
  return {
    config,
    database: logger.isLevelEnabled('debug') ? database.observedBy(logged) : database,
    secret,
    logger,
    async close() {
      await database.close();
      await release();
    },
  };
}

/** The log, on standard error. */
export function loggerOf(config: Config): Logger {
  return pino({ level: config.SKILLWAKE_LOG_LEVEL }, pino.destination(2));
}

/** After a change of the model, before any request is answered: otherwise people with evidence would seem unknown. */
async function foldEverybody(database: Database, onProgress: (line: string) => void): Promise<void> {
  onProgress('The mastery model has changed: all mastery is computed again from evidence.');
  const { people } = await rebuild(database, (progress) => {
    if (progress.people % 10_000 === 0)
      onProgress(`${String(progress.people)} of ${String(progress.total)} people so far.`);
  });
  await database.transaction(markFolded);
  onProgress(`${String(people)} people computed again.`);
}

async function openDatabase(
  config: Config,
  onProgress: (line: string) => void,
): Promise<{ database: Database; release: () => Promise<void> }> {
  if (config.NEO4J_URI !== undefined) {
    const database = await Database.open({
      uri: config.NEO4J_URI,
      username: config.NEO4J_USERNAME,
      password: config.NEO4J_PASSWORD,
      database: config.NEO4J_DATABASE,
    });
    return { database, release: () => Promise.resolve() };
  }
  const embedded = await startEmbedded({
    dataDirectory: join(config.SKILLWAKE_DATA_DIRECTORY, 'neo4j'),
    onProgress,
    ...(config.SKILLWAKE_CACHE_DIRECTORY !== undefined && {
      cacheDirectory: config.SKILLWAKE_CACHE_DIRECTORY,
    }),
    ...(config.SKILLWAKE_MAVEN_REPOSITORY !== undefined && {
      mavenRepository: config.SKILLWAKE_MAVEN_REPOSITORY,
    }),
    ...(config.SKILLWAKE_INSTALL_JAVA !== undefined && { installJava: config.SKILLWAKE_INSTALL_JAVA }),
    ...(config.SKILLWAKE_BOLT_PORT !== undefined && { boltPort: config.SKILLWAKE_BOLT_PORT }),
    ...(config.SKILLWAKE_HEAP_MEGABYTES !== undefined && { heapMegabytes: config.SKILLWAKE_HEAP_MEGABYTES }),
    ...(config.SKILLWAKE_PAGE_CACHE_MEGABYTES !== undefined && {
      pageCacheMegabytes: config.SKILLWAKE_PAGE_CACHE_MEGABYTES,
    }),
  });
  try {
    return { database: await Database.open(embedded), release: () => embedded.release() };
  } catch (error) {
    await embedded.release();
    throw error;
  }
}

/** The configured secret, or the one that the first start of this installation generated. */
export async function secretOf(config: Config): Promise<string> {
  if (config.SKILLWAKE_SECRET !== undefined) return config.SKILLWAKE_SECRET;
  const path = join(config.SKILLWAKE_DATA_DIRECTORY, 'secret');
  await openPrivateFolder(config.SKILLWAKE_DATA_DIRECTORY);
  try {
    await writeFile(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(path, 'utf8')).trim();
}
