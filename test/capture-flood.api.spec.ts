import { setTimeout as delay } from 'node:timers/promises';
import type { Socket } from 'node:net';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { uniqueSource } from './kit/graph';
import { asks, send } from './kit/http';
import { rawConnection } from './kit/raw-connection';
import { TrackedCourse } from './kit/tracker';

let app: TestApp;
let admin: Client;
let course: TrackedCourse;
beforeAll(async () => {
  app = await startApp({ SKILLWAKE_MAX_HELD_MEGABYTES: '2', SKILLWAKE_MAX_BODY_MEGABYTES: '1' });
  admin = await app.as('admin');
  course = await TrackedCourse.build(admin, app.database, 1);
});
afterAll(() => app.close());

async function held(): Promise<number> {
  const text = await (await fetch(new URL('/metrics', app.url))).text();
  return Number(/^skillwake_held_bytes (\d+)$/m.exec(text)?.[1]);
}

async function untilHeld(bytes: (held: number) => boolean): Promise<void> {
  while (!bytes(await held())) await delay(20);
}

/** A body that begins, and never ends: without its end nobody knows whether its token holds. */
async function begunBody(bytes: number): Promise<Socket> {
  const socket = await rawConnection(app.url);
  const head = [
    'POST /capture HTTP/1.1',
    `host: ${new URL(app.url).host}`,
    'content-type: text/plain',
    'content-length: 1000000',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n{"token":"${'x'.repeat(bytes)}`);
  return socket;
}

const capture = async () => {
  const body = JSON.stringify({
    token: await course.token(course.course.people[0]!.id),
    visits: [{ id: uniqueSource(), at: '2026-01-05T09:00:00Z', note: 'x'.repeat(200_000) }],
  });
  return send(new URL('/capture', app.url).href, { body, headers: { 'content-type': 'text/plain' } });
};

it('bodies that prove nothing take their share of the memory for bodies, and no more: the API goes on', async () => {
  const sockets = await Promise.all([begunBody(450_000), begunBody(450_000)]);
  await untilHeld((bytes) => bytes > 900_000);
  const refused = await capture();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(refused.json.errors![0]!.extensions.code).toBe('OVERLOADED');
  expect((await send(app.url, { token: admin.token, ...asks('{ viewer { role } }') })).status).toBe(200);
  for (const socket of sockets) socket.destroy();
  await untilHeld((bytes) => bytes === 0);
  expect((await capture()).status).toBe(200);
  await untilHeld((bytes) => bytes === 0);
});
