import { randomUUID } from 'node:crypto';
import { openToPlatform } from '../../src/features/statements/platform.service';
import type { TestApp } from './app';

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
  const { key, secret } = await openToPlatform(app.database, name, 'https://lms.example.org');
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
  const all = {
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
