import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { signToken, type TestApp } from './app';

/** A row by the names of its columns, as NDJSON has it. */
export type ExportedRow = Readonly<Record<string, string | number | boolean | null>>;

export interface End {
  readonly rows: number;
  readonly sha256: string;
  readonly snapshot: string;
  readonly asOf: string;
}

export interface AskedExport {
  readonly token: string;
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
}

/** Sends a request to the exports of an API. */
export function askExports(app: Pick<TestApp, 'url'>, path: string, asked: AskedExport): Promise<Response> {
  const { token, search = '', headers = {}, method = 'GET' } = asked;
  return fetch(new URL(`/exports/${path}${search}`, app.url), {
    method,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
}

/** The rows of an export, and what its last line says of them, which is checked. */
export async function rowsOf(
  app: Pick<TestApp, 'url'>,
  name: string,
  token: string,
  given: Readonly<Record<string, string>> = {},
): Promise<{ readonly rows: readonly ExportedRow[]; readonly end: End }> {
  const search = `?${new URLSearchParams({ format: 'ndjson', ...given }).toString()}`;
  const answer = await askExports(app, name, { token, search });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${String(answer.status)} ${text}`);
  const lines = text.trimEnd().split('\n');
  const { end } = JSON.parse(lines.at(-1)!) as { end: End };
  const before = text.slice(0, text.length - lines.at(-1)!.length - 1);
  const digest = createHash('sha256').update(before).digest('hex');
  if (end.sha256 !== digest || end.rows !== lines.length - 1) throw new Error('The last line is not right.');
  return { rows: lines.slice(0, -1).map((line) => JSON.parse(line) as ExportedRow), end };
}

/** A token as a service account has it: of hr, for these scopes alone. */
export function tokenFor(
  secret: string,
  ...scopes: Parameters<typeof signToken>[1]['scopes'] & object
): Promise<string> {
  return signToken(secret, { role: 'hr', personKey: undefined, scopes }, 3_600);
}

/** Runs a script by the shell, to its end; throws with what it said where it failed. */
export async function ranByShell(script: string, settings: Readonly<Record<string, string>>): Promise<void> {
  await promisify(execFile)('sh', [script], { env: { PATH: process.env['PATH'], ...settings } });
}
