import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../src/graph/driver/database';
import { startEmbedded, type EmbeddedDatabase } from '../../src/graph/embedded/embedded';
import { migrate } from '../../src/graph/migrations/migrations';

/** The database of one run: its own directory, its own port, gone with the run even where that is killed. */
export interface RunDatabase {
  readonly embedded: EmbeddedDatabase;
  readonly directory: string;
}

declare global {
  var skillwakeRun: RunDatabase | undefined;
}

export default async function start(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'skillwake-test-'));
  const embedded = await startEmbedded({
    dataDirectory: directory,
    heapMegabytes: 1024,
    pageCacheMegabytes: 256,
    shortLived: true,
    onProgress: (line) => process.stderr.write(`${line}\n`),
  });
  globalThis.skillwakeRun = { embedded, directory };
  const database = await Database.open(embedded);
  await migrate(database);
  await database.close();
  process.env['SKILLWAKE_TEST_DATABASE'] = JSON.stringify({
    uri: embedded.uri,
    username: embedded.username,
    password: embedded.password,
  });
}
