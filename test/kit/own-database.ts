import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '../../src/graph/driver/database';
import {
  startEmbedded,
  type EmbeddedDatabase,
  type EmbeddedOptions,
} from '../../src/graph/embedded/embedded';
import { migrate } from '../../src/graph/migrations/migrations';
import { folderForDatabases } from './database-folder';

/** A Neo4j that nobody else works on: for what may empty it, kill it, or look at everything in it. */
export interface OwnDatabase {
  readonly embedded: EmbeddedDatabase;
  /** Neo4j's data directory lies in it, and all of it goes at the end. */
  readonly directory: string;
  readonly dataDirectory: string;
  readonly database: Database;
  close(): Promise<void>;
}

interface OwnOptions {
  /** Else left as Neo4j makes it. */
  readonly migrated?: boolean;
  /** The folder for its directory. */
  readonly within?: string;
  /** Small, so that it runs beside others, where nothing is said. */
  readonly embedded?: Omit<EmbeddedOptions, 'dataDirectory'>;
}

/** Starts one, brought to this release. */
export async function openOwnDatabase({
  migrated = true,
  within = folderForDatabases(),
  embedded: options = { heapMegabytes: 512, pageCacheMegabytes: 128, shortLived: true },
}: OwnOptions = {}): Promise<OwnDatabase> {
  const directory = await mkdtemp(join(within, 'skillwake-own-'));
  const dataDirectory = join(directory, 'neo4j');
  const embedded = await startEmbedded({ ...options, dataDirectory });
  const database = await Database.open(embedded);
  if (migrated) await migrate(database);
  return {
    embedded,
    directory,
    dataDirectory,
    database,
    async close() {
      await database.close();
      await embedded.release();
      await rm(directory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
