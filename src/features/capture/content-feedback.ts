import { createHash } from 'node:crypto';
import { countShown, inWholeGroups, itemsShown } from '../disclosure/whole-fives';
import { counted } from '../../shared/words';
import { ContentFeedback } from './content-feedback.type';

/** One person's feedback on some content. */
export interface FeedbackBy {
  /** Internal id. */
  readonly person: string;
  readonly unclear: boolean | null;
  readonly outdated: boolean | null;
  /** From 1 to 5. */
  readonly rating: number | null;
  readonly words: string | null;
}

/** Words are shown from so many people on. */
const fewestOfWords = 10;
const mostWords = 200;

const personOf = ({ person }: FeedbackBy): string => person;
const peopleOf = (feedback: readonly FeedbackBy[]): number => new Set(feedback.map(personOf)).size;

/**
 * What people say of content. Undefined where there are too few.
 *
 * @param feedback in the order in which it arrived
 */
export function contentFeedback(feedback: readonly FeedbackBy[]): ContentFeedback | undefined {
  const people = inWholeGroups(peopleOf(feedback));
  if (people === 0) return undefined;
  const rated = itemsShown(
    feedback.flatMap((one) => (one.rating === null ? [] : [{ person: one.person, rating: one.rating }])),
    ({ person }) => person,
  );
  const figures = {
    people,
    unclear: countShown(peopleOf(feedback.filter(({ unclear }) => unclear === true))),
    outdated: countShown(peopleOf(feedback.filter(({ outdated }) => outdated === true))),
    ratingCount: rated.length > 0 ? rated.length : null,
    meanRating: rated.length > 0 ? rated.reduce((sum, { rating }) => sum + rating, 0) / rated.length : null,
  };
  const words = wordsShown(feedback);
  return Object.assign(new ContentFeedback(), { ...figures, words, summary: summaryOfFigures(figures) });
}

function wordsShown(feedback: readonly FeedbackBy[]): string[] | null {
  const inWords = feedback.flatMap(({ person, words }) => (words === null ? [] : [{ person, words }]));
  if (new Set(inWords.map(({ person }) => person)).size < fewestOfWords) return null;
  // By digest: neither who said it nor when shows in the order.
  return itemsShown(inWords, ({ person }) => person)
    .slice(-mostWords)
    .map(({ words }) => ({ words, place: createHash('sha256').update(words).digest('hex') }))
    .sort((left, right) => (left.place < right.place ? -1 : 1))
    .map(({ words }) => words);
}

type Figures = Pick<ContentFeedback, 'people' | 'unclear' | 'outdated' | 'ratingCount' | 'meanRating'>;

function summaryOfFigures({ people, unclear, outdated, ratingCount, meanRating }: Figures): string {
  const some = (count: number | null): string => (count === null ? 'fewer than 5' : String(count));
  const rating =
    meanRating === null
      ? 'fewer than 5 rated it'
      : `the mean of ${counted(ratingCount ?? 0, 'rating')} is ${meanRating.toFixed(1)} of 5`;
  return `At least ${counted(people, 'person', 'people')} gave feedback: about ${some(unclear)} called it unclear, ${some(outdated)} outdated, ${rating}; all are counted in whole groups of five.`;
}
