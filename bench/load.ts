import { Agent, request } from 'node:http';

/** What a number of clients measured together. */
export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Runs the calls of each client one after the other, the clients at once, and times every call. */
export async function measure(calls: readonly (readonly (() => Promise<void>)[])[]): Promise<Measured> {
  const times: number[] = [];
  const start = performance.now();
  await Promise.all(
    calls.map(async (ofClient) => {
      for (const call of ofClient) {
        const began = performance.now();
        await call();
        times.push(performance.now() - began);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  times.sort((left, right) => left - right);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Posts GraphQL over connections kept open; an error in the answer is thrown. */
export function poster(url: string, token: string): (body: Buffer) => Promise<unknown> {
  const agent = new Agent({ keepAlive: true });
  return (body) =>
    new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': body.length,
        authorization: `Bearer ${token}`,
      };
      const sent = request(url, { agent, method: 'POST', headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const answer = JSON.parse(Buffer.concat(parts).toString('utf8')) as {
            data?: unknown;
            errors?: unknown;
          };
          if (answer.errors !== undefined) reject(new Error(JSON.stringify(answer.errors)));
          else resolve(answer.data);
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
}

/** What is posted, as bytes. */
export function bodyOf(query: string, variables: object): Buffer {
  return Buffer.from(JSON.stringify({ query, variables }));
}
