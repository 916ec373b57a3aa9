/**
 * Weighted set covering problems by the recipe of Balas and Ho (1980, Set covering algorithms using cutting planes,
 * heuristics, and subgradient optimization), which those of Beasley's OR-Library are made by: costs from 1 to 100, a
 * share of the matrix filled at random, each row in at least two columns, each column with at least one row.
 */
export function publishedCovering(
  { rows, columns, density }: { readonly rows: number; readonly columns: number; readonly density: number },
  random: () => number,
): { costs: number[]; rowsOf: number[][]; needs: number[] } {
  const below = (count: number): number => Math.floor(random() * count);
  const cells = new Set<number>();
  for (let row = 0; row < rows; row++)
    for (let filled = 0; filled < 2;) {
      const cell = row * columns + below(columns);
      if (cells.has(cell)) continue;
      cells.add(cell);
      filled++;
    }
  const used = new Set([...cells].map((cell) => cell % columns));
  for (let column = 0; column < columns; column++)
    if (!used.has(column)) cells.add(below(rows) * columns + column);
  while (cells.size < Math.round(rows * columns * density)) cells.add(below(rows * columns));
  const rowsOf = Array.from({ length: columns }, (): number[] => []);
  for (const cell of [...cells].sort((a, b) => a - b))
    rowsOf[cell % columns]?.push(Math.floor(cell / columns));
  return {
    costs: Array.from({ length: columns }, () => 1 + below(100)),
    rowsOf,
    needs: Array.from({ length: rows }, () => 1),
  };
}
