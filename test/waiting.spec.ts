import { once } from 'node:events';
import { reservePort } from '../src/graph/embedded/bolt';
import { openDoor, type Door } from './kit/door';
import { launchCommand } from './kit/process';
import { until } from './kit/watching';

/** Starting the API takes its time on a machine that has other things to do. */
const patience = 60_000;

let door: Door;
let port: number;
let base: string;
let api: ReturnType<typeof launchCommand>;
let said: string;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.shut());
beforeEach(async () => {
  await door.shut();
  port = await reservePort();
  base = `http://127.0.0.1:${String(port)}`;
  api = launchCommand('start', [], door.address, {
    SKILLWAKE_PORT: String(port),
    SKILLWAKE_SECRET: 'no secret to anybody, but long enough',
  });
  said = '';
  api.stderr.on('data', (part: Buffer) => (said += part.toString()));
  api.stdout.resume();
  await until(async () => (await statusOf('/healthz')) === 200, patience);
});
afterEach(() => api.kill('SIGKILL'));

const statusOf = (path: string): Promise<number | undefined> =>
  fetch(`${base}${path}`).then(
    ({ status }) => status,
    () => undefined,
  );

async function end(): Promise<unknown> {
  const exit = once(api, 'exit');
  api.kill('SIGTERM');
  return (await exit)[0];
}

describe('an API whose database is not there yet', () => {
  it('is healthy and not ready, refuses requests, and serves once the database comes', async () => {
    const readiness = await fetch(`${base}/readyz`);
    expect([readiness.status, await readiness.json()]).toEqual([
      503,
      { ready: false, reason: 'The database is not there yet.' },
    ]);
    const refused = await fetch(`${base}/graphql`, { method: 'POST' });
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
      503,
      '1',
      {
        errors: [
          {
            message: 'The database is not there yet; try again in a moment.',
            extensions: { code: 'DATABASE_UNAVAILABLE', requestId: expect.any(String) },
          },
        ],
      },
    ]);
    await until(() => Promise.resolve(said !== ''), patience);
    expect(said).toMatch(/^Neo4j at bolt:.* does not answer .*: start it, .* The API waits for it[.]\n$/);
    await door.open();
    await until(async () => (await statusOf('/readyz')) === 200, patience);
    expect(await end()).toBe(0);
  });

  it('ends with 0 when it is told to stop', async () => {
    expect(await end()).toBe(0);
  });
});
