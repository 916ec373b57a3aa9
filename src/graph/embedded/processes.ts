import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
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

export function signal(processId: number, name: NodeJS.Signals): void {
  try {
    process.kill(processId, name);
  } catch {
    // It is gone, which is what a signal is sent for here.
  }
}
