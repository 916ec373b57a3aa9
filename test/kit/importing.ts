import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Command } from '../../src/app/commands/command';
import { importCommand } from '../../src/app/commands/import';
import { readConfig } from '../../src/shared/config';
import type { Database } from '../../src/graph/driver/database';
import { SkillwakeError } from '../../src/shared/errors';

/** A line of a file of rejected lines. */
export interface Rejected {
  readonly line: number;
  readonly kind?: string;
  readonly code: string;
  readonly reason: string;
  readonly text?: string;
  readonly item?: Readonly<Record<string, unknown>>;
}

export interface CommandRun {
  /** 1 and the sentence in `said` where the command threw one. */
  readonly code: number;
  readonly said: string;
}

/** Runs a command as `npm run` does once the installation is open, and takes up what it prints. */
export async function runCommand(
  database: Database,
  command: Command,
  words: readonly string[],
): Promise<CommandRun> {
  let said = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  const installation = {
    config: readConfig({}),
    database,
    logger: pino({ level: 'silent' }),
    secret: '',
    close: () => Promise.resolve(),
  };
  try {
    const code = (await command(words)(installation)) ?? 0;
    return { code, said };
  } catch (error) {
    if (error instanceof SkillwakeError) return { code: 1, said: error.message };
    throw error;
  } finally {
    write.mockRestore();
  }
}

export interface ImportRun extends CommandRun {
  readonly rejected: readonly Rejected[];
  /** Where rejected lines of the file go. */
  readonly rejectedPath: string;
}

/** A folder for files to import, and the command that imports them. */
export class ImportFolder {
  private constructor(
    private readonly database: Database,
    readonly path: string,
  ) {}

  static async open(database: Database): Promise<ImportFolder> {
    return new ImportFolder(database, await mkdtemp(join(tmpdir(), 'skillwake-import-spec-')));
  }

  /** Writes a file under a name of its own, unless one is given, and gives its path. */
  async file(
    content: string | Buffer,
    ending = 'csv',
    name = `lines of ${randomUUID()}.${ending}`,
  ): Promise<string> {
    const path = join(this.path, name);
    await writeFile(path, content);
    return path;
  }

  async run(path: string, ...words: string[]): Promise<ImportRun> {
    const rejectedPath = `${path}.rejected.ndjson`;
    const run = await runCommand(this.database, importCommand, [path, ...words]);
    const rejected = await readFile(rejectedPath, 'utf8').catch(() => '');
    const lines = rejected.split('\n').filter(Boolean);
    return {
      ...run,
      rejectedPath,
      rejected: lines
        .map((line) => JSON.parse(line) as Rejected)
        .sort((left, right) => left.line - right.line),
    };
  }

  /** Permissions of a file, as octal digits. */
  async modeOf(path: string): Promise<string> {
    return ((await stat(path)).mode & 0o777).toString(8);
  }

  async close(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

/** Records of one object each, a line each. */
export function ndjson(items: readonly object[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('');
}
