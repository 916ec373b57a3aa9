import { extname } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Starts a thread from a file, named without its suffix: run from the sources, that file is TypeScript, as this one is. */
export function startThread(file: string, options: WorkerOptions = {}): Worker {
  const suffix = extname(__filename);
  const execArgv = suffix === '.ts' ? ['-r', '@swc-node/register'] : [];
  return new Worker(`${file}${suffix}`, { ...options, execArgv });
}
