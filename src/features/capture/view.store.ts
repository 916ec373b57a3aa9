import type { Handle } from '../../graph/driver/statement';
import { Columns } from '../../graph/nouns/columns';
import { writingOf } from '../evidence/evidence-writing';

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
