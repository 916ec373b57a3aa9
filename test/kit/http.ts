import type { ApiError } from './client';

export interface HttpRequest {
  readonly token?: string;
  readonly method?: string;
  /** What comes behind the address of the API. */
  readonly search?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: { readonly data?: unknown; readonly errors?: readonly ApiError[] };
  /** Time of the processor, client and API together: how busy the machine is with other things does not count. */
  readonly milliseconds: number;
}

/** Sends what no well-behaved client would; a POST of JSON where nothing else is said. */
export async function send(
  url: string,
  { token, method = 'POST', search = '', body, headers = {} }: HttpRequest,
): Promise<HttpAnswer> {
  const start = process.cpuUsage();
  const response = await fetch(url + search, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  const { user, system } = process.cpuUsage(start);
  const json = JSON.parse(text) as HttpAnswer['json'];
  return {
    status: response.status,
    headers: response.headers,
    text,
    json,
    milliseconds: (user + system) / 1_000,
  };
}

/** The body of a request. */
export function asks(query: string, variables?: object, operationName?: string): { body: string } {
  return { body: JSON.stringify({ query, variables, operationName }) };
}
