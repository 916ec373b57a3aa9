import { percent } from '../../shared/percent';
import { counted } from '../../shared/words';

interface Summed {
  readonly people: number;
  readonly answers: number;
  readonly rate: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What is to be expected counts as met within this much, in [0,1]. */
const asExpected = 0.05;

export function summaryOfFailures(figures: Summed, expected: number | null): string {
  return `${shareWrong(figures)}${range(figures)}${comparison(figures.rate, expected)}.`;
}

export function summaryOfSection(section: string | null, page: string, figures: Summed): string {
  return `${section ?? 'Questions outside of sections'} (${page}): ${shareWrong(figures)}${range(figures)}.`;
}

function shareWrong({ people, answers, rate }: Summed): string {
  return `${percent(rate)} of ${counted(answers, 'first answer')} by ${counted(people, 'person', 'people')} were wrong`;
}

function range({ low, high }: Summed): string {
  return low === null || high === null ? '' : ` (likely between ${percent(low)} and ${percent(high)})`;
}

function comparison(rate: number, expected: number | null): string {
  if (expected === null) return '';
  const share = percent(expected);
  if (Math.abs(rate - expected) <= asExpected)
    return `, about as many as their other answers let expect (${share})`;
  return `, ${rate > expected ? 'more' : 'fewer'} than their other answers let expect (${share})`;
}
