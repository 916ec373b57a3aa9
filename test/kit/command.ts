import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run } from '../../src/app/commands/commands';
import { openEmptiedDatabase, type EmptiedDatabase } from './worker-database';

export type Settings = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const root = resolve(__dirname, '../..');

/** What commands work on that count everybody there is: an empty Neo4j, and a data directory of their own. */
export class CommandInstallation {
  private readonly children = new Set<ChildProcessWithoutNullStreams>();

  private constructor(
    private readonly own: EmptiedDatabase,
    readonly directory: string,
  ) {}

  static async open(): Promise<CommandInstallation> {
    return new CommandInstallation(
      await openEmptiedDatabase(),
      await mkdtemp(join(tmpdir(), 'skillwake-commands-')),
    );
  }

  get database(): EmptiedDatabase['database'] {
    return this.own.database;
  }

  async close(): Promise<void> {
    const ends = [...this.children].map((child) => once(child, 'exit'));
    for (const child of this.children) child.kill('SIGKILL');
    await Promise.all(ends);
    await this.own.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  private settings(given: Settings): Settings {
    const { uri, username, password } = this.own.address;
    return {
      NEO4J_URI: uri,
      NEO4J_USERNAME: username,
      NEO4J_PASSWORD: password,
      SKILLWAKE_DATA_DIRECTORY: this.directory,
      SKILLWAKE_PORT: '0',
      ...given,
    };
  }

  /** Starts a command in a process of its own. */
  launch(words: readonly string[], given: Settings = {}): ChildProcessWithoutNullStreams {
    const child = spawn(process.execPath, ['-r', '@swc-node/register', 'src/main.ts', ...words], {
      cwd: root,
      env: this.settings(given),
    });
    this.children.add(child);
    child.once('exit', () => this.children.delete(child));
    return child;
  }

  /** Runs a command in a process of its own, to its end. */
  async inProcess(words: readonly string[], given: Settings = {}): Promise<Ended> {
    const child = this.launch(words, given);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (stdout += part.toString()));
    child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, stdout, stderr };
  }

  /** Runs a command as that process would, in this one: it loads nothing anew. */
  async here(words: readonly string[], given: Settings = {}): Promise<Ended> {
    const before = { ...process.env };
    Object.assign(process.env, this.settings(given));
    try {
      return await runHere(words);
    } finally {
      for (const name of Object.keys(process.env))
        if (!(name in before)) Reflect.deleteProperty(process.env, name);
      Object.assign(process.env, before);
    }
  }
}

/** Runs a command as npm does, in this process and with its settings. */
export async function runHere(words: readonly string[]): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    jest.spyOn(process[name], 'write').mockImplementation((text: unknown) => {
      said[name] += String(text);
      return true;
    }),
  );
  try {
    return { code: await run(words), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** What a process says within a pattern, once it says it. */
export async function saidBy(
  { stdout }: ChildProcessWithoutNullStreams,
  pattern: RegExp,
): Promise<{ found: string; all: string }> {
  let all = '';
  for await (const part of stdout) {
    all += String(part);
    const found = pattern.exec(all)?.[1];
    if (found !== undefined) return { found, all };
  }
  throw new Error(`It ended without saying it: ${all}`);
}
