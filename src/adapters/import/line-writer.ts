import { open, type FileHandle } from 'node:fs/promises';

/** Writes lines to a file that only its owner may read; there is none until the first line. Writers take turns. */
export class LineWriter {
  private handle: FileHandle | undefined;
  private turn = Promise.resolve();

  constructor(readonly path: string) {}

  append(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return this.turn;
    const written = this.turn.then(async () => {
      this.handle ??= await open(this.path, 'wx', 0o600);
      await this.handle.appendFile(`${lines.join('\n')}\n`);
    });
    this.turn = written.catch(() => undefined);
    return written;
  }

  /** Whether a line was written. */
  get exists(): boolean {
    return this.handle !== undefined;
  }

  async close(): Promise<void> {
    await this.turn;
    await this.handle?.close();
  }
}
