import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { InstallationError } from '../../shared/errors';
import { pathsOf } from './data-directory';
import { describeFileFailure } from './failure';
import type { GuardianOrder } from './guardian';

/** Starts a guardian as a process of its own; resolves once its state is in the data directory. */
export async function startGuardian(order: GuardianOrder): Promise<void> {
  const { guardianLog } = pathsOf(order.dataDirectory);
  let log: number;
  try {
    log = openSync(guardianLog, 'a', 0o600);
  } catch (error) {
    throw describeFileFailure(error, order.dataDirectory) ?? error;
  }
  const child = spawnGuardian(order, log);
  closeSync(log);
  try {
    await untilListening(child, guardianLog);
  } finally {
    child.removeAllListeners();
    if (child.connected) {
      child.disconnect();
    }
    child.unref();
  }
}

function spawnGuardian(order: GuardianOrder, log: number): ChildProcess {
  // Source runs through the same hook as everything else, compiled code as it is. This process's own flags
  // (a debugger's port, -e) are not for the guardian.
  const fromSource = __filename.endsWith('.ts');
  return spawn(
    process.execPath,
    [
      ...(fromSource ? ['-r', require.resolve('@swc-node/register')] : []),
      join(__dirname, fromSource ? 'guardian.ts' : 'guardian.js'),
      JSON.stringify(order),
    ],
    {
      // Its own session: what a terminal sends to the command does not reach it.
      detached: true,
      // The hook looks for tsconfig.json here.
      cwd: join(__dirname, '..', '..', '..'),
      env: withoutNodeOptions(process.env),
      stdio: ['ignore', log, log, 'ipc'],
      windowsHide: true,
    },
  );
}

function untilListening(child: ChildProcess, guardianLog: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: { listening?: true; failed?: string }) =>
      message.listening ? resolve() : reject(new InstallationError(message.failed ?? 'unknown')),
    );
    child.on('error', (error) => reject(error));
    child.on('exit', (code, signalName) =>
      reject(
        new InstallationError(
          `The process that keeps Neo4j ended at its start (${signalName ?? `exit code ${code}`}); ` +
            `its log ${guardianLog} says why.`,
        ),
      ),
    );
  });
}

function withoutNodeOptions({
  NODE_OPTIONS: _options,
  ...environment
}: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return environment;
}
