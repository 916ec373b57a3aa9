import type { Request } from 'express';
import { badRequest } from './refused';

/** A request in the terms of the standard, whichever of its two syntaxes it came in. */
export interface Asked {
  readonly method: string;
  /** By their exact names. */
  readonly parameters: ReadonlyMap<string, string>;
  /** The value of a header by its name in small letters. */
  header(name: string): string | undefined;
  readonly body: Buffer;
}

/** Headers that may come as parameters of a form. */
const headersInForms = new Set([
  'authorization',
  'x-experience-api-version',
  'content-type',
  'content-length',
  'if-match',
  'if-none-match',
]);

function searchOf(request: Request): URLSearchParams {
  const [, search = ''] = /[?]([^#]*)/.exec(request.originalUrl) ?? [];
  return new URLSearchParams(search);
}

/** Whether a request comes in the syntax for clients that can send neither headers nor other methods. */
export function isInAlternateSyntax(request: Request): boolean {
  return request.method === 'POST' && searchOf(request).has('method');
}

/** What is asked for; its body must have been read. */
export function askedBy(request: Request): Asked {
  const given: unknown = request.body;
  const body = Buffer.isBuffer(given) ? given : Buffer.alloc(0);
  if (isInAlternateSyntax(request)) return askedByForm(request, body);
  return {
    method: request.method,
    parameters: distinct(searchOf(request)),
    header: (name) => request.get(name),
    body,
  };
}

function askedByForm(request: Request, body: Buffer): Asked {
  const { method = '', ...others } = Object.fromEntries(distinct(searchOf(request)));
  const [other] = Object.keys(others);
  if (other !== undefined)
    throw badRequest(
      `With "method" in the address every other parameter belongs into the form: move "${other}" there.`,
    );
  const form = distinct(new URLSearchParams(textOf(body)));
  const headers = new Map<string, string>();
  const parameters = new Map<string, string>();
  for (const [name, value] of form) {
    if (headersInForms.has(name.toLowerCase())) headers.set(name.toLowerCase(), value);
    else if (name !== 'content') parameters.set(name, value);
  }
  const isForm = (request.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded');
  return {
    method,
    parameters,
    header: (name) =>
      headers.get(name) ??
      // The content of a form is JSON unless the form says otherwise.
      (name === 'content-type' && isForm ? 'application/json' : request.get(name)),
    body: Buffer.from(form.get('content') ?? ''),
  };
}

function distinct(search: URLSearchParams): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of search) {
    if (parameters.has(name)) throw badRequest(`The parameter "${name}" is given twice: give it once.`);
    parameters.set(name, value);
  }
  return parameters;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A body as text; refused where it is not UTF-8. */
export function textOf(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw badRequest('The body is not UTF-8: encode it so.');
  }
}
