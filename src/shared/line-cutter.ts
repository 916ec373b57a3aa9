/**
 * Cuts text that comes in parts into lines. Of a line that is longer than the bound only the beginning is kept, and no
 * part is looked through twice: neither memory nor time grow with more than the length of what was read.
 */
export class LineCutter {
  private readonly kept: string[] = [];
  private length = 0;

  /** @param longest characters of a line that are kept, its end included */
  constructor(private readonly longest: number) {}

  /** The lines that end in this part, each with its end where that is among what is kept. */
  take(part: string, end: string): string[] {
    const lines: string[] = [];
    let start = 0;
    for (let at = part.indexOf(end); at >= 0; at = part.indexOf(end, start)) {
      this.keep(part.slice(start, at + end.length));
      lines.push(this.rest());
      start = at + end.length;
    }
    this.keep(part.slice(start));
    return lines;
  }

  /** How much is kept of the line that has not ended yet. */
  get waiting(): number {
    return this.length;
  }

  /** Takes out what came after the last end. */
  rest(): string {
    const line = this.kept.join('');
    this.kept.length = 0;
    this.length = 0;
    return line;
  }

  private keep(text: string): void {
    const room = this.longest - this.length;
    if (room <= 0 || text === '') return;
    this.kept.push(text.length > room ? text.slice(0, room) : text);
    this.length += Math.min(text.length, room);
  }
}
