import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { keyOfGlobalId } from '../src/shared/ids';
import { signToken, startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { uniqueSource } from './kit/graph';
import { send, type HttpRequest } from './kit/http';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { TrackedCourse } from './kit/tracker';
import { ISSUE_CAPTURE_TOKEN } from './kit/tracker-operations';

const origin = 'https://course.example';
const secret = 'a secret of at least 32 characters';
const logged: string[] = [];

let app: TestApp;
let admin: Client;
let course: TrackedCourse;
let address: URL;
beforeAll(async () => {
  const logger = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const settings = { SKILLWAKE_ALLOWED_ORIGINS: origin, SKILLWAKE_SECRET: secret };
  app = await startApp(settings, undefined, logger);
  admin = await app.as('admin');
  course = await TrackedCourse.build(admin, app.database, 8);
  address = new URL('/capture', app.url);
});
afterAll(() => app.close());

const sendText = (body: string, request: HttpRequest = {}) =>
  send(address.href, { body, headers: { 'content-type': 'text/plain;charset=UTF-8' }, ...request });
const sendItems = (token: unknown, items: object = {}) => sendText(JSON.stringify({ token, ...items }));

const visit = (given: object = {}) => ({ id: uniqueSource(), at: '2026-01-05T09:00:00Z', ...given });
const pageView = (of: { id: string }, given: object = {}) => ({
  ...{ id: uniqueSource(), visit: of.id, page: 1, at: '2026-01-05T09:01:00Z', activeSeconds: 30 },
  ...given,
});
const videoView = (of: { id: string }) => ({
  ...{ id: uniqueSource(), visit: of.id, page: 2, at: '2026-01-05T09:02:00Z' },
  ...{ durationSeconds: 60, segments: [{ from: 0, to: 20 }] },
});
const recorded = { recorded: 1, duplicates: 0, errors: [] };

describe('what a page sends', () => {
  it('is recorded once, however often it is sent, as of whom and what its token is for', async () => {
    const person = course.nextPerson();
    const token = await course.token(person, { revision: 1 });
    const began = visit();
    const items = { visits: [began], pageViews: [pageView(began)], videoViews: [videoView(began)] };
    const first = await sendItems(token, items);
    expect([first.status, first.json]).toEqual([
      200,
      expect.objectContaining({
        now: expect.any(String),
        visits: expect.objectContaining(recorded),
        pageViews: expect.objectContaining(recorded),
        videoViews: expect.objectContaining(recorded),
      }),
    ]);
    const stored = await course.stored(person);
    expect(stored.map(({ kind, of }) => [kind, of])).toEqual([
      ['Visit', 1],
      ['PageView', 1],
      ['VideoView', 2],
    ]);
    expect((await sendItems(token, items)).json).toMatchObject({ pageViews: { recorded: 0, duplicates: 1 } });
    expect((await sendItems(await course.token(person), items)).json).toMatchObject({
      // A later token is of the current revision; what is there stays of its own.
      pageViews: { recorded: 0, errors: [{ index: 0, code: 'CONFLICT' }] },
    });
    expect(await course.stored(person)).toEqual(stored);
  });

  it('is of nobody else, and of no other module or source, whatever it says', async () => {
    const [person, other] = [course.nextPerson(), course.nextPerson()];
    const claims = {
      ...{ source: 'lms', person: { globalId: other }, module: course.course.modules[1] },
      ...{ __proto__: null, constructor: 'none' },
    };
    const began = visit(claims);
    const answer = await sendItems(await course.token(person), {
      visits: [began],
      pageViews: [pageView(began, claims)],
    });
    expect(answer.json).toMatchObject({ visits: recorded, pageViews: recorded });
    expect(await course.stored(other)).toEqual([]);
    expect((await course.stored(person)).map(({ kind }) => kind)).toEqual(['Visit', 'PageView']);
    // Nor does an id that one person gives take it from another.
    const theirs = await sendItems(await course.token(other), {
      visits: [{ ...began, at: '2026-01-06T09:00:00Z' }],
    });
    expect(theirs.json).toMatchObject({ visits: recorded });
  });

  it('is refused item by item, with the field at fault; the others are recorded', async () => {
    const began = visit();
    const ahead = new Date(Date.now() + 7_200_000).toISOString();
    const wrong = [
      7,
      null,
      pageView(began, { page: 99 }),
      pageView(began, { activeSeconds: -1 }),
      pageView(began, { at: ahead }),
    ];
    const { json } = await sendItems(await course.token(course.nextPerson()), {
      visits: [began],
      pageViews: [...wrong, pageView(began)],
    });
    const { errors, ...rest } = (json as unknown as Record<string, { errors: object[] }>)['pageViews']!;
    expect(rest).toMatchObject({ recorded: 1, duplicates: 0 });
    expect(errors).toMatchObject([
      { index: 0, code: 'INVALID', fields: expect.arrayContaining(['id', 'visit', 'page']) },
      { index: 1, code: 'INVALID' },
      { index: 2, code: 'NOT_FOUND', fields: ['page'] },
      { index: 3, code: 'INVALID', fields: ['activeSeconds'] },
      { index: 4, code: 'TIME_AHEAD', fields: ['at'] },
    ]);
  });

  it.each<[what: string, body: (token: string) => string, status: number, message: RegExp]>([
    ['no JSON', () => '{"token":', 400, /cannot be read/],
    ['nothing', () => '', 401, /Send in token a capture token/],
    ['a list', () => '[]', 400, /^body: must be an object/],
    [
      'no list',
      (token) => JSON.stringify({ token, visits: { length: 1 } }),
      400,
      /^body[.]visits: must be a list/,
    ],
    [
      'another name',
      (token) => JSON.stringify({ token, pageviews: [] }),
      400,
      /^body: has nothing called pageviews/,
    ],
    [
      'too many items',
      (token) => JSON.stringify({ token, visits: Array(600).fill(0), pageViews: Array(401).fill(0) }),
      400,
      /at most 1000 items, this one has 1001/,
    ],
    [
      'too long a body',
      (token) => JSON.stringify({ token, visits: ['x'.repeat(1_100_000)] }),
      413,
      /At most 1 megabytes/,
    ],
    ['no token', () => '{"visits":[]}', 401, /Send in token a capture token/],
    [
      'too long a token',
      () => JSON.stringify({ token: 'x'.repeat(5_000) }),
      401,
      /Send in token a capture token/,
    ],
    [
      'a broken token',
      (token) => JSON.stringify({ token: `${token.slice(0, -6)}AAAAAA` }),
      401,
      /The token is not valid/,
    ],
  ])('that is %s is refused as a whole, and says why', async (_, body, status, message) => {
    const answer = await sendText(body(await course.token(course.course.people[0]!.id)));
    expect(answer.status).toBe(status);
    expect(answer.json.errors).toEqual([
      {
        message: expect.stringMatching(message),
        extensions: expect.objectContaining({ requestId: expect.any(String) }),
      },
    ]);
  });

  it('is refused in a content type that nothing reads, and under another method', async () => {
    expect((await sendText('{}', { headers: { 'content-type': 'application/xml' } })).status).toBe(415);
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await fetch(address, { method })).status).toBe(404);
  });

  it('leaves neither its token nor its items in the log', async () => {
    const token = await course.token(course.course.people[0]!.id);
    const began = visit();
    await sendItems(token, { visits: [began] });
    await sendItems(token, { visits: 'secretive' });
    await sendText(`{"token":"${token}"`);
    const log = logged.join('');
    expect(log).toContain('"path":"/capture"');
    for (const word of [token, began.id, 'secretive']) expect(log).not.toContain(word);
  });
});

