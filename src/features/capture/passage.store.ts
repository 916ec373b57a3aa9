import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import type { Passage } from './visit-state';

/** Cypher: when what was seen in a page or video view ended. */
export function seenUntil(view: string): string {
  return `CASE WHEN ${view}:VideoView
            THEN ${view}.at + 1000.0 * reduce(seconds = 0.0, place IN range(0, size(${view}.segments) - 2, 2) |
                   seconds + ${view}.segments[place + 1] - ${view}.segments[place]) / ${view}.rate
            ELSE ${view}.at + 1000.0 * (${view}.activeSeconds + ${view}.idleSeconds) END`;
}

/** What a visit is told from of one of its page or video views. */
export interface ViewOfVisit {
  readonly openedAt: number;
  readonly seenUntil: number;
  readonly activeSeconds: number;
  /** Internal id of the page. */
  readonly page: string;
  readonly number: number;
}

const viewOfVisit = new Columns<ViewOfVisit>({
  openedAt: '.at',
  seenUntil: seenUntil('view'),
  activeSeconds: 'coalesce(view.activeSeconds, 0.0)',
  page: 'page.id',
  number: 'page.number',
});

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
  return `${visit}.takenBy = ${person}.id`;
}

/** A visit's own events, as every row that tells of one has them. */
export interface VisitEvents {
  readonly startedAt: number | null;
  readonly completedAt: number | null;
  readonly endedAt: number | null;
  /** In the order in which they were opened. */
  readonly views: readonly ColumnRow<ViewOfVisit>[];
}

export const visitEvents = `visit.at AS startedAt, visit.completedAt AS completedAt, visit.endedAt AS endedAt,
          COLLECT {
            MATCH (visit)<-[:DURING]-(view:PageView|VideoView)-[:OF]->(page:Page)
            WHERE NOT view.withdrawn
            WITH view, page ORDER BY view.at, view.id
            RETURN ${viewOfVisit.list('view')} } AS views`;

/** What the views of a visit come to. */
export interface Figures extends Passage {
  readonly activeSeconds: number;
  readonly pagesReached: number;
  /** The page opened last; null where none was. */
  readonly lastPage: { readonly key: string; readonly number: number } | null;
}

export function figuresOfVisit({ startedAt, completedAt, endedAt, views }: VisitEvents): Figures {
  const all = views.map((row) => viewOfVisit.fieldsOf(row));
  const last = all.at(-1);
  return {
    startedAt,
    completedAt,
    endedAt,
    openedAt: last?.openedAt ?? null,
    seenUntil: last ? Math.max(...all.map((view) => view.seenUntil)) : null,
    activeSeconds: all.reduce((sum, { activeSeconds }) => sum + activeSeconds, 0),
    pagesReached: new Set(all.map(({ page }) => page)).size,
    lastPage: last ? { key: last.page, number: last.number } : null,
  };
}
