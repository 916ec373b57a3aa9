import { setTimeout as delay } from 'node:timers/promises';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, record, type TestGraph } from './kit/graph';
import { holding } from './kit/stored';
import { asks, send } from './kit/http';

const running = 2;
const waiting = 3;

let app: TestApp;
let admin: Client;
let graph: TestGraph;
beforeAll(async () => {
  app = await startApp({
    SKILLWAKE_MAX_RUNNING: String(running),
    SKILLWAKE_MAX_WAITING: String(waiting),
    SKILLWAKE_MAX_SHARE: '100',
  });
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1 });
});
afterAll(() => app.close());

/** A write that waits as long as the people are held. */
const write = () => record(admin, [answer(graph, 0, 0)]);
const read = () => send(app.url, { token: admin.token, ...asks('{ viewer { role } }') });

async function figure(name: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', app.url))).text();
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
}

async function untilFigure(name: string, value: number): Promise<void> {
  while ((await figure(name)) !== value) await delay(20);
}

/** Runs the work while as many requests as may be are at work and as many as may wait do, and what they answer in the end. */
async function whileFull(work: () => Promise<void>) {
  const { held } = await holding(app.database, graph.people, async () => {
    const requests = Array.from({ length: running + waiting }, write);
    await untilFigure('skillwake_requests_running', running);
    await untilFigure('skillwake_requests_waiting', waiting);
    await work();
    // In an object: the transaction must not wait for what waits for it.
    return { held: Promise.all(requests) };
  });
  return held;
}

describe('more requests than are taken on', () => {
  it('are refused at once, with a code and when to ask again; those before them are all answered', async () => {
    const answered = await whileFull(async () => {
      const refused = await Promise.all(Array.from({ length: 50 }, read));
      for (const { status, headers, json } of refused) {
        expect([status, headers.get('retry-after')]).toEqual([503, '1']);
        expect(json).toEqual({
          errors: [
            {
              message: expect.stringMatching(/try again in a moment/),
              extensions: { code: 'OVERLOADED', requestId: headers.get('x-request-id') },
            },
          ],
        });
      }
    });
    expect(answered.map(({ recorded, errors }) => [recorded, errors])).toEqual(
      Array(running + waiting).fill([1, []]),
    );
    expect((await read()).status).toBe(200);
    await untilFigure('skillwake_requests_running', 0);
  });

  it('do not keep those who watch from their answers', async () => {
    await whileFull(async () => {
      for (const path of ['/healthz', '/readyz', '/metrics'])
        expect((await fetch(new URL(path, app.url))).status).toBe(200);
    });
  });

  it('are not told from strangers: without a token nobody takes a place', async () => {
    await whileFull(async () => {
      expect((await send(app.url, asks('{ viewer { role } }'))).status).toBe(401);
    });
  });

  it('are refused after some seconds where no place comes free', async () => {
    await holding(app.database, graph.people, async () => {
      const held = Array.from({ length: running }, write);
      await untilFigure('skillwake_requests_running', running);
      expect((await read()).status).toBe(503);
      return { held };
    });
    await untilFigure('skillwake_requests_running', 0);
  }, 30_000);
});

describe('a client that leaves', () => {
  const leaving = (signal: AbortSignal) =>
    fetch(app.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${admin.token}` },
      ...asks('{ viewer { role } }'),
      signal,
    });

  it('while it waits leaves its place in the queue to others', async () => {
    await holding(app.database, graph.people, async () => {
      const held = Array.from({ length: running }, write);
      await untilFigure('skillwake_requests_running', running);
      const left = new AbortController();
      const waits = Promise.allSettled(Array.from({ length: waiting }, () => leaving(left.signal)));
      await untilFigure('skillwake_requests_waiting', waiting);
      left.abort();
      await waits;
      await untilFigure('skillwake_requests_waiting', 0);
      return { held };
    });
    await untilFigure('skillwake_requests_running', 0);
  });

  it('has what is under way seen through, and nothing more begun', async () => {
    await holding(app.database, graph.people, async () => {
      const left = new AbortController();
      const sent = fetch(app.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${admin.token}` },
        ...asks(
          `mutation ($items: [AnswerInput!]!, $skills: [SkillInput!]!) {
            recordAnswers(items: $items) { recorded }
            saveSkills(items: $skills) { errors { message } }
          }`,
          {
            items: [answer(graph, 0, 0)],
            skills: [{ source: graph.source, id: 'never', name: 'Never saved' }],
          },
        ),
        signal: left.signal,
      });
      await untilFigure('skillwake_requests_running', 1);
      await delay(200);
      app.forget();
      left.abort();
      await expect(sent).rejects.toThrow();
      await delay(200);
    });
    await untilFigure('skillwake_requests_running', 0);
    expect(app.statements).toContain('mastery.move');
    expect(app.statements).not.toContain('identity.saveSkill');
  });

  it('while its work is done keeps its place until it is done', async () => {
    await holding(app.database, graph.people, async () => {
      const left = new AbortController();
      const sent = fetch(app.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${admin.token}` },
        ...asks(
          'mutation ($items: [AnswerInput!]!) { recordAnswers(items: $items) { recorded errors { message } } }',
          { items: [answer(graph, 0, 0)] },
        ),
        signal: left.signal,
      });
      await untilFigure('skillwake_requests_running', 1);
      await delay(200);
      left.abort();
      await expect(sent).rejects.toThrow();
      await delay(200);
      expect(await figure('skillwake_requests_running')).toBe(1);
    });
    await untilFigure('skillwake_requests_running', 0);
  });
});
