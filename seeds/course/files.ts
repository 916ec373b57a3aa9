import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { SeedError } from '../client';

/** A row by column name, with the line of the file it began on. */
export interface Row {
  readonly line: number;
  readonly file: string;
  /** The value of a column that the file is known to have; '' where the cell is empty. */
  get(column: string): string;
}

/** Reads a file of comma-separated values; throws SeedError, in one sentence, where it or a column is missing. */
export async function readRows(
  directory: string,
  file: string,
  columns: readonly string[],
): Promise<readonly Row[]> {
  const text = await readFile(join(directory, file), 'utf8').catch((error: unknown) => {
    throw new SeedError(
      `${join(directory, file)} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}): --from takes the folder that holds the course's four CSV files.`,
    );
  });
  const parsed = parseCsv(text, join(directory, file));
  const [header] = parsed;
  const missing = columns.filter((column) => !header?.record.includes(column));
  if (!header || missing.length > 0) {
    throw new SeedError(
      `${join(directory, file)} has no column ${missing.map((name) => `"${name}"`).join(', ')}.`,
    );
  }
  const places = new Map(header.record.map((name, place) => [name, place]));
  return parsed.slice(1).map(({ record, info }) => ({
    line: info.lines,
    file,
    get: (column) => record[places.get(column) ?? -1] ?? '',
  }));
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parseCsv(text: string, path: string): Parsed[] {
  try {
    // With `info` every record comes beside its place in the file, which the types do not say.
    return parse(text, { bom: true, info: true, relax_column_count: true }) as unknown as Parsed[];
  } catch (error) {
    throw new SeedError(`${path} is no CSV file: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
