import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { startApp, type TestApp } from './kit/app';
import type { ApiError } from './kit/client';

let app: TestApp;
let origin: string;
beforeAll(async () => {
  app = await startApp();
  ({ origin } = new URL(app.url));
});
afterAll(() => app.close());

describe('/metrics', () => {
  /** The answer to a request that names the server so. */
  const answerFor = (host: string, headers: Record<string, string> = {}, api = origin) =>
    new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      request(`${api}/metrics`, { headers: { host, ...headers } }, (response) => {
        let text = '';
        response.on('data', (part: Buffer) => (text += part.toString()));
        response.on('end', () => resolve({ status: response.statusCode, text }));
      })
        .on('error', reject)
        .end();
    });
  const statusFor = async (...given: Parameters<typeof answerFor>) => (await answerFor(...given)).status;

  it.each(['127.0.0.1:4000', 'localhost', 'LOCALHOST:4000', '[::1]:4000', '127.8.9.10'])(
    'is read from this machine under its own name %s, whatever other headers say',
    async (host) => {
      expect(await statusFor(host, { 'x-forwarded-for': '203.0.113.7' })).toBe(200);
    },
  );

  it.each(['skills.example', '127.0.0.1.example:4000', '127.example', 'localhost.example', '[::1].example'])(
    'is not read under the name %j, which leads here from elsewhere',
    async (host) => {
      expect(await statusFor(host, { 'x-forwarded-for': '127.0.0.1' })).toBe(403);
    },
  );

  it('is read under further names, or by everyone, where that is set', async () => {
    const { errors } = JSON.parse((await answerFor('skills.example')).text) as { errors: ApiError[] };
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('SKILLWAKE_METRICS=network'),
        extensions: { code: 'FORBIDDEN' },
      },
    ]);
    for (const [settings, expected] of [
      [{ SKILLWAKE_METRICS: 'network' }, [200, 200]],
      [{ SKILLWAKE_METRICS_HOSTS: 'figures.example, other.example' }, [200, 403]],
    ] as const) {
      const open = await startApp(settings);
      const { origin: other } = new URL(open.url);
      const statuses = ['figures.example:9', 'skills.example'].map((host) => statusFor(host, {}, other));
      expect(await Promise.all(statuses)).toEqual(expected);
      await open.close();
    }
  });

  it('is not read from another address of the network', async () => {
    const address = Object.values(networkInterfaces())
      .flat()
      .find((one) => one && !one.internal && one.family === 'IPv4')?.address;
    // A machine without a network has nobody to keep out.
    if (address === undefined) return;
    const open = await startApp({ SKILLWAKE_HOST: '0.0.0.0', SKILLWAKE_SECRET: 'x'.repeat(32) });
    const { port } = new URL(open.url);
    const status = async (path: string) => (await fetch(`http://${address}:${port}${path}`)).status;
    expect(await Promise.all([status('/readyz'), status('/metrics')])).toEqual([200, 403]);
    await open.close();
  });
});
