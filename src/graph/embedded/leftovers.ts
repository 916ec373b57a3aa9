import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { runsWith, signal } from './processes';

interface RunningProcess {
  readonly id: number;
  readonly command: string;
}

/**
 * Ends each Neo4j on this data directory that a killed guardian has left, so that its files and its port are free: its
 * watcher is stopping it, or was killed too. One that does not stop in time is killed.
 */
export async function endLeftovers(home: string, patience = 25_000): Promise<void> {
  const running = await runningProcesses();
  // What another guardian keeps is not left: Neo4j itself refuses to share its files.
  if (running.some((one) => isGuardianOf(one, home))) return;
  const left = running.filter((one) => isNeo4jOn(one, home));
  for (const { id } of left) signal(id, 'SIGTERM');
  const until = performance.now() + patience;
  for (const { id } of left)
    while (await runsWith(id, homeWord(home))) {
      if (performance.now() > until) signal(id, 'SIGKILL');
      await delay(50);
    }
}

const homeWord = (home: string): string => `--home-dir=${home}`;

function isGuardianOf({ id, command }: RunningProcess, home: string): boolean {
  return (
    id !== process.pid &&
    /guardian[.][jt]s /.test(command) &&
    command.includes(`"dataDirectory":${JSON.stringify(home)}`)
  );
}

function isNeo4jOn({ command }: RunningProcess, home: string): boolean {
  // The watcher's own command line holds Java's.
  return `${command} `.includes(`${homeWord(home)} `) && !/^\S*sh -c /.test(command);
}

/** None where they cannot be listed, as on Windows. */
async function runningProcesses(): Promise<RunningProcess[]> {
  try {
    return process.platform === 'linux' ? await listedInProc() : await listedByPs();
  } catch {
    return [];
  }
}

async function listedInProc(): Promise<RunningProcess[]> {
  const ids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  return Promise.all(
    ids.map(async (id) => {
      const words = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
      return { id, command: words.replaceAll('\0', ' ').trim() };
    }),
  );
}

async function listedByPs(): Promise<RunningProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axww', '-o', 'pid=,command=']);
  return stdout.split('\n').map((line) => {
    const [, id, command = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return { id: Number(id), command };
  });
}
