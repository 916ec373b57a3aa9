/** Figures and columns for readers of plain text; no line reaches 100 columns. */

export const widest = 98;

export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

export function points(change: number): string {
  const rounded = (100 * Math.abs(change)).toFixed(1);
  return `${change < 0 && rounded !== '0.0' ? '-' : '+'}${rounded} points`;
}

export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

/** A table with two spaces between columns; a heading that starts with '>' puts its column to the right. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  indent = 2,
): string[] {
  const names = headings.map((heading) => heading.replace(/^>/u, ''));
  const widths = names.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    shortened(
      `${' '.repeat(indent)}${cells
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return headings[column]?.startsWith('>') ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')}`.trimEnd(),
      widest,
    );
  return [line(names), ...rows.map(line)];
}
