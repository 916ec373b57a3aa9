/** What was taken of a file in spite of something: no fault of a line, but worth a sentence. */
export class Notes {
  private lossy = 0;
  private readonly unnamed = new Set<number>();

  constructor(private readonly file: string) {}

  /** A line with signs that were lost before the file was written. */
  lossyLine(): void {
    this.lossy++;
  }

  /** A cell that is not empty in a column without a name, from 0. */
  cellWithoutColumn(place: number): void {
    this.unnamed.add(place);
  }

  get sentences(): string[] {
    const columns = [...this.unnamed].sort((left, right) => left - right).map((place) => String(place + 1));
    return [
      ...(columns.length > 0
        ? [`${this.file}: column ${columns.join(', ')} has cells but no name, and was passed over.`]
        : []),
      ...(this.lossy > 0
        ? [
            `${this.file}: ${String(this.lossy)} lines have the sign \ufffd: what stood there was lost before the file was written.`,
          ]
        : []),
    ];
  }
}
