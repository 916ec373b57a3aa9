import { statement, type Queries } from '../../graph/driver/statement';
import type { Page } from '../modules/page.type';
import { pageColumns, pageOf, type PageRow } from '../modules/revision.store';
import type { BatchRead } from '../request/loaders';
import type { PlaceInModule } from './learning.type';

const PAGES_BY_NUMBER = statement<PageRow>(
  'learning.pagesByNumber',
  `UNWIND $places AS place
   MATCH (revision:Revision {id: place.revision})-[:HAS_PAGE]->(page:Page {number: place.number})
   RETURN DISTINCT ${pageColumns}`,
);

async function pagesByNumber(
  queries: Queries,
  places: readonly { readonly revision: string; readonly number: number }[],
): Promise<PageRow[]> {
  return places.length === 0 ? [] : queries.query(PAGES_BY_NUMBER, { places });
}

/** The page that comes next after each place; null where none does. */
export const nextPageOfPlace: BatchRead<PlaceInModule, Page | null, null> = async ({ database }, places) => {
  const wanted = places.flatMap(({ revisionKey, nextNumber }) =>
    nextNumber === null ? [] : [{ revision: revisionKey, number: nextNumber }],
  );
  const rows = await pagesByNumber(database, wanted);
  return places.map(({ revisionKey, nextNumber }) => {
    const row = rows.find(({ revision, number }) => revision === revisionKey && number === nextNumber);
    return row ? pageOf(row) : null;
  });
};
