import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { access, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { InstallationError } from '../../shared/errors';
import { answersBolt } from './bolt';
import { pathsOf } from './data-directory';
import { startEmbedded } from './embedded';
import type { EmbeddedDatabase } from './embedded';
import { isAlive } from './processes';
import { restartsWithinWindow } from './restarts';
import { readState, writeState } from './state-file';
import type { GuardianState } from './state-file';

/** Small, so that the specs run beside whatever else the machine does. */
const small = { heapMegabytes: 512, pageCacheMegabytes: 128, shortLived: true };

jest.setTimeout(120_000);

/** One for all: only the first start takes what making a database takes. Nothing runs on it between two tests. */
let dataDirectory: string;
const children: ChildProcess[] = [];
// What a killed guardian said of itself would be taken for the next one's.
beforeEach(() => rm(pathsOf(dataDirectory).state, { force: true }));
beforeAll(async () => (dataDirectory = await mkdtemp(join(tmpdir(), 'skillwake-embedded-'))));
afterEach(async () => {
  children.splice(0).forEach((child) => child.kill('SIGKILL'));
  const state = await readState(dataDirectory);
  if (state) {
    await gone(state);
  }
});
afterAll(() => rm(dataDirectory, { recursive: true, maxRetries: 3 }));

/** Another command on the same data directory; resolves with the address once it holds the database. */
function otherCommand(): { child: ChildProcess; uri: Promise<string> } {
  const code = `require('./src/graph/embedded/embedded.ts')
    .startEmbedded(${JSON.stringify({ dataDirectory, ...small })})
    .then(({ uri }) => { console.log(uri); setInterval(() => {}, 1000); });`;
  const child = spawn(process.execPath, ['-r', '@swc-node/register', '-e', code], {
    cwd: join(__dirname, '..', '..', '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const uri = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      resolve(data.toString().trim());
    });
    child.on('exit', () => reject(new Error('the other command ended')));
  });
  uri.catch(() => undefined);
  return { child, uri };
}

/** The shells that stop Java when its guardian dies. */
function watchersOf(home: string): number[] {
  const listed = execFileSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' });
  const watchers = listed
    .split('\n')
    .filter((line) => line.includes(`--home-dir=${home}`) && line.includes(' -c '));
  expect(watchers).not.toEqual([]);
  return watchers.map((line) => parseInt(line, 10));
}

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 25_000;
  while (!(await holds())) {
    if (Date.now() > end) {
      throw new Error(`It did not happen within 25 s that ${what}.`);
    }
    await delay(30);
  }
}

const gone = ({ guardianProcess, javaProcess }: GuardianState): Promise<void> =>
  until(
    () => ![guardianProcess, javaProcess].some((id) => id !== undefined && isAlive(id)),
    'all processes end',
  );

async function stateNow(): Promise<GuardianState & { javaProcess: number }> {
  const state = await readState(dataDirectory);
  if (state?.javaProcess === undefined) {
    throw new Error('There is no running database.');
  }
  return { ...state, javaProcess: state.javaProcess };
}

const guardianLog = (): Promise<string> => readFile(pathsOf(dataDirectory).guardianLog, 'utf8');

async function countAfterWriting({ uri, username, password }: EmbeddedDatabase): Promise<number> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  try {
    const { records } = await driver.executeQuery(
      'CREATE (:Trace) WITH 1 AS one MATCH (t:Trace) RETURN count(t) AS count',
    );
    return records[0]?.get('count') as number;
  } finally {
    await driver.close();
  }
}

/** What the database itself does about clients that vanish without a word. */
async function limitsOf({ uri, username, password }: EmbeddedDatabase): Promise<Record<string, string>> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  try {
    const { records } = await driver.executeQuery(
      `SHOW SETTINGS YIELD name, value
       WHERE name = 'db.transaction.timeout' OR name STARTS WITH 'server.bolt.connection_keep_alive'
       RETURN name, value`,
    );
    return Object.fromEntries(records.map((record) => [record.get('name'), record.get('value')]));
  } finally {
    await driver.close();
  }
}

