import type { PageViewSeed, VisitSeed } from '../dataset';
import type { Row } from '../files';
import { courseModule, lastPage, revisionOf } from './module';
import { secondsOn, timeAfter } from './times';

/** A page view takes so many active seconds at most; one learner left a page open for longer. */
const longest = 86_400;

/** One learner's passage through the course; undefined where it is not known when they began. */
export function visitOf(row: Row): VisitSeed | undefined {
  const [started, completed, revision] = [timeAfter(row, 0), timeAfter(row, lastPage), revisionOf(row)];
  if (started === undefined || completed === undefined || revision === undefined) return undefined;
  const person = row.get('case');
  return {
    id: person,
    person,
    module: courseModule,
    revision,
    at: new Date(started).toISOString(),
    ...(lastPageReached(row) >= lastPage && { completedAt: new Date(completed).toISOString() }),
  };
}

/**
 * Time on the pages whose seconds were recorded, one after the other, and the last page reached whether they were or not.
 * The data does not say how much of it a learner was active: all counts, up to a day.
 */
export function pageViewsOf(row: Row): PageViewSeed[] {
  const visit = visitOf(row);
  if (!visit) return [];
  const { person, module, revision } = visit;
  return Array.from({ length: lastPageReached(row) }, (_, index) => index + 1).flatMap((page) => {
    const [at, seconds] = [timeAfter(row, page - 1), secondsOn(row, page)];
    if (at === undefined || (seconds === 0 && page < lastPageReached(row))) return [];
    return {
      id: `${person} ${String(page)}`,
      ...{ visit: visit.id, person, module, revision, page },
      at: new Date(at).toISOString(),
      activeSeconds: Math.min(seconds, longest),
      idleSeconds: Math.max(0, seconds - longest),
    };
  });
}

function lastPageReached(row: Row): number {
  return Number(row.get('lastpage'));
}
