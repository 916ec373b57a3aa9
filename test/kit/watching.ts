import { setTimeout as delay } from 'node:timers/promises';
import type { TestApp } from './app';

/** What the API says of itself. */
export async function watched(app: TestApp, path: '/readyz' | '/healthz'): Promise<[number, unknown]> {
  const response = await fetch(new URL(path, app.url));
  return [response.status, await response.json()];
}

/** Asks until it is so; throws where it does not come in time. */
export async function until(holds: () => Promise<boolean>, milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It did not come within ${String(milliseconds)} ms.`);
    await delay(100);
  }
}

export const isReady = (app: TestApp) => async () => (await watched(app, '/readyz'))[0] === 200;

/** How long it took to come to a result. */
export async function timed<Result>(
  work: Promise<Result>,
): Promise<{ result: Result; milliseconds: number }> {
  const begun = performance.now();
  return { result: await work, milliseconds: performance.now() - begun };
}
