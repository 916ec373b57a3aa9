import { statement, type Queries } from '../../graph/driver/statement';

const ASKED = statement<{ page: string; versions: string[] }>(
  'diagnosis.askedOnPages',
  `UNWIND $revisions AS key
   MATCH (:Revision {id: key})-[:HAS_PAGE]->(page:Page)-[asked:ASKS]->(version:QuestionVersion)
   WITH page, version, min(asked.position) AS position ORDER BY position
   RETURN page.id AS page, collect(version.id) AS versions`,
);

/** Internal ids of the versions that the pages of revisions ask, in order, by that of the page; none of one that asks none. */
export async function askedOnPages(
  queries: Queries,
  revisions: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await queries.query(ASKED, { revisions });
  return new Map(rows.map(({ page, versions }) => [page, versions]));
}
