import { rm } from 'node:fs/promises';

export default async function stop(): Promise<void> {
  const run = globalThis.skillwakeRun;
  if (!run) return;
  await run.embedded.release();
  await rm(run.directory, { recursive: true, force: true });
}
