import { percent } from '../../shared/percent';
import { counted } from '../../shared/words';
import type { Page } from '../modules/page.type';
import type { PageView, VideoView } from './view.type';
import { VisitState } from './visit-state';
import type { Visit } from './visit.type';

/** What a person reads of themselves: the sentences speak to them. */

export function dayOfMoment(at: Date | null): string {
  return at === null ? 'an unknown day' : at.toISOString().slice(0, 10);
}

const withdrawnSince = ({ withdrawn }: { readonly withdrawn: boolean }): string =>
  withdrawn ? ' (withdrawn since)' : '';

export function pageInWords({ number, title }: Pick<Page, 'number' | 'title'>): string {
  return `page ${String(number)}${title === null ? '' : ` (${title})`}`;
}

function secondsInWords(seconds: number): string {
  return counted(Math.round(seconds), 'second');
}

/** A visit in one plain sentence. */
export function summaryOfVisit(visit: Visit): string {
  const { module, revision, startedAt, completedAt, leftAt, state, pagesReached } = visit;
  const outcome = {
    [VisitState.COMPLETED]: `completed it on ${dayOfMoment(completedAt)}`,
    [VisitState.LEFT]: `left on ${dayOfMoment(leftAt)}`,
    [VisitState.UNDER_WAY]: 'are under way',
  }[state];
  return `You began revision ${String(revision.number)} of ${module.name} on ${dayOfMoment(startedAt)}, opened ${counted(pagesReached, 'page')} and ${outcome}${withdrawnSince(visit)}.`;
}

/** A page view in one plain sentence. */
export function summaryOfPageView(view: PageView): string {
  const pauses =
    view.pauses === 0
      ? 'without a pause'
      : `with ${counted(view.pauses, 'pause')}, the longest of ${secondsInWords(view.longestPauseSeconds)}`;
  return `You were active on ${pageInWords(view.page)} for ${secondsInWords(view.activeSeconds)}, ${pauses}, on ${dayOfMoment(view.openedAt)}${withdrawnSince(view)}.`;
}

/** A video view in one plain sentence. */
export function summaryOfVideoView(view: VideoView): string {
  return `You saw ${percent(view.shareSeen)} of the video on ${pageInWords(view.page)}, ${secondsInWords(view.durationSeconds)} long, with ${counted(view.pauses, 'pause')} and ${counted(view.seeks, 'jump')}, on ${dayOfMoment(view.startedAt)}${withdrawnSince(view)}.`;
}
