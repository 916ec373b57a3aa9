import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import type { Passage } from './visit-state';

/** When what was seen in a page or video view ended. */
function seenUntil(view: string): string {
  return `CASE WHEN ${view}:VideoView
            THEN ${view}.at + 1000.0 * reduce(seconds = 0.0, place IN range(0, size(${view}.segments) - 2, 2) |
                   seconds + ${view}.segments[place + 1] - ${view}.segments[place]) / ${view}.rate
            ELSE ${view}.at + 1000.0 * (${view}.activeSeconds + ${view}.idleSeconds) END`;
}

/** What the page and video views of a visit come to. */
export interface Views {
  readonly openedAt: number | null;
  readonly seenUntil: number | null;
  readonly activeSeconds: number;
  readonly pagesReached: number;
  /** Internal id of the page opened last; null where none was. */
  readonly lastPage: string | null;
}

export const views = new Columns<Views>({
  openedAt: 'max(view.at)',
  seenUntil: 'max(until)',
  activeSeconds: 'sum(coalesce(view.activeSeconds, 0.0))',
  pagesReached: 'count(DISTINCT page)',
  lastPage: 'last(collect(page.id))',
});

/** Cypher: the views of a bound visit, as `views` reads them. */
export function viewsOf(visit: string): string {
  return `COLLECT {
           MATCH (${visit})<-[:DURING]-(view:PageView|VideoView)-[:OF]->(page:Page)
           WHERE NOT view.withdrawn
           WITH view, page, ${seenUntil('view')} AS until ORDER BY view.at, view.id
           RETURN ${views.list()} }[0]`;
}

/** Cypher: when the latest page or video of a bound visit was opened, and when the latest was seen. */
export function latestViewsOf(visit: string): string {
  return `COLLECT {
           MATCH (${visit})<-[:DURING]-(view:PageView|VideoView) WHERE NOT view.withdrawn
           RETURN [max(view.at), max(${seenUntil('view')})] }[0]`;
}

/**
 * Visits that a person may see as their own: with a record that they merged with their own themselves its times do not
 * become theirs (MergedId.apart).
 */
export function isOwnVisit(visit: string, person: string): string {
  return `${visit}.person = ${person}.id`;
}

/** A visit's own events, as every row that tells of one has them. */
export interface VisitEvents {
  readonly startedAt: number | null;
  readonly completedAt: number | null;
  readonly endedAt: number | null;
  readonly views: ColumnRow<Views>;
}

export const visitEvents = `visit.at AS startedAt, visit.completedAt AS completedAt, visit.endedAt AS endedAt,
          ${viewsOf('visit')} AS views`;

export function passageOf({ startedAt, completedAt, endedAt, views: row }: VisitEvents): Passage & Views {
  const { openedAt, seenUntil, activeSeconds, pagesReached, lastPage } = views.fieldsOf(row);
  return {
    startedAt,
    completedAt,
    endedAt,
    openedAt,
    seenUntil,
    activeSeconds,
    pagesReached,
    lastPage,
  };
}