test('starts, is shared, comes back when Java dies, and ends with the last release', async () => {
  const database = await startEmbedded({ dataDirectory, ...small });
  const state = await stateNow();
  expect(await countAfterWriting(database)).toBe(1);
  expect(await limitsOf(database)).toMatchObject({
    'db.transaction.timeout': '5m',
    'server.bolt.connection_keep_alive': '10s',
    'server.bolt.connection_keep_alive_for_requests': 'ALL',
  });
  expect((await stat(pathsOf(dataDirectory).state)).mode & 0o777).toBe(0o600);
  await expect(access(pathsOf(dataDirectory).passwordArguments)).rejects.toThrow(/ENOENT/);
  const commandLine = await readFile(`/proc/${state.javaProcess}/cmdline`, 'utf8').catch(() => '');
  expect(commandLine).not.toContain(database.password);

  const other = otherCommand();
  expect(await other.uri).toBe(database.uri);
  other.child.kill('SIGKILL');

  process.kill(state.javaProcess, 'SIGKILL');
  await until(async () => (await stateNow()).javaProcess !== state.javaProcess, 'Java is started again');
  // Whoever comes while it is on its way gets it once it answers, at the address that the others know.
  const joined = await startEmbedded({ dataDirectory, ...small });
  expect(joined.uri).toBe(database.uri);
  expect(await answersBolt(state.boltPort)).toBe(true);
  expect(await countAfterWriting(database)).toBe(2);
  await joined.release();

  const last = await stateNow();
  await database.release();
  // One that stops because it is told to is not started again.
  expect((await guardianLog()).match(/started again/g)).toHaveLength(1);
  expect(isAlive(last.javaProcess)).toBe(false);
  await gone(last);
  expect(await readState(dataDirectory)).toBeUndefined();
  expect(await answersBolt(state.boltPort)).toBe(false);
});

test('a Java that is killed whenever it comes is left stopped, and the guardian says so and ends', async () => {
  await startEmbedded({ dataDirectory, ...small });
  const first = await stateNow();
  const killed = new Set<number>();
  await until(async () => {
    const java = (await readState(dataDirectory))?.javaProcess;
    if (java !== undefined && !killed.has(java) && isAlive(java)) {
      killed.add(java);
      process.kill(java, 'SIGKILL');
    }
    return !isAlive(first.guardianProcess);
  }, 'the guardian ends');
  expect(killed.size).toBe(1 + restartsWithinWindow);
  expect(await guardianLog()).toMatch(/ Neo4j was started again 5 times within ten minutes, .* left stopped/);
  expect(await readState(dataDirectory)).toBeUndefined();
});

test('two starting at once share one; it ends when both are killed; the next start outlives nothing but finds its data', async () => {
  const [one, two] = [otherCommand(), otherCommand()];
  expect(await one.uri).toBe(await two.uri);
  const first = await stateNow();
  one.child.kill('SIGKILL');
  await delay(1_500);
  expect(isAlive(first.javaProcess)).toBe(true);
  two.child.kill('SIGKILL');
  await gone(first);

  // As if the guardian had been killed and its process number and port were used by others since.
  const stranger = await listen();
  await writeState(dataDirectory, {
    ...first,
    guardianProcess: process.pid,
    javaProcess: process.pid,
    guardianPort: (stranger.address() as AddressInfo).port,
  });
  const database = await startEmbedded({ dataDirectory, ...small });
  stranger.close();
  const before = await countAfterWriting(database);

  // Its guardian is killed, and what would have stopped it for the guardian: Java goes on, and holds files and port.
  const second = await stateNow();
  process.kill(second.guardianProcess, 'SIGSTOP');
  for (const watcher of watchersOf(dataDirectory)) process.kill(watcher, 'SIGKILL');
  process.kill(second.guardianProcess, 'SIGKILL');
  const another = await startEmbedded({ dataDirectory, boltPort: second.boltPort, ...small });
  expect(isAlive(second.javaProcess)).toBe(false);
  expect(await countAfterWriting(another)).toBe(before + 1);

  const third = await stateNow();
  process.kill(third.guardianProcess, 'SIGKILL');
  await gone(third);
  await database.release();
  await another.release();
});

test('an interrupted start leaves nothing running', async () => {
  const { child } = otherCommand();
  await until(async () => (await readState(dataDirectory))?.javaProcess !== undefined, 'Java is started');
  const state = await stateNow();
  child.kill('SIGINT');
  await gone(state);
});

test('a port that is taken is said to be, and nothing stays', async () => {
  const stranger = await listen();
  const boltPort = (stranger.address() as AddressInfo).port;
  const refused = startEmbedded({ dataDirectory, boltPort, ...small });
  await expect(refused).rejects.toThrow(InstallationError);
  await expect(refused).rejects.toThrow(
    new RegExp(`^Port ${boltPort} on 127.0.0.1 is taken by another program; stop`),
  );
  stranger.close();
  expect(await readState(dataDirectory)).toBeUndefined();
});

/** A program that has nothing to do with any of this and hangs up on whoever calls. */
async function listen(): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
