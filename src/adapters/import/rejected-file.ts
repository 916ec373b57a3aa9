import { rm } from 'node:fs/promises';
import type { RejectedLine } from './entry';
import { LineWriter } from './line-writer';

/** Where the rejected lines of a file go. */
export function rejectedPath(file: string): string {
  return `${file}.rejected.ndjson`;
}

/** Writes rejected lines beside the file that they come from, as NDJSON that can be mended and imported itself. */
export class RejectedFiles {
  private readonly writers = new Map<string, LineWriter>();

  /** Makes ready for a file's lines; what an earlier run left beside it is taken away. */
  async begin(file: string): Promise<void> {
    await rm(rejectedPath(file), { force: true });
    this.writers.set(file, new LineWriter(rejectedPath(file)));
  }

  async write(rejected: readonly RejectedLine[]): Promise<void> {
    const byFile = new Map<string, string[]>();
    for (const { file, ...line } of rejected) {
      const lines = byFile.get(file) ?? [];
      byFile.set(file, lines);
      lines.push(JSON.stringify(line));
    }
    for (const [file, lines] of byFile) await this.writers.get(file)?.append(lines);
  }

  /** Those that were written. */
  get paths(): string[] {
    return [...this.writers.values()].filter(({ exists }) => exists).map(({ path }) => path);
  }

  async close(): Promise<void> {
    for (const writer of this.writers.values()) await writer.close();
  }
}
