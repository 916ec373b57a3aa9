import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from './entry';
import type { Kind } from './kinds';
import { LineWriter } from './line-writer';
import { linesOf } from './lines';

/** A line that names what is not there yet, and the sentence that says so. */
export interface Waiting {
  readonly entry: Entry;
  readonly message: string;
}

type Stored = Omit<Entry, 'kind'> & { readonly kind: string; readonly message: string };

/** Lines that wait for others, on disk: there may be more than memory holds. */
export class WaitingLines {
  private waiting = 0;
  private rounds = 0;
  private writer: LineWriter;

  private constructor(private readonly directory: string) {
    this.writer = this.nextWriter();
  }

  static async open(): Promise<WaitingLines> {
    return new WaitingLines(await mkdtemp(join(tmpdir(), 'skillwake-import-')));
  }

  get count(): number {
    return this.waiting;
  }

  async add(lines: readonly Waiting[]): Promise<void> {
    this.waiting += lines.length;
    await this.writer.append(
      lines.map(({ entry: { kind, ...rest }, message }) => {
        const stored: Stored = { ...rest, kind: kind.name, message };
        return JSON.stringify(stored);
      }),
    );
  }

  /** Takes out all that wait now, in their order; what is added meanwhile waits for the next time. */
  async *taken(kinds: readonly Kind[]): AsyncGenerator<Waiting> {
    const { writer } = this;
    this.writer = this.nextWriter();
    this.waiting = 0;
    await writer.close();
    if (!writer.exists) return;
    const byName = new Map(kinds.map((kind) => [kind.name, kind]));
    for await (const lines of linesOf({ path: writer.path, encoding: undefined, onBytes: () => undefined })) {
      for (const { text } of lines) {
        const { kind: name, message, ...rest } = JSON.parse(text) as Stored;
        const kind = byName.get(name);
        if (kind) yield { entry: { ...rest, kind }, message };
      }
    }
    await rm(writer.path);
  }

  async close(): Promise<void> {
    await this.writer.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  private nextWriter(): LineWriter {
    return new LineWriter(join(this.directory, `${String(this.rounds++)}.ndjson`));
  }
}
