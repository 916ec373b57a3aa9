import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/**
 * The bytes of a file, some at a time; unpacked where its name ends with .gz. Tells how many bytes of the file itself were
 * read. Throws what the system or zlib throws.
 */
export async function* unpacked(
  path: string,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  const content = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  if (content !== file) file.on('error', (error) => content.destroy(error));
  try {
    for await (const part of content as AsyncIterable<Buffer>) {
      onBytes(file.bytesRead);
      yield part;
    }
  } finally {
    file.destroy();
  }
}
