import { createHash, randomUUID } from 'node:crypto';
import { platform as platformCommand } from '../../src/app/commands/platform';
import type { TestApp } from './app';
import { runCommand } from './importing';

export interface Statement {
  readonly id?: string;
  readonly [property: string]: unknown;
}

/** What the door says of a failure. */
export interface XapiError {
  readonly message: string;
  readonly code: string;
  readonly requestId: string;
  readonly index?: number;
  readonly pointer?: string;
}

export interface XapiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, where it is JSON. */
  readonly json: { readonly statements: Statement[]; readonly more: string; readonly error?: XapiError };
}

export interface XapiRequest {
  readonly method?: string;
  /** Under /xapi, or an address that the door gave. */
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer> | object;
  /** Undefined values leave a header out that is sent otherwise. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** A platform with its credentials, as its own software meets the door. */
export interface Platform {
  readonly name: string;
  readonly authorization: string;
  readonly origin: string;
  ask(request?: XapiRequest): Promise<XapiAnswer>;
  /** Posts statements; what is refused fails the test. Gives their ids. */
  post(...statements: readonly Statement[]): Promise<string[]>;
  /** Ids of the statements of a list, page by page. */
  idsOf(query?: Readonly<Record<string, string>>): Promise<(string | undefined)[]>;
}

export async function openPlatform(app: TestApp, name = `platform ${randomUUID()}`): Promise<Platform> {
  const words = ['add', name, '--home-page', 'https://lms.example.org'];
  const { said } = await runCommand(app.database, platformCommand, words);
  const [, key = '', secret = ''] = /key\t(\S+)\nsecret\t(\S+)/u.exec(said) ?? [];
  const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
  const { origin } = new URL(app.url);
  const ask = (request: XapiRequest = {}): Promise<XapiAnswer> => send(origin, authorization, request);
  return {
    name,
    authorization,
    origin,
    ask,
    async post(...statements) {
      const { status, text } = await ask({ method: 'POST', body: [...statements] });
      if (status !== 200) throw new Error(text);
      return JSON.parse(text) as string[];
    },
    async idsOf(query = {}) {
      const ids: (string | undefined)[] = [];
      let { json } = await ask({ query });
      for (;;) {
        ids.push(...json.statements.map(({ id }) => id));
        if (json.more === '') return ids;
        ({ json } = await ask({ path: json.more }));
      }
    },
  };
}

async function send(origin: string, authorization: string, request: XapiRequest): Promise<XapiAnswer> {
  const { method = 'GET', path = '/xapi/statements', query = {}, body, headers = {} } = request;
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const all: Readonly<Record<string, string | undefined>> = {
    authorization,
    'x-experience-api-version': '1.0.3',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  };
  const search = new URLSearchParams(query).toString();
  const response = await fetch(`${origin}${path}${search === '' ? '' : `?${search}`}`, {
    method,
    headers: Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json') && text !== '';
  const json = (isJson ? JSON.parse(text) : {}) as XapiAnswer['json'];
  return { status: response.status, headers: response.headers, text, json };
}

export const adaMailbox = 'mailto:ada@example.org';

/** The simplest statement that says who did what with what. */
export function statement(of: Readonly<Record<string, unknown>> = {}): Statement {
  return {
    actor: { mbox: adaMailbox },
    verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
    object: { id: 'https://lms.example.org/courses/1' },
    ...of,
  };
}

/** The same with an id of its own. */
export function named(of: Readonly<Record<string, unknown>> = {}): Statement & { readonly id: string } {
  return { id: randomUUID(), ...statement(of) };
}

/** A body of the type multipart/mixed with this boundary, each part with its headers. */
export function bodyOfParts(
  boundary: string,
  parts: readonly (readonly [Readonly<Record<string, string>>, Buffer | object])[],
): Uint8Array<ArrayBuffer> {
  const pieces = parts.flatMap(([headers, content]) => [
    Buffer.from(
      `\r\n--${boundary}\r\n${Object.entries(headers)
        .map(([name, value]) => `${name}:${value}\r\n`)
        .join('')}\r\n`,
    ),
    Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content)),
  ]);
  return new Uint8Array(Buffer.concat([...pieces, Buffer.from(`\r\n--${boundary}--\r\n`)]));
}

/** A platform that has sent so many statements, some of everything that a statement may have with it. */
export async function fillStatements(app: TestApp, count: number): Promise<Platform> {
  const platform = await openPlatform(app);
  const bytes = Buffer.from('An essay.');
  const sha2 = createHash('sha256').update(bytes).digest('hex');
  const sent = Array.from({ length: count }, (_, place) =>
    named({
      actor: { mbox: `mailto:${String(place % 200)}@example.org` },
      object: { id: `https://example.org/${String(place)}`, definition: { name: { en: String(place) } } },
    }),
  );
  const attachments = [
    {
      ...{ usageType: 'https://example.org/essay', display: { en: 'Essay' }, contentType: 'text/plain' },
      ...{ length: bytes.length, sha2 },
    },
  ];
  const pointing = Array.from({ length: count }, () =>
    named({ object: { objectType: 'StatementRef', id: randomUUID() } }),
  );
  const parts = [
    [{ 'Content-Type': 'application/json' }, [...sent, ...pointing, named({ attachments })]],
    [{ 'X-Experience-API-Hash': sha2 }, bytes],
  ] as const;
  const headers = { 'content-type': 'multipart/mixed; boundary=parts' };
  const body = bodyOfParts('parts', parts);
  const { status, text } = await platform.ask({ method: 'POST', headers, body });
  if (status !== 200) throw new Error(text);
  return platform;
}
