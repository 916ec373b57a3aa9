import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { openOwnDatabase } from '../../test/kit/own-database';
import { launchCommand, startProcess } from '../../test/kit/process';
import type { DatabaseAddress } from '../../src/graph/driver/database';
import { median } from '../load';
import type { Bench } from '../run';
import { round3, say } from '../say';

const starts = 5;

/** How long the API takes on the demo's data from the start of its process until it is ready, with Neo4j running. */
export const bench: Bench = async () => {
  const own = await openOwnDatabase({ embedded: {} });
  try {
    say('Loading the demo.');
    await loadDemo(own.embedded);
    const seconds: number[] = [];
    for (let start = 0; start < starts; start++) {
      const began = performance.now();
      const api = await startProcess(own.embedded);
      const { status } = await fetch(new URL('/readyz', api.url));
      if (status !== 200) throw new Error(`It serves, and says ${String(status)} of being ready.`);
      seconds.push(round3((performance.now() - began) / 1000));
      await api.end('SIGTERM');
    }
    say(`Ready after ${seconds.join(', ')} s; the median is ${String(median(seconds))} s.`);
    return { seconds, median: median(seconds) };
  } finally {
    await own.close();
  }
};

/** Runs the demo until it is up, and ends it. */
async function loadDemo(address: DatabaseAddress): Promise<void> {
  const child = launchCommand('demo', [], address, { SKILLWAKE_PORT: '0' });
  const exit = once(child, 'exit');
  child.stderr.resume();
  for await (const line of createInterface(child.stdout)) if (line.includes('/graphiql#')) break;
  child.kill('SIGTERM');
  await exit;
}
