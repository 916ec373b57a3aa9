import { codes, hostileBody, inside } from './hostile';
import { send } from './http';

/** A hostile value as a fault names it. */
export const shown = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' && part.length > 300
      ? `${part.slice(0, 20)}… (${String(part.length)} characters)`
      : part,
  );

/** Sends what is hostile; what must hold of every answer goes to the faults where it does not. */
export async function attackOn(
  { url, token }: { readonly url: string; readonly token: string },
  what: string,
  { query, variables }: { readonly query: string; readonly variables: object },
  faults: string[],
) {
  const { status, text, json } = await send(url, { token, body: hostileBody(query, variables) });
  const told = (fault: string) => faults.push(`${what}: ${fault}: ${text.slice(0, 400)}`);
  if (status >= 500) told(`status ${String(status)}`);
  for (const { extensions, message } of json.errors ?? []) {
    if (!codes.includes(extensions.code)) told(`code ${extensions.code}`);
    if (inside.test(message) || 'stacktrace' in extensions) told('tells of the inside');
  }
  return json;
}
