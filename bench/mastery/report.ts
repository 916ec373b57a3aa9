import type { Coverage, CoverageShare } from './pit';
import type { Scores } from './scores';
import { figure } from './table';

export const scoreNames = ['auc', 'accuracy', 'logloss', 'brier', 'ece'] as const satisfies (keyof Scores)[];

/** Scores as cells of a table, in the order of their names. */
export function scoreCells(scores: Scores): string[] {
  return scoreNames.map((name) => figure(scores[name]));
}

/** One line on how many later results lay within the central 90 %; the pairs are those of one repetition. */
export function coverageLine(
  { pairs, available }: Coverage,
  share: CoverageShare | undefined,
  repetitions = 1,
): string {
  if (!share) return 'pit90 cannot be computed: nobody has enough answers on one skill.';
  const drawn = pairs.reduce((sum, one) => sum + one, 0);
  const [middle, low, high] = [share.share, share.low, share.high].map((value) => figure(value, 3));
  const [some, all] = [drawn, available].map((count) => figure(count / repetitions, 0));
  return `pit90 ${middle!} (95 % interval by person ${low!} to ${high!}), of ${some!} of ${all!} pairs of person and skill.`;
}
