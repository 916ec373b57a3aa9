import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { signToken } from '../../src/features/access/token';
import type { DatabaseAddress } from '../../src/graph/driver/database';
import { clientOf, type Client } from './client';
import { testDatabaseAddress } from './worker-database';

/** The API in a process of its own, as `npm start` runs it: for what only a process can suffer, or shows the speed of. */
export interface ApiProcess {
  readonly url: string;
  /** An admin's, for an hour. */
  readonly token: string;
  readonly admin: Client;
  /** A person's, for an hour, by internal id. */
  tokenOf(personKey: string): Promise<string>;
  /** Sends a signal and leaves it at that. */
  signal(signal: NodeJS.Signals): void;
  /** Sends a signal and waits for the end; gives the exit code, or the signal that it died of. */
  end(signal: NodeJS.Signals): Promise<number | string | null>;
}

const secret = randomBytes(32).toString('hex');
const running = new Set<ApiProcess>();
const root = join(__dirname, '../..');

/** What `npm run` gives to node: npm itself would stand between the process and its signals. */
function scriptWords(name: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  return (scripts[name] ?? '').split(' ').slice(1);
}

/** Runs a command of package.json on a Neo4j, with its output to be read. */
export function launchCommand(
  name: string,
  words: readonly string[],
  { uri, username, password }: DatabaseAddress,
  settings: Readonly<Record<string, string>> = {},
): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [...scriptWords(name), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NEO4J_URI: uri,
      NEO4J_USERNAME: username,
      NEO4J_PASSWORD: password,
      ...settings,
    },
  });
}

/** Starts it on the worker's Neo4j, or on another. */
export async function startProcess(
  address?: DatabaseAddress,
  settings: Readonly<Record<string, string>> = {},
): Promise<ApiProcess> {
  const own = { SKILLWAKE_PORT: '0', SKILLWAKE_SECRET: secret };
  const child = launchCommand('start', [], address ?? (await testDatabaseAddress()), { ...own, ...settings });
  const token = await signToken(secret, { role: 'admin', personKey: undefined }, 3_600);
  const url = await servedUrl(child);
  const api: ApiProcess = {
    url,
    token,
    admin: clientOf(url, token),
    tokenOf: (personKey) => signToken(secret, { role: 'person', personKey }, 3_600),
    signal: (signal) => void child.kill(signal),
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        const exit = once(child, 'exit');
        child.kill(signal);
        await exit;
      }
      running.delete(api);
      return child.exitCode ?? child.signalCode;
    },
  };
  running.add(api);
  return api;
}

/** Kills what a failed test left. */
export async function endProcesses(): Promise<void> {
  await Promise.all([...running].map((api) => api.end('SIGKILL')));
}

async function servedUrl(child: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  for await (const line of createInterface(child.stdout)) {
    const url = /^Skillwake serves (\S+)$/.exec(line)?.[1];
    if (url !== undefined) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error(`The API ended before it served: ${said}`);
}
