import { counted } from '../../shared/words';
import { medianOf, pageStatistics } from './page-statistics';
import type { PageAsking } from './pages.read';
import type { PersonPassage } from './passage-of-person';

const kinds: Readonly<Record<PageAsking['kind'], string>> = {
  SLIDE: 'a slide',
  TEXT: 'a text',
  VIDEO: 'a video',
  QUIZ: 'a quiz',
  EXERCISE: 'an exercise',
  OTHER: 'of no stated kind',
};

/** A page with its title, where it has one. */
export function namedPage({ number, title }: Pick<PageAsking, 'number' | 'title'>): string {
  return title === null ? `page ${String(number)}` : `page ${String(number)} "${title}"`;
}

/** What is on a page, as a sentence. */
export function pageInWords(page: PageAsking): string {
  const asks = page.questions === 0 ? '' : `, which asks ${counted(page.questions, 'question')}`;
  return `P${namedPage(page).slice(1)}, ${kinds[page.kind]}${asks}.`;
}

/** The page that people are on in a minute of active time, as each takes what is usual, undefined past the last; in steps. */
export function* pagesByMinute(
  passages: readonly PersonPassage[],
  pages: readonly PageAsking[],
): Generator<void, (minute: number) => PageAsking | undefined> {
  const statistics = yield* pageStatistics(
    passages,
    pages.map(({ number }) => number),
  );
  let until = 0;
  const ends = statistics.map((one) => (until += medianOf(one) || 0));
  return (minute) => pages[ends.findIndex((end) => end >= (minute - 0.5) * 60)];
}