describe('a token for capture', () => {
  it('opens nothing else, and no other token opens capture', async () => {
    const person = course.course.people[0]!.id;
    const token = await course.token(person);
    const asked = await send(app.url, { token, body: '{"query":"{ viewer { role } }"}' });
    expect([asked.status, asked.json.errors![0]!.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    const viewer = { role: 'person', personKey: keyOfGlobalId('Person', person) } as const;
    for (const other of [admin.token, await signToken(secret, viewer, 60)])
      expect((await sendItems(other)).status).toBe(401);
  });

  it('is given to HR and admin for everybody, and to others for themselves alone', async () => {
    const [own, other] = course.course.people.map(({ id }) => id) as [string, string];
    const module = course.course.modules[0]!;
    const ask = async (client: Client, id: string) => {
      const { data, errors } = await client.ask(ISSUE_CAPTURE_TOKEN, { person: { globalId: id }, module });
      return data?.issueCaptureToken ? 'issued' : errors![0]!.extensions.code;
    };
    for (const role of ['hr', 'admin'] as const)
      expect(await ask(await app.as(role, own), other)).toBe('issued');
    for (const role of ['person', 'lead'] as const) {
      const client = await app.as(role, own);
      expect([await ask(client, own), await ask(client, other), await ask(client, 'nobody')]).toEqual([
        'issued',
        'FORBIDDEN',
        'BAD_INPUT',
      ]);
    }
    expect(await ask(await app.as('author', own), own)).toBe('FORBIDDEN');
  });

  it('ends after the minutes that were asked for, and says when', async () => {
    const given = { person: { globalId: course.course.people[0]!.id }, module: course.course.modules[0]! };
    const { issueCaptureToken } = await admin.get(ISSUE_CAPTURE_TOKEN, { ...given, minutes: 5 });
    const { token, expiresAt, revision } = issueCaptureToken!;
    const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as {
      exp: number;
      iat: number;
    };
    expect([claims.exp - claims.iat, claims.exp * 1_000, revision]).toEqual([300, Date.parse(expiresAt), 2]);
    const wrong = [
      { minutes: 0 },
      { minutes: 481 },
      { revision: 3 },
      { module: { source: 'x', id: 'y' } },
      { person: {} },
    ];
    for (const other of wrong) {
      const { errors } = await admin.ask(ISSUE_CAPTURE_TOKEN, { ...given, ...other });
      expect(errors![0]!.extensions.code).toBe('BAD_INPUT');
      expect(errors![0]!.message).toContain(`${Object.keys(other)[0]!}: `);
    }
  });

  it('ends when its person is merged into another', async () => {
    const [kept, gone] = course.course.people.slice(-2);
    const token = await course.token(gone!.id);
    await admin.get(MERGE_PEOPLE, { items: [{ keep: kept!.reference, merge: gone!.reference }] });
    const answer = await sendItems(token, { visits: [visit()] });
    expect([answer.status, answer.json.errors![0]!.message]).toEqual([
      401,
      expect.stringMatching(/was merged/),
    ]);
  });
});

describe('other origins', () => {
  const preflight = (from: string, path = '/capture') =>
    fetch(new URL(path, app.url), {
      method: 'OPTIONS',
      headers: {
        origin: from,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

  it('may send and read the answer where the setting names them', async () => {
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBe(origin);
    expect((await preflight('https://other.example')).headers.get('access-control-allow-origin')).toBeNull();
    for (const body of ['{}', JSON.stringify({ token: await course.token(course.course.people[0]!.id) })]) {
      const headers = { origin, 'content-type': 'text/plain' };
      expect((await sendText(body, { headers })).headers.get('access-control-allow-origin')).toBe(origin);
    }
  });

  it('may all run the script, which is small, kept, and says nothing of who asks', async () => {
    const script = await fetch(new URL('/capture.js?<script>alert(1)</script>', app.url), {
      headers: { origin: 'https://other.example' },
    });
    const text = await script.text();
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('access-control-allow-origin')).toBe('*');
    expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
    expect(script.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(gzipSync(text).length).toBeLessThan(4_000);
    expect(text).toBe(await (await fetch(new URL('/capture.js', app.url))).text());
    expect(text).not.toMatch(/alert|https?:|eval|Function/);
    const ifNoneMatch = { headers: { 'if-none-match': script.headers.get('etag')! } };
    const [again] = (await once(get(new URL('/capture.js', app.url), ifNoneMatch), 'response')) as [
      IncomingMessage,
    ];
    expect([again.statusCode, await buffer(again)]).toEqual([304, Buffer.from('')]);
  });
});
