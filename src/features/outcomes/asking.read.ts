import { statement, type Queries } from '../../graph/driver/statement';

/** A question as a revision asks it. */
export interface AskedOnPage {
  /** Internal id. */
  readonly version: string;
  /** Internal id of the page. */
  readonly page: string;
  readonly number: number;
  readonly title: string | null;
  readonly section: string | null;
}

type AskedColumns = readonly [
  version: string,
  page: string,
  number: number,
  title: string | null,
  section: string | null,
];

const ASKED_BY_REVISIONS = statement<{ key: string; asked: AskedColumns[] }>(
  'outcomes.askedByRevisions',
  `UNWIND $keys AS key
   MATCH (revision:Revision {id: key})
   RETURN key, COLLECT {
     MATCH (revision)-[:HAS_PAGE]->(page:Page)-[asked:ASKS]->(version:QuestionVersion)
     WITH page, asked, version ORDER BY page.number, asked.position
     RETURN [version.id, page.id, page.number, page.title, asked.section] } AS asked`,
);

/** What revisions ask, in the order of their pages, by internal id. */
export async function askedByRevisions(
  queries: Queries,
  revisions: readonly string[],
): Promise<Map<string, AskedOnPage[]>> {
  const rows = await queries.query(ASKED_BY_REVISIONS, { keys: revisions });
  return new Map(
    rows.map(({ key, asked }) => [
      key,
      asked.map(([version, page, number, title, section]) => ({ version, page, number, title, section })),
    ]),
  );
}
