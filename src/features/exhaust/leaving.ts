import type { Passage } from '../../estimators/survival';
import { VisitState } from '../capture/visit-state';
import type { PersonPassage } from './passage-of-person';

type OfPassage = Pick<
  PersonPassage,
  'state' | 'firstPage' | 'furthestPage' | 'activeSeconds' | 'secondsToCompletion'
>;

/** Before the first page or minute: whoever is seen from the start could leave at 0, before any page was opened. */
const start = -1;

/**
 * How far each person came in pages: left at the furthest page, or seen until there where they completed or are under way. Who
 * came in at a later page cannot have been seen to leave before it.
 */
export function byPages(passages: readonly OfPassage[]): Passage[] {
  return passages.map(({ state, firstPage, furthestPage }) => ({
    from: firstPage > 1 ? firstPage - 1 : start,
    to: furthestPage,
    left: state === VisitState.LEFT,
  }));
}

/** How far each person came in minutes of active time, until they completed where they did. */
export function byMinutes(passages: readonly OfPassage[]): Passage[] {
  return passages.map(({ state, activeSeconds, secondsToCompletion }) => ({
    from: start,
    to: (secondsToCompletion ?? activeSeconds) / 60,
    left: state === VisitState.LEFT,
  }));
}
