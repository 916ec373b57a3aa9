import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify, TextDecoder } from 'node:util';
import { gunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { SeedError } from './client';

/** A row by column name, with the line of the file it began on. */
export interface Row {
  readonly line: number;
  readonly file: string;
  /** The value of a column that the file is known to have; '' where the cell is empty. */
  get(column: string): string;
}

export interface FileFormat {
  readonly separator?: string;
  readonly encoding?: string;
}

/** A folder that a seed is read from: a copy, or the publisher's own download. */
export class SeedFolder {
  private constructor(
    readonly path: string,
    private readonly names: readonly string[],
    private readonly holds: string,
  ) {}

  /** Opens it; `holds` says what should be in it. Throws SeedError where there is no such folder. */
  static async open(directory: string, holds: string): Promise<SeedFolder> {
    const path = resolve(directory);
    if (!(await stat(path).catch(() => undefined))?.isDirectory())
      throw new SeedError(`${path} is no folder: --from takes the folder that holds ${holds}.`);
    return new SeedFolder(path, await readdir(path), holds);
  }

  /** The name of the file that matches this pattern, packed or not; undefined where there is none. */
  find(pattern: RegExp): string | undefined {
    return this.names.filter((name) => pattern.test(name.replace(/\.gz$/u, ''))).sort()[0];
  }

  /**
   * Reads a file of rows, named or found by a pattern; throws SeedError, in one sentence, where it or a column is
   * missing.
   */
  async rows(
    wanted: string | RegExp,
    columns: readonly string[],
    format: FileFormat = {},
  ): Promise<readonly Row[]> {
    const file = typeof wanted === 'string' ? (this.find(exactly(wanted)) ?? wanted) : this.find(wanted);
    if (file === undefined)
      throw new SeedError(
        `${this.path} holds no file like ${wanted.toString()}: --from takes the folder that holds ${this.holds}.`,
      );
    const path = join(this.path, file);
    const parsed = parseCsv(await this.textOf(path, format.encoding), path, format.separator ?? ',');
    const [header] = parsed;
    const missing = columns.filter((column) => !header?.record.includes(column));
    if (!header || missing.length > 0)
      throw new SeedError(`${path} has no column ${missing.map((name) => `"${name}"`).join(', ')}.`);
    const places = new Map(header.record.map((name, place) => [name, place]));
    return parsed.slice(1).map(({ record, info }) => ({
      line: info.lines,
      file,
      get: (column) => record[places.get(column) ?? -1] ?? '',
    }));
  }

  private async textOf(path: string, encoding: string | undefined): Promise<string> {
    try {
      const bytes = await readFile(path);
      const unpacked = path.endsWith('.gz') ? await promisify(gunzip)(bytes) : bytes;
      return new TextDecoder(encoding).decode(unpacked);
    } catch (error) {
      throw new SeedError(
        `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}): --from takes the folder that holds ${this.holds}.`,
      );
    }
  }
}

function exactly(name: string): RegExp {
  return new RegExp(`^${name.replace(/\./gu, '\\.')}$`, 'u');
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parseCsv(text: string, path: string, delimiter: string): Parsed[] {
  try {
    const options = { bom: true, info: true, relax_column_count: true, delimiter } as const;
    // Values between tabs come as they are: a quote in them is a quote.
    const quote = delimiter === '\t' ? false : '"';
    // With `info` every record comes beside its place in the file, which the types do not say.
    return parse(text, { ...options, quote }) as unknown as Parsed[];
  } catch (error) {
    throw new SeedError(`${path} is no CSV file: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
