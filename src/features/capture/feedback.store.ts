import type { Handle } from '../../graph/driver/statement';
import { Columns } from '../../graph/nouns/columns';
import { writingOf } from '../evidence/evidence-writing';

/** What feedback says; at least one of these. */
export interface FeedbackContent {
  readonly unclear: boolean | null;
  readonly outdated: boolean | null;
  /** 1 to 5. */
  readonly rating: number | null;
  readonly words: string | null;
}

/** Feedback as it is written, with the nodes of this transaction that it hangs on. */
interface FeedbackToWrite extends FeedbackContent {
  readonly person: Handle;
  /** A revision, a page or a version of a question. */
  readonly about: Handle;
  readonly id: string;
  readonly hash: string;
  readonly at: number;
}

const feedbackToWrite = new Columns<FeedbackToWrite>({
  person: null,
  about: null,
  id: '.id',
  hash: '.hash',
  at: '.at',
  unclear: '.unclear',
  outdated: '.outdated',
  rating: '.rating',
  words: '.words',
});

export const writeFeedback = writingOf(
  { write: 'capture.writeFeedback', fill: 'capture.fillFeedback' },
  'Feedback',
  feedbackToWrite,
  [
    { column: 'person', type: 'GIVEN_BY', label: 'Person' },
    { column: 'about', type: 'ON', label: 'Revision|Page|QuestionVersion' },
  ],
);
