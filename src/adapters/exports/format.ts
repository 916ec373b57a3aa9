import { createHash } from 'node:crypto';
import type { Column, Row } from '../../features/exports/column';
import type { Export } from '../../features/exports/export.type';

/** What the last line of an export says, by which a reader knows that they have all of it. */
export interface End {
  /** How many rows there are, without a header and this line. */
  readonly rows: number;
  /** Digest of every byte before the last line, SHA-256 in hexadecimal digits. */
  readonly sha256: string;
  /** To be passed as `since` next time. */
  readonly snapshot: string;
  /** The date that levels are for, ISO 8601. */
  readonly asOf: string;
}

/** An export as it is written: the rows come some at a time, and go out as they come. */
export interface Document extends Pick<End, 'snapshot' | 'asOf'> {
  readonly exported: Pick<Export, 'name' | 'columns' | 'term'>;
  readonly rows: AsyncIterable<readonly Row[]>;
}

/** A way to write exports down. */
export interface Format {
  /** As `format=` and --format name it, and how names of files end. */
  readonly name: string;
  readonly mediaType: string;
  /** Whether it is packed already. */
  readonly isPacked: boolean;
  /** Parts of the file, in order. What is not asked for is not made: rows wait for the reader. */
  write(document: Document): AsyncIterable<Buffer>;
}

/** A format of text, in lines. */
export interface LinesFormat {
  /** What comes before the rows. */
  begin(exported: Document['exported']): string;
  /** One row, the number of which is counted from 0. */
  line(row: Row, number: number, columns: readonly Column[]): string;
  /** What comes behind so many rows and before the last line. */
  close(rows: number): string;
  /** The last line. */
  end(end: End, columns: readonly Column[]): string;
}

/** Writes lines as they come, with a digest of all of them at the end. */
export async function* writtenLines(
  format: LinesFormat,
  { exported, rows, ...told }: Document,
): AsyncGenerator<Buffer> {
  const { columns } = exported;
  const digest = createHash('sha256');
  const part = (text: string): Buffer => {
    const bytes = Buffer.from(text);
    digest.update(bytes);
    return bytes;
  };
  let count = 0;
  yield part(format.begin(exported));
  for await (const some of rows) {
    if (some.length === 0) continue;
    const text = some.map((row, at) => format.line(row, count + at, columns)).join('');
    count += some.length;
    yield part(text);
  }
  yield part(format.close(count));
  const end = { rows: count, sha256: digest.digest('hex'), ...told };
  yield Buffer.from(format.end(end, columns));
}
