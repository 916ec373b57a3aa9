import { idFilter } from '../../graph/nouns/noun-list';
import { evidenceId, externalNameOf } from '../../shared/ids';
import { dateOf } from '../../shared/period';
import { namedModule } from '../modules/module.store';
import { pageColumns, pageOf, revisionColumns, revisionOf } from '../modules/revision.store';
import type { PageRow, RevisionRow } from '../modules/revision.store';
import { NodeList } from '../nouns/lists';
import type { RequestContext } from '../request/context';
import { figuresOfVisit, isOwnVisit, visitEvents, type VisitEvents } from './passage.store';
import { secondsByBin, segmentsOf, shareSeen } from './seconds-seen';
import type { PageView, VideoView } from './view.type';
import { lastEventOf, stateOfVisit, VisitState } from './visit-state';
import type { Visit } from './visit.type';

type VisitRow = RevisionRow &
  VisitEvents & { readonly visit: string; readonly moduleName: string; readonly withdrawn: boolean };

function visitOf({ now, rules }: RequestContext, row: VisitRow): Visit {
  const figures = figuresOfVisit(row);
  const state = stateOfVisit(figures, now, rules.leftAfter);
  return {
    key: row.visit,
    id: evidenceId(row.visit),
    externalId: externalNameOf(row.visit),
    module: namedModule({ key: row.module, name: row.moduleName }),
    revision: revisionOf(row),
    state,
    startedAt: dateOf(row.startedAt),
    completedAt: dateOf(row.completedAt),
    leftAt: state === VisitState.LEFT ? dateOf(lastEventOf(figures)) : null,
    lastPageKey: figures.lastPage?.key ?? null,
    pagesReached: figures.pagesReached,
    activeSeconds: figures.activeSeconds,
    withdrawn: row.withdrawn,
  };
}

/** To be asked for by nobody but the person. */
export const visitsOfPerson = new NodeList<VisitRow, Visit>(
  {
    name: 'visits.ofPeople',
    nested: true,
    match: `MATCH (person:Person {id: parent})<-[:TAKEN_BY]-(visit:Visit)-[:OF]->(revision:Revision)<-[:HAS_REVISION]-(module:Module)`,
    where: [isOwnVisit('visit', 'person')],
    filters: {
      module: idFilter('Module', 'module.id = $filter.module'),
      completed: { where: '(visit.completedAt IS NOT NULL) = $filter.completed' },
      withdrawn: { where: 'visit.withdrawn = $filter.withdrawn' },
    },
    orders: {
      STARTED_AT: [
        ['coalesce(visit.at, visit.recordedAt, 0)', 'number'],
        ['visit.id', 'string'],
      ],
    },
    columns: `visit.id AS visit, visit.withdrawn AS withdrawn, ${visitEvents},
            module.name AS moduleName, ${revisionColumns}`,
  },
  (context) => ({ nodeOf: (row) => visitOf(context, row) }),
);

interface ViewRow extends PageRow {
  readonly view: string;
  readonly at: number;
  readonly withdrawn: boolean;
}

type PageViewRow = ViewRow &
  Pick<PageView, 'activeSeconds' | 'idleSeconds' | 'pauses' | 'longestPauseSeconds' | 'revisits' | 'wasLast'>;

const viewColumns = `view.id AS view, view.at AS at, view.withdrawn AS withdrawn, view.pauses AS pauses, ${pageColumns}`;
const withdrawn = { where: 'view.withdrawn = $filter.withdrawn' };
const byTime = [
  ['view.at', 'number'],
  ['view.id', 'string'],
] as const;

/** What page and video views have in common. */
function viewOf(row: ViewRow): Pick<PageView, 'id' | 'externalId' | 'page' | 'withdrawn'> {
  return {
    id: evidenceId(row.view),
    externalId: externalNameOf(row.view),
    page: pageOf(row),
    withdrawn: row.withdrawn,
  };
}

export const pageViewsOfVisit = new NodeList<PageViewRow, PageView>(
  {
    name: 'visits.pageViews',
    nested: true,
    match: `MATCH (visit:Evidence {id: parent})
       WITH visit, COLLECT { MATCH (visit)<-[:DURING]-(any:PageView) WHERE NOT any.withdrawn
         RETURN any.id ORDER BY any.at DESC, any.id DESC LIMIT 1 }[0] AS latest
       MATCH (visit)<-[:DURING]-(view:PageView)-[:OF]->(page:Page)<-[:HAS_PAGE]-(revision:Revision)`,
    filters: { withdrawn },
    orders: { OPENED_AT: byTime },
    columns: `view.activeSeconds AS activeSeconds, view.idleSeconds AS idleSeconds,
            view.longestPauseSeconds AS longestPauseSeconds, view.revisits AS revisits,
            coalesce(view.id = latest, false) AS wasLast, ${viewColumns}`,
  },
  () => ({
    nodeOf: (row) => ({
      ...viewOf(row),
      openedAt: new Date(row.at),
      activeSeconds: row.activeSeconds,
      idleSeconds: row.idleSeconds,
      pauses: row.pauses,
      longestPauseSeconds: row.longestPauseSeconds,
      revisits: row.revisits,
      wasLast: row.wasLast,
    }),
  }),
);

type VideoViewRow = ViewRow &
  Pick<VideoView, 'durationSeconds' | 'pauses' | 'seeks' | 'rate'> & { readonly segments: number[] };

export const videoViewsOfVisit = new NodeList<VideoViewRow, VideoView>(
  {
    name: 'visits.videoViews',
    nested: true,
    match: `MATCH (:Evidence {id: parent})<-[:DURING]-(view:VideoView)-[:OF]->(page:Page)<-[:HAS_PAGE]-(revision:Revision)`,
    filters: { withdrawn },
    orders: { STARTED_AT: byTime },
    columns: `view.durationSeconds AS durationSeconds, view.segments AS segments, view.seeks AS seeks,
            view.rate AS rate, ${viewColumns}`,
  },
  () => ({
    nodeOf: (row) => {
      const segments = segmentsOf(row.segments);
      return {
        ...viewOf(row),
        startedAt: new Date(row.at),
        durationSeconds: row.durationSeconds,
        secondsSeen: secondsByBin(segments, row.durationSeconds),
        shareSeen: shareSeen(segments, row.durationSeconds),
        pauses: row.pauses,
        seeks: row.seeks,
        rate: row.rate,
      };
    },
  }),
);
