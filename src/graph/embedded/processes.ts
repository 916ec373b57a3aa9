import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { hasCode } from './failure';

export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** Whether a process runs whose command line names this text: numbers of processes are used again. */
export async function runsWith(processId: number, text: string): Promise<boolean> {
  if (!isAlive(processId)) {
    return false;
  }
  try {
    if (process.platform === 'linux') {
      return (await readFile(`/proc/${processId}/cmdline`, 'utf8')).includes(text);
    }
    const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(processId)]);
    return stdout.includes(text);
  } catch {
    return false;
  }
}

/**
 * Waits for a database that a killed guardian has left: its watcher is already stopping it. One that does not stop
 * is killed, since two on the same files cannot be.
 */
export async function endLeftover(processId: number, home: string, patience = 25_000): Promise<void> {
  const until = Date.now() + patience;
  while (await runsWith(processId, `--home-dir=${home}`)) {
    if (Date.now() > until) {
      signal(processId, 'SIGKILL');
    }
    await delay(50);
  }
}

export function signal(processId: number, name: NodeJS.Signals): void {
  try {
    process.kill(processId, name);
  } catch {
    // It is gone, which is what a signal is sent for here.
  }
}
