/** Figures and columns for readers of plain text; no line reaches 100 columns. */

export const widest = 98;

/** As the API says it: what is not quite all or nothing is never said to be. */
export function percent(share: number): string {
  const whole = (100 * share).toFixed(0);
  if (share < 1 && whole === '100') return 'over 99 %';
  if (share > 0 && whole === '0') return 'under 1 %';
  return `${whole} %`;
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
