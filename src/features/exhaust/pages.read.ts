import { grouped } from '../../shared/grouped';
import { statement, type Queries } from '../../graph/driver/statement';
import { pageColumns, revisionColumns, type PageRow, type RevisionRow } from '../modules/revision.store';

/** A page with how many questions it asks. */
export interface PageAsking extends PageRow {
  readonly questions: number;
}

const PAGES = statement<PageAsking>(
  'exhaust.pagesOfRevisions',
  `UNWIND $revisions AS of
   MATCH (revision:Revision {id: of})-[:HAS_PAGE]->(page:Page)
   WITH revision, page ORDER BY page.number
   RETURN ${pageColumns}, COUNT { (page)-[:ASKS]->() } AS questions`,
);

/** The pages of revisions, in order, by internal id of the revision. */
export async function pagesOfRevisions(
  queries: Queries,
  revisions: readonly string[],
): Promise<Map<string, PageAsking[]>> {
  const rows = await queries.query(PAGES, { revisions: [...new Set(revisions)] });
  return grouped(rows, ({ revision }) => revision);
}

const NUMBERED_REVISIONS = statement<RevisionRow>(
  'exhaust.numberedRevisions',
  `UNWIND $modules AS key
   MATCH (module:Module {id: key})-[:HAS_REVISION]->(revision:Revision)
   WHERE revision.number = $number
   RETURN ${revisionColumns}`,
);

/** The revision with this number of each module that has one. */
export function numberedRevisions(
  queries: Queries,
  modules: readonly string[],
  number: number,
): Promise<RevisionRow[]> {
  return queries.query(NUMBERED_REVISIONS, { modules, number });
}

const EXPECTED_MINUTES = statement<{ revision: string; minutes: number | null }>(
  'exhaust.expectedMinutes',
  `UNWIND $revisions AS key
   MATCH (revision:Revision {id: key})<-[:HAS_REVISION]-(module:Module)
   RETURN key AS revision, module.expectedMinutes AS minutes`,
);

/** How long the authors expect the module of each revision to take. */
export function expectedMinutes(
  queries: Queries,
  revisions: readonly string[],
): Promise<{ revision: string; minutes: number | null }[]> {
  return queries.query(EXPECTED_MINUTES, { revisions });
}
