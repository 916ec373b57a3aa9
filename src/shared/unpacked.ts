import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/**
 * The bytes of a file, some at a time; unpacked where they begin as gzip does, whatever the file is called. Tells how many
 * bytes of the file itself were read. Throws what the system or zlib throws.
 */
export async function* unpacked(
  path: string,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  try {
    yield* unpackedFrom(file, onBytes);
  } finally {
    file.destroy();
  }
}

/** The same of what a program sends. */
export async function* unpackedFrom(
  packed: Readable,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const parts = counted(packed, onBytes);
  const first = await beginningOf(parts);
  async function* all(): AsyncGenerator<Buffer> {
    if (first.length > 0) yield first;
    yield* parts;
  }
  if (!isGzip(first)) {
    yield* all();
    return;
  }
  // One part ahead: what is not read yet need not be in memory.
  const source = Readable.from(all(), { highWaterMark: 1 });
  yield* pipeline(source, createGunzip(), () => undefined) as AsyncIterable<Buffer>;
}

async function* counted(packed: Readable, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const part of packed as AsyncIterable<Buffer>) {
    bytes += part.length;
    onBytes(bytes);
    yield part;
  }
}

/** As many bytes as it takes to know what they are: a pipe may bring one at a time. */
const enough = 8;

async function beginningOf(parts: AsyncIterator<Buffer>): Promise<Buffer> {
  const first: Buffer[] = [];
  for (let length = 0; length < enough;) {
    const next = await parts.next();
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
  }
  return first.length === 1 && first[0] ? first[0] : Buffer.concat(first);
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
