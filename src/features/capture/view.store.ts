import { statement, type Handle, type Queries } from '../../graph/driver/statement';
import { Columns } from '../../graph/nouns/columns';
import { inIdOrder, writingOf } from '../evidence/evidence-writing';

/** What every view has, with the nodes of this transaction that it hangs on. */
export interface ViewToWrite {
  readonly visit: Handle;
  readonly page: Handle;
  readonly id: string;
  readonly hash: string;
  readonly at: number;
}

const ofView = { visit: null, page: null, id: '.id', hash: '.hash', at: '.at' };
const ends = [
  { column: 'visit', type: 'DURING', label: 'Visit', changedAs: 'changedAt' },
  { column: 'page', type: 'OF', label: 'Page' },
];

/** What a page view says, in seconds and counts. */
export interface PageViewContent {
  readonly activeSeconds: number;
  readonly idleSeconds: number;
  readonly pauses: number;
  readonly longestPauseSeconds: number;
  readonly revisits: number;
}

const pageViewToWrite = new Columns<ViewToWrite & PageViewContent>({
  ...ofView,
  activeSeconds: '.activeSeconds',
  idleSeconds: '.idleSeconds',
  pauses: '.pauses',
  longestPauseSeconds: '.longestPauseSeconds',
  revisits: '.revisits',
});

export const writePageViews = writingOf(
  { write: 'capture.writePageViews', fill: 'capture.fillPageViews' },
  'PageView',
  pageViewToWrite,
  ends,
);

/** What a video view says. */
export interface VideoViewContent {
  readonly durationSeconds: number;
  /** From and to of each segment by turns, in seconds. */
  readonly segments: readonly number[];
  readonly pauses: number;
  readonly seeks: number;
  readonly rate: number;
}

const videoViewToWrite = new Columns<ViewToWrite & VideoViewContent>({
  ...ofView,
  durationSeconds: '.durationSeconds',
  segments: '.segments',
  pauses: '.pauses',
  seeks: '.seeks',
  rate: '.rate',
});

export const writeVideoViews = writingOf(
  { write: 'capture.writeVideoViews', fill: 'capture.fillVideoViews' },
  'VideoView',
  videoViewToWrite,
  ends,
);

// The lock first: whoever else tells of the visit has done so by then, or waits.
const TOLD_OF = statement<{ visits: number }>(
  'capture.toldOf',
  `UNWIND $visits AS one
   MATCH (visit:Evidence {id: one.id})
   SET visit.lock = 0 REMOVE visit.lock
   WITH one, visit WHERE COUNT { (visit)<-[:DURING]-(:VideoView) } <> one.views
   RETURN toFloat(count(visit)) AS visits`,
);

/** Whether so many video views tell of each of these visits, withdrawn ones too; nobody adds any until the transaction ends. */
export async function areToldOf(tx: Queries, views: ReadonlyMap<string, number>): Promise<boolean> {
  if (views.size === 0) return true;
  const visits = inIdOrder(
    [...views].map(([id, number]) => ({ id, views: number })),
    ({ id }) => id,
  );
  const [others] = await tx.query(TOLD_OF, { visits });
  return others?.visits === 0;
}
