import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Database } from '../../src/graph/driver/database';
import { startEmbedded, type EmbeddedDatabase } from '../../src/graph/embedded/embedded';
import { migrate } from '../../src/graph/migrations/migrations';
import { folderForDatabases } from './database-folder';

interface RunDatabase {
  readonly embedded: EmbeddedDatabase;
  readonly directory: string;
}

/**
 * The databases of one run: one for each of jest's workers, started when the worker first asks for it, warm for all of
 * its specs, gone with the run even where that is killed.
 */
export class RunDatabases {
  private readonly started = new Map<string, Promise<RunDatabase>>();
  private readonly server = createServer(({ url }, response) => void this.answer(url ?? '', response));

  /** Gives the address at which a worker asks for its own. */
  async listen(): Promise<string> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    this.server.unref();
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async close(): Promise<void> {
    this.server.close();
    for (const starting of this.started.values()) {
      const { embedded, directory } = await starting;
      await embedded.release();
      await rm(directory, { recursive: true, force: true, maxRetries: 3 });
    }
  }

  private async answer(worker: string, response: ServerResponse): Promise<void> {
    // A worker asks once a file: a connection that is kept meanwhile may be closed just when the next question is sent.
    response.setHeader('connection', 'close');
    const starting = this.started.get(worker) ?? startDatabase();
    this.started.set(worker, starting);
    try {
      const { uri, username, password } = (await starting).embedded;
      response.end(JSON.stringify({ uri, username, password }));
    } catch (error) {
      this.started.delete(worker);
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    }
  }
}

async function startDatabase(): Promise<RunDatabase> {
  const directory = await mkdtemp(join(folderForDatabases(), 'skillwake-test-'));
  const embedded = await startEmbedded({
    dataDirectory: directory,
    heapMegabytes: 1024,
    pageCacheMegabytes: 256,
    shortLived: true,
    onProgress: (line) => process.stderr.write(`${line}\n`),
  });
  const database = await Database.open(embedded);
  await migrate(database);
  await database.close();
  return { embedded, directory };
}
