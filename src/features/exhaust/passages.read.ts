import { statement, type Queries } from '../../graph/driver/statement';
import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import { seenUntil } from '../capture/passage.store';
import type { KnownView } from './view-columns';

/** A visit with what is known of it; epoch milliseconds. */
export interface ReadVisit {
  readonly id: string;
  /** Internal id of who took it. */
  readonly person: string;
  readonly withdrawn: boolean;
  readonly startedAt: number | null;
  /** When its start became known; null where only views of it are there. */
  readonly recordedAt: number | null;
  readonly completedAt: number | null;
  readonly completedRecordedAt: number | null;
  readonly endedAt: number | null;
  readonly endedRecordedAt: number | null;
  /** Those that were not withdrawn. */
  readonly views: readonly ColumnRow<KnownView>[];
}

export const viewColumns = new Columns<KnownView>({
  page: 'page.number',
  openedAt: '.at',
  seenUntil: seenUntil('view'),
  recordedAt: '.recordedAt',
  activeSeconds: 'coalesce(view.activeSeconds, 0.0)',
  pauses: 'CASE WHEN view:PageView THEN view.pauses ELSE 0 END',
  revisits: 'coalesce(view.revisits, 0)',
});

// What was told of a visit before that was noted counts as known with the visit.
export const visitColumns = new Columns<ReadVisit>({
  id: '.id',
  person: '[(visit)-[:TAKEN_BY]->(person:Person) | person.id][0]',
  withdrawn: '.withdrawn',
  startedAt: '.at',
  recordedAt: 'CASE WHEN visit.at IS NULL THEN null ELSE visit.recordedAt END',
  completedAt: '.completedAt',
  completedRecordedAt: 'coalesce(visit.completedRecordedAt, visit.recordedAt)',
  endedAt: '.endedAt',
  endedRecordedAt: 'coalesce(visit.endedRecordedAt, visit.recordedAt)',
  views: `COLLECT {
       MATCH (visit)<-[:DURING]-(view:PageView|VideoView)-[:OF]->(page:Page) WHERE NOT view.withdrawn
       RETURN ${viewColumns.list('view')} }`,
});

/** What changed of the visits to a revision. */
export interface ChangedVisits {
  /** Internal id of the revision. */
  readonly revision: string;
  /** How many visits to it there are, withdrawn ones too. */
  readonly count: number;
  readonly visits: readonly ColumnRow<ReadVisit>[];
}

const CHANGED_VISITS = statement<ChangedVisits>(
  'exhaust.changedVisits',
  `UNWIND $revisions AS one
   MATCH (revision:Revision {id: one[0]})
   CALL (revision, one) {
     MATCH (revision)<-[:OF]-(visit:Visit)
     WITH visit, coalesce(visit.changedAt, visit.recordedAt, 0) >= one[1] AS isChanged
     RETURN count(visit) AS count, collect(CASE WHEN isChanged THEN visit END) AS changed
   }
   CALL (changed) {
     UNWIND changed AS visit
     RETURN collect(${visitColumns.list('visit')}) AS visits
   }
   RETURN revision.id AS revision, count, visits`,
);

/** The visits to each revision that changed since a moment of its own, epoch milliseconds. */
export function changedVisits(
  queries: Queries,
  revisions: readonly (readonly [revision: string, since: number])[],
): Promise<ChangedVisits[]> {
  return queries.query(CHANGED_VISITS, { revisions });
}

const VISIT_COUNTS = statement<{ revision: string; visits: number }>(
  'exhaust.visitCounts',
  `UNWIND $revisions AS key
   MATCH (revision:Revision {id: key})
   RETURN key AS revision, COUNT { (revision)<-[:OF]-() } AS visits`,
);

/** How many visits to each revision there are: known without reading any. */
export function visitCounts(
  queries: Queries,
  revisions: readonly string[],
): Promise<{ revision: string; visits: number }[]> {
  return queries.query(VISIT_COUNTS, { revisions });
}
