import { open, type FileHandle } from 'node:fs/promises';
import { csvRecords } from '../src/adapters/import/csv';
import { linesOf } from '../src/adapters/import/lines';
import { InstallationError, messageOf } from '../src/shared/errors';
import { say } from './say';

/** What a row holds, or why it holds nothing. */
export type Row<Held> = Held | { readonly problem: string };

/** Rows that cannot be read are named up to here, then counted. */
const mostNamed = 5;

/**
 * Reads a CSV file row by row; `rowsBelow` is given the cells of the header. A row that cannot be read is named and left out.
 * Returns how many were read. Throws InstallationError, in one sentence, where the file cannot be read.
 */
export async function readRows<Held extends object>(
  path: string,
  rowsBelow: (header: readonly string[]) => (cells: readonly string[]) => Row<Held>,
  take: (held: Held) => void,
): Promise<number> {
  let rowOf: ((cells: readonly string[]) => Row<Held>) | undefined;
  let [read, refused] = [0, 0];
  const refuse = (line: number, problem: string): void => {
    if (++refused <= mostNamed) say(`${path}, line ${line}: left out: ${problem}.`);
  };
  const lines = linesOf({ path, encoding: undefined, onBytes: () => undefined });
  for await (const records of csvRecords(lines, ',')) {
    for (const { line, cells, problem } of records) {
      if (!rowOf) {
        rowOf = rowsBelow(cells?.map((name) => name.trim()) ?? []);
        continue;
      }
      const row = cells ? rowOf(cells) : { problem: problem ?? 'it cannot be read' };
      if ('problem' in row) refuse(line, row.problem);
      else {
        take(row);
        read++;
      }
    }
  }
  if (refused > mostNamed) say(`${path}: ${refused - mostNamed} more rows left out.`);
  return read;
}

/** Opens a file before anything is computed for it; throws InstallationError where it cannot be written. */
export async function openForWriting(path: string): Promise<FileHandle> {
  return open(path, 'w').catch((error: unknown) => {
    throw new InstallationError(
      `${path} cannot be written (${messageOf(error)}): name a file in a folder that is there.`,
      { cause: error },
    );
  });
}

/** A text as a cell, in quotes where it needs them. */
export function csvCell(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text;
}
