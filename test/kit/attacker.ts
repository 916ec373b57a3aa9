import { logit, normalCdf, z90 } from '../../src/estimators/normal';

/** Levels that requirements ask for: the chances to reach them all are somebody's distribution. */
export const askedLevels = [0.25, 0.5, 0.75];

/** Somebody's chances to reach each of the asked levels. */
export type Chances = readonly number[];

/** Chances by level and interval as the API shows them to whoever sees the person. */
export function chancesOf({ low, high }: { readonly low: number; readonly high: number }): Chances {
  const [from, to] = [logit(low), logit(high)];
  return askedLevels.map((level) => normalCdf(((from + to) / 2 - logit(level)) / ((to - from) / (2 * z90))));
}

/** The expected level with these chances: the area under them, by the trapezoidal rule. */
export function levelOf(chances: Chances): number {
  return 0.125 + chances.reduce((sum, chance) => sum + 0.25 * Math.min(1, Math.max(0, chance)), 0);
}

export function meanOf(all: readonly Chances[]): Chances {
  return askedLevels.map((_, level) => all.reduce((sum, one) => sum + one[level]!, 0) / all.length);
}

/** What an attacker has read: the sums of the chances of some strangers, told by name. */
export interface Sum {
  readonly strangers: ReadonlySet<string>;
  readonly chances: Chances;
}

/** What an attacker makes of the difference of two sums: whom it is about, and what is left unexplained by the guesses. */
export function difference(
  one: Sum,
  other: Sum,
  guessOf: (stranger: string) => Chances,
): { stranger: string; estimate: Chances }[] {
  const signs = new Map<string, number>();
  for (const stranger of one.strangers) if (!other.strangers.has(stranger)) signs.set(stranger, 1);
  for (const stranger of other.strangers) if (!one.strangers.has(stranger)) signs.set(stranger, -1);
  const unexplained = askedLevels.map((_, level) =>
    [...signs].reduce(
      (rest, [stranger, sign]) => rest - sign * guessOf(stranger)[level]!,
      one.chances[level]! - other.chances[level]!,
    ),
  );
  // Of several strangers nothing says which of them explains it: each gets an equal part.
  return [...signs].map(([stranger, sign]) => ({
    stranger,
    estimate: guessOf(stranger).map((guess, level) => guess + (sign * unexplained[level]!) / signs.size),
  }));
}

/** The strangers' chances that explain all sums best, nearest to the guesses where several do (ridge regression). */
export function leastSquares(
  sums: readonly Sum[],
  guesses: ReadonlyMap<string, Chances>,
): Map<string, Chances> {
  const strangers = [...guesses.keys()];
  const rows = sums.map(({ strangers: some }) => strangers.map((stranger) => Number(some.has(stranger))));
  const normal = strangers.map((_, row) =>
    strangers.map((__, column) =>
      rows.reduce((sum, cells) => sum + cells[row]! * cells[column]!, row === column ? 1e-4 : 0),
    ),
  );
  const byLevel = askedLevels.map((_, level) => {
    const guessed = strangers.map((stranger) => guesses.get(stranger)![level]!);
    const unexplained = sums.map(
      ({ chances }, at) =>
        chances[level]! - rows[at]!.reduce((sum, cell, column) => sum + cell * guessed[column]!, 0),
    );
    const right = strangers.map((__, column) =>
      rows.reduce((sum, cells, at) => sum + cells[column]! * unexplained[at]!, 0),
    );
    return solved(normal, right).map((change, column) => guessed[column]! + change);
  });
  return new Map(strangers.map((stranger, column) => [stranger, byLevel.map((chances) => chances[column]!)]));
}

/** Gaussian elimination; the matrix is symmetric and positive definite, so that no pivot is zero. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((cells, row) => [...cells, right[row]!]);
  for (const [pivot, from] of rows.entries())
    for (const row of rows.slice(pivot + 1)) {
      const factor = row[pivot]! / from[pivot]!;
      if (factor !== 0)
        for (let column = pivot; column < row.length; column++) row[column]! -= factor * from[column]!;
    }
  const solution = right.map(() => 0);
  for (let row = rows.length - 1; row >= 0; row--) {
    const cells = rows[row]!;
    let rest = cells.at(-1)!;
    for (let column = row + 1; column < rows.length; column++) rest -= cells[column]! * solution[column]!;
    solution[row] = rest / cells[row]!;
  }
  return solution;
}
