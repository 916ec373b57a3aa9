import { quantile } from '../../estimators/quantiles';
import { riskAt } from '../../estimators/survival';
import { byPages } from './leaving';
import type { PersonPassage } from './passage-of-person';

/** What people did on one page. */
export interface PageStatistics {
  /** Number of the page. */
  readonly number: number;
  /** Internal ids of those who opened it. */
  readonly openedBy: readonly string[];
  /** How many these are. */
  readonly people: number;
  /** Active seconds of each of them, sorted. */
  readonly seconds: readonly number[];
  /** How many of them came back to it. */
  readonly revisited: number;
  /** How often they paused on it, all together. */
  readonly pauses: number;
  /** How many could have left here: of those who were seen before it or came in at it, those who came as far. */
  readonly atRisk: number;
  /** How many of them left and had come no further. */
  readonly left: number;
}

/** Of each of these pages, by number, which rise; in steps. */
export function* pageStatistics(
  passages: readonly PersonPassage[],
  numbers: readonly number[],
): Generator<void, PageStatistics[]> {
  const found = new Map(
    numbers.map((number) => [
      number,
      { openedBy: [] as string[], seconds: [] as number[], revisited: 0, pauses: 0 },
    ]),
  );
  for (const { person, pages } of passages) {
    yield;
    for (const { number, activeSeconds, pauses, revisits } of pages) {
      const page = found.get(number);
      if (!page) continue;
      page.openedBy.push(person);
      page.seconds.push(activeSeconds);
      page.pauses += pauses;
      if (revisits > 0) page.revisited++;
    }
  }
  return riskAt(byPages(passages), numbers).map(({ at, atRisk, left }) => {
    const { openedBy = [], seconds = [], revisited = 0, pauses = 0 } = found.get(at) ?? {};
    const sorted = seconds.sort((one, other) => one - other);
    const people = openedBy.length;
    return { number: at, openedBy, people, seconds: sorted, revisited, pauses, atRisk, left };
  });
}

/** Median of active seconds; NaN where nobody opened the page. */
export function medianOf({ seconds }: Pick<PageStatistics, 'seconds'>): number {
  return quantile(seconds, 0.5);
}

/** Standard deviation of the logarithm of active seconds, of which less than one counts as one; NaN of fewer than two people. */
export function spreadOf({ seconds }: Pick<PageStatistics, 'seconds'>): number {
  const logarithms = seconds.map((value) => Math.log(Math.max(1, value)));
  const mean = logarithms.reduce((sum, value) => sum + value, 0) / logarithms.length;
  const squares = logarithms.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return logarithms.length < 2 ? NaN : Math.sqrt(squares / (logarithms.length - 1));
}
