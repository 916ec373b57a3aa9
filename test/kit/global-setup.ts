import { RunDatabases } from './run-databases';

declare global {
  var skillwakeRun: RunDatabases | undefined;
}

export default async function start(): Promise<void> {
  globalThis.skillwakeRun = new RunDatabases();
  process.env['SKILLWAKE_TEST_DATABASES'] = await globalThis.skillwakeRun.listen();
}
