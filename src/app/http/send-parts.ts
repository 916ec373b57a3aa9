import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Response } from 'express';

interface Sending {
  /** Whether it is packed by gzip on its way. */
  readonly isPacked: boolean;
  /** How long the reader may take to read what was sent before the next part is made, milliseconds. */
  readonly patience: number;
}

/**
 * Sends parts as they are made, none before the reader has taken most of those before it. Rejects where it breaks off: the
 * connection is then closed without an end, so that nobody takes what arrived for the whole.
 */
export async function sendParts(
  parts: AsyncIterable<Buffer>,
  response: Response,
  { isPacked, patience }: Sending,
): Promise<void> {
  const stalled = (): void => {
    response.destroy(new Error(`Nothing was read for ${String(patience / 1_000)} seconds.`));
  };
  const source = Readable.from(takenInTime(parts, patience, stalled), { objectMode: false });
  if (isPacked) await pipeline(source, createGzip(), response);
  else await pipeline(source, response);
}

async function* takenInTime(
  parts: AsyncIterable<Buffer>,
  patience: number,
  stalled: () => void,
): AsyncGenerator<Buffer> {
  for await (const part of parts) {
    const timer = setTimeout(stalled, patience);
    try {
      yield part;
    } finally {
      clearTimeout(timer);
    }
  }
}
