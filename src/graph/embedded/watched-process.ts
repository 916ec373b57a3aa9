import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, signal } from './processes';

const stopPatienceMilliseconds = 20_000;

/**
 * Runs the command and reads a pipe that only the guardian writes to. The pipe ends when the guardian does, also by
 * kill -9; then the command is asked to stop, or sent the signal that the guardian wrote last, and killed when it does
 * not end. A shell is on every such system and costs
 * 1 MB, where a second Node would cost 40. Descriptor 3 takes the command's process number back to the guardian.
 */
const watcher = `
exec 4<&0
"$@" </dev/null 3>&- 4<&- &
command=$!
echo $command >&3
exec 3>&-
{
  signal=TERM
  while read -r word <&4; do signal=$word; done
  kill -$signal $command 2>/dev/null
  waited=0
  while [ $waited -lt 20 ] && kill -0 $command 2>/dev/null; do sleep 1; waited=$((waited + 1)); done
  kill -KILL $command 2>/dev/null
} &
guard=$!
exec 4<&-
wait $command
code=$?
kill $guard 2>/dev/null
exit $code
`;

export interface WatchedProcess {
  readonly processId: number;
  /** Resolves with the exit code once the command and its watcher are gone; never rejects. */
  readonly exited: Promise<number | null>;
  /** SIGTERM, then SIGKILL after 20 seconds; resolves when it is gone. */
  stop(): Promise<void>;
  /** From now on a stop is SIGKILL, also the one that the death of this process brings. */
  stopByKilling(): void;
}

export interface WatchedOptions {
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Takes standard output and error. */
  readonly log: string;
}

/** Starts a command that cannot outlive this process. */
export async function startWatched(
  command: string,
  parameters: readonly string[],
  { directory, environment, log }: WatchedOptions,
): Promise<WatchedProcess> {
  const output = openSync(log, 'a', 0o600);
  // Windows has no such shell: there, a database left by a killed guardian is ended by the next start.
  const direct = process.platform === 'win32';
  const child = spawn(
    direct ? command : '/bin/sh',
    direct ? parameters : ['-c', watcher, 'watcher', command, ...parameters],
    { cwd: directory, env: environment, stdio: ['pipe', output, output, 'pipe'], windowsHide: true },
  );
  closeSync(output);
  child.stdin?.on('error', () => undefined);
  const exited = new Promise<number | null>((resolve) => {
    child.on('exit', (code) => resolve(code));
    child.on('error', () => resolve(null));
  });
  let stopSignal: NodeJS.Signals = 'SIGTERM';
  const processId = direct ? (child.pid ?? 0) : await reportedProcess(child);
  const gone = exited.then(async (code) => {
    // Were only the watcher killed, the command would run on unseen.
    if (processId !== 0 && isAlive(processId) && !direct) {
      await end(processId, stopSignal);
    }
    return code;
  });
  return {
    processId,
    exited: gone,
    stop: async () => {
      if (processId !== 0) {
        await Promise.race([gone, end(processId, stopSignal)]);
      }
      await gone;
    },
    stopByKilling: () => {
      stopSignal = 'SIGKILL';
      if (!direct) {
        child.stdin?.write('KILL\n');
      }
    },
  };
}

async function end(processId: number, first: NodeJS.Signals): Promise<void> {
  signal(processId, first);
  const until = performance.now() + stopPatienceMilliseconds;
  while (isAlive(processId)) {
    if (performance.now() > until) {
      signal(processId, 'SIGKILL');
    }
    await delay(20);
  }
}

/** The number on descriptor 3; 0 where the watcher ended before it wrote one. */
function reportedProcess(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    let text = '';
    const pipe = child.stdio[3] as Readable;
    pipe.on('data', (data: Buffer) => (text += data.toString()));
    pipe.on('close', () => resolve(Number(text.trim()) || 0));
    child.on('error', () => resolve(0));
  });
}
