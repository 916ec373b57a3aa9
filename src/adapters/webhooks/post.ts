import { lookup } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { faultOfTarget, hostOf, isPublicAddress } from '../../features/webhooks/target';
import type { Attempt } from '../../features/webhooks/attempt';

/** How long a receiver has to answer, resolving its name and connecting included, milliseconds. */
const answersWithin = 15_000;
/** What is read of an answer, so that the connection ends well; nothing is kept of it. */
const mostRead = 65_536;

/** Where a message goes, and what it is. */
export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

class RefusedAddressError extends Error {}

/** Resolves a name, and gives only addresses of the internet at large: the connection goes to the very address that was looked at. */
function lookUpPublic(isOwn: boolean): LookupFunction {
  return (host, { all, family }, done) => {
    lookup(host, { all: true, family: family === 4 || family === 6 ? family : 0 }).then(
      (found) => {
        const allowed = isOwn || found.every(({ address }) => isPublicAddress(address));
        const [first] = found;
        if (!allowed || !first) done(new RefusedAddressError(), '', 0);
        else if (all === true) done(null, found);
        else done(null, first.address, first.family);
      },
      (error: unknown) => {
        done(error instanceof Error ? error : new Error(String(error)), '', 0);
      },
    );
  };
}

/** Posts a message; whatever goes wrong is told in the attempt. Redirects are not followed. */
export async function post(
  { url: target, headers, body }: Message,
  ownHosts: ReadonlySet<string>,
  stop: AbortSignal,
): Promise<Attempt> {
  const began = performance.now();
  const ended = (attempt: Partial<Attempt>): Attempt => ({
    ...{ status: null, fault: null, retryAfter: 0 },
    ...attempt,
    milliseconds: Math.round(performance.now() - began),
  });
  // The setting may have changed since it was saved.
  if (faultOfTarget(target, ownHosts) !== undefined)
    return ended({ fault: 'the address may not be addressed: see SKILLWAKE_WEBHOOK_HOSTS' });
  const url = new URL(target);
  const timeLimit = AbortSignal.timeout(answersWithin);
  const options = {
    method: 'POST',
    agent: false,
    lookup: lookUpPublic(ownHosts.has(hostOf(url))),
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    maxHeaderSize: 16_384,
    signal: AbortSignal.any([timeLimit, stop]),
  };
  return new Promise((resolve) => {
    const sent = (url.protocol === 'http:' ? httpRequest : httpsRequest)(url, options, (response) => {
      const status = response.statusCode ?? 0;
      let read = 0;
      response.on('data', (part: Buffer) => {
        read += part.length;
        if (read > mostRead) response.destroy();
      });
      response.on('error', () => undefined);
      const fault = status >= 200 && status < 300 ? null : `answered with status ${String(status)}`;
      resolve(ended({ status, fault, retryAfter: millisecondsOf(response.headers['retry-after']) }));
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      resolve(ended({ fault: timeLimit.aborted ? 'did not answer within 15 seconds' : faultOf(error) }));
    });
    sent.end(body);
  });
}

function faultOf(error: NodeJS.ErrnoException): string {
  if (error instanceof RefusedAddressError) return 'its name leads into a network of its own';
  return `could not be reached (${error.code ?? error.name})`;
}

/** What `Retry-After` asks for: seconds, or a date (RFC 9110). */
function millisecondsOf(header: string | undefined): number {
  if (header === undefined) return 0;
  const asked = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return asked > 0 ? asked : 0;
}
