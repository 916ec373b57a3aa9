import type { Database } from '../src/graph/driver/database';
import type { EmbeddedDatabase } from '../src/graph/embedded/embedded';
import { openOwnDatabase } from '../test/kit/own-database';
import { startProcess } from '../test/kit/process';

/** A database and an API of the bench's own, in processes of their own. */
export interface BenchInstallation {
  readonly embedded: EmbeddedDatabase;
  readonly database: Database;
  readonly url: string;
  /** An admin's, for an hour. */
  readonly token: string;
  /** A person's, for an hour, by internal id. */
  tokenOf(personKey: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts both as `npm start` does on this machine. */
export async function openBench(): Promise<BenchInstallation> {
  const onProgress = (line: string): boolean => process.stdout.write(`${line}\n`);
  const own = await openOwnDatabase({ embedded: { onProgress } });
  const { embedded, database } = own;
  const api = await startProcess(embedded);
  return {
    embedded,
    database,
    url: api.url,
    token: api.token,
    tokenOf: (personKey) => api.tokenOf(personKey),
    async close() {
      await api.end('SIGTERM');
      await own.close();
    },
  };
}
