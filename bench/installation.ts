import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../src/graph/database';
import { startEmbedded, type EmbeddedDatabase } from '../src/graph/embedded/embedded';
import { migrate } from '../src/graph/migrations/migrations';
import { startProcess } from '../test/kit/process';

/** A database and an API of the bench's own, in processes of their own. */
export interface BenchInstallation {
  readonly embedded: EmbeddedDatabase;
  readonly database: Database;
  readonly url: string;
  /** An admin's, for an hour. */
  readonly token: string;
  close(): Promise<void>;
}

export async function openBench(): Promise<BenchInstallation> {
  const directory = await mkdtemp(join(tmpdir(), 'skillwake-bench-'));
  const embedded = await startEmbedded({
    dataDirectory: directory,
    onProgress: (line) => process.stdout.write(`${line}\n`),
  });
  const database = await Database.open(embedded);
  await migrate(database);
  const api = await startProcess(embedded);
  return {
    embedded,
    database,
    url: api.url,
    token: api.token,
    async close() {
      await api.end('SIGTERM');
      await database.close();
      await embedded.release();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
