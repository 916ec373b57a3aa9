import { statement } from '../../graph/driver/statement';
import { PageKind } from '../modules/page.type';
import type { BatchRead } from '../request/loaders';

/** A page as what it is asked before or after is told by. */
export interface TeachingPage {
  readonly number: number;
  readonly kind: PageKind;
  readonly expectedSeconds: number | null;
  readonly asks: boolean;
}

type PageColumns = readonly [number: number, kind: PageKind, expectedSeconds: number | null, asks: boolean];

const PAGES = statement<{ key: string; pages: PageColumns[] }>(
  'outcomes.teachingPages',
  `UNWIND $keys AS key
   MATCH (revision:Revision {id: key})
   RETURN key, COLLECT {
     MATCH (revision)-[:HAS_PAGE]->(page:Page)
     RETURN [page.number, page.kind, page.expectedSeconds, EXISTS { (page)-[:ASKS]->() }] } AS pages`,
);

/** All pages of revisions, by internal id of the revision. */
export const teachingPages: BatchRead<string, readonly TeachingPage[], null> = async (
  { database },
  revisions,
) => {
  const rows = await database.query(PAGES, { keys: revisions });
  const found = new Map(rows.map(({ key, pages }) => [key, pages]));
  return revisions.map((revision) =>
    (found.get(revision) ?? []).map(([number, kind, expectedSeconds, asks]) => ({
      ...{ number, kind, expectedSeconds, asks },
    })),
  );
};

const teachingKinds: readonly PageKind[] = [PageKind.SLIDE, PageKind.TEXT, PageKind.VIDEO, PageKind.EXERCISE];
/** What a page is taken to need whose authors state nothing. */
const usualSeconds = 60;

/**
 * Whether a page of a revision comes after the better part of what it teaches: half of the seconds that its authors expect
 * for pages that ask nothing. Where a revision teaches nothing, everything comes after.
 */
export function comesAfterTeaching(pages: readonly TeachingPage[]): (page: number) => boolean {
  const teaching = pages.filter(({ kind, asks }) => !asks && teachingKinds.includes(kind));
  const secondsOf = (some: readonly TeachingPage[]): number =>
    some.reduce((sum, { expectedSeconds }) => sum + (expectedSeconds ?? usualSeconds), 0);
  const half = secondsOf(teaching) / 2;
  return (page) => secondsOf(teaching.filter(({ number }) => number < page)) >= half;
}
