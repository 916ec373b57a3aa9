import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { getIntrospectionQuery } from 'graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, record, type TestGraph } from './kit/graph';
import { asks, send } from './kit/http';
import { headOf, rawConnection } from './kit/raw-connection';
import { holding } from './kit/stored';

let app: TestApp;
let admin: Client;
let graph: TestGraph;
beforeAll(async () => {
  app = await startApp({
    SKILLWAKE_MAX_RUNNING: '4',
    SKILLWAKE_MAX_WAITING: '8',
    SKILLWAKE_MAX_BODY_MEGABYTES: '1',
    SKILLWAKE_MAX_HELD_MEGABYTES: '8',
    SKILLWAKE_BODY_SECONDS: '2',
    SKILLWAKE_ANSWER_SECONDS: '2',
  });
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 2, skills: 1, questionsPerSkill: 1 });
});
afterAll(() => app.close());

const open: Socket[] = [];
afterEach(() => open.splice(0).forEach((socket) => socket.destroy()));

async function connection(): Promise<Socket> {
  const socket = await rawConnection(app.url);
  open.push(socket);
  return socket;
}

const statusOf = async ({ token }: Client, query = '{ viewer { role } }') =>
  (await send(app.url, { token, ...asks(query) })).status;

async function untilFigure(name: string, holds: (value: number) => boolean): Promise<void> {
  for (;;) {
    const text = await (await fetch(new URL('/metrics', app.url))).text();
    if (holds(Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]))) return;
    await delay(20);
  }
}

describe('clients that send slowly', () => {
  it('take nobody’s turn, and are cut off with the reason', async () => {
    const sockets = await Promise.all(Array.from({ length: 64 }, connection));
    for (const socket of sockets) socket.write(`${headOf(app.url, admin.token, 1_000)}{`);
    await untilFigure('skillwake_held_bytes', (held) => held === 64);
    expect(await statusOf(admin)).toBe(200);
    const [said] = (await once(sockets[0]!, 'data')) as [Buffer];
    expect(said.toString()).toMatch(/^HTTP\/1.1 408 .*did not arrive within 2 seconds/s);
    await once(sockets[0]!.resume(), 'close');
    await untilFigure('skillwake_held_bytes', (held) => held === 0);
  });

  it('hold no more than their share of the memory for bodies, and others are heard', async () => {
    const part = `{"query":"{ viewer { role } }","filler":"${'x'.repeat(900_000)}`;
    const sockets = await Promise.all(Array.from({ length: 8 }, connection));
    const first = Promise.race(sockets.map((socket) => once(socket, 'data')));
    for (const socket of sockets) socket.write(headOf(app.url, admin.token, 1_000_000) + part);
    const [said] = (await first) as [Buffer];
    expect(said.toString()).toMatch(/^HTTP\/1.1 503 .*OVERLOADED/s);
    expect(await statusOf(await app.as('hr'))).toBe(200);
  });
});

describe('clients that read slowly', () => {
  it('take nobody’s turn, and are cut off', async () => {
    const introspection = getIntrospectionQuery().replace(/^[^{]*{\s*__schema/, '');
    const [selection = '', ...fragments] = introspection.split(/^\s*}\s*(?=fragment FullType)/m);
    const aliases = Array.from({ length: 6 }, (_, index) => `a${String(index)}: __schema ${selection}`);
    const { body } = asks(`{ ${aliases.join('\n')} } ${fragments.join('')}`);
    const sockets = [await connection(), await connection()];
    for (const socket of sockets) socket.pause().write(headOf(app.url, admin.token, body.length) + body);
    await untilFigure('skillwake_held_bytes', (held) => held > 1_000_000);
    await untilFigure('skillwake_requests_running', (running) => running === 0);
    expect(await statusOf(await app.as('hr'))).toBe(200);
    await untilFigure('skillwake_held_bytes', (held) => held === 0);
  }, 60_000);
});

describe('one identity', () => {
  /** Writes of an identity that wait as long as the people are held. */
  const writes = (client: Client, count: number) =>
    Array.from({ length: count }, () => record(client, [answer(graph, 0, 0)]));

  it('has no more than its share at work or waiting; others are answered meanwhile', async () => {
    const hr = await app.as('hr');
    const { held } = await holding(app.database, graph.people, async () => {
      const held = writes(admin, 2 + 4);
      await untilFigure('skillwake_requests_running', (running) => running === 2);
      await untilFigure('skillwake_requests_waiting', (waiting) => waiting === 4);
      expect(await statusOf(admin)).toBe(503);
      expect(await statusOf(hr)).toBe(200);
      return { held: Promise.all(held) };
    });
    for (const { recorded, errors } of await held) expect([recorded, errors]).toEqual([1, []]);
  });

  it('is a person, whichever tokens they have, or all programs of a role', async () => {
    const [person, other] = graph.people.map(({ id }) => id);
    const [first, second, stranger] = await Promise.all([
      app.as('hr', person),
      app.as('admin', person),
      app.as('hr', other),
    ]);
    const { held } = await holding(app.database, graph.people, async () => {
      const held = [...writes(first, 3), ...writes(second, 3)];
      await untilFigure('skillwake_requests_waiting', (waiting) => waiting === 4);
      expect(await statusOf(second)).toBe(503);
      expect(await statusOf(stranger)).toBe(200);
      return { held: Promise.all(held) };
    });
    await held;
  });
});
