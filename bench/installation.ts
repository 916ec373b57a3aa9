import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../src/graph/database';
import { startEmbedded, type EmbeddedDatabase } from '../src/graph/embedded/embedded';
import { migrate } from '../src/graph/migrations/migrations';

/** A database and an API of the bench's own, in processes of their own. */
export interface BenchInstallation {
  readonly embedded: EmbeddedDatabase;
  readonly database: Database;
  readonly url: string;
  readonly secret: string;
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
  const secret = randomBytes(32).toString('hex');
  const api = await startApi(embedded, secret);
  return {
    embedded,
    database,
    secret,
    url: api.url,
    async close() {
      await api.stop();
      await database.close();
      await embedded.release();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function startApi(
  embedded: EmbeddedDatabase,
  secret: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, ['-r', '@swc-node/register', 'src/main.ts', 'start'], {
    cwd: join(__dirname, '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NEO4J_URI: embedded.uri,
      NEO4J_USERNAME: embedded.username,
      NEO4J_PASSWORD: embedded.password,
      SKILLWAKE_PORT: '0',
      SKILLWAKE_SECRET: secret,
    },
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  process.once('exit', () => child.kill());
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const url = /http\S+/.exec(text.toString())?.[0];
      if (url === undefined) return;
      resolve({
        url,
        stop: async () => {
          child.kill();
          await ended;
        },
      });
    });
    void ended.then(() => {
      reject(new Error('The API ended before it served.'));
    });
  });
}
