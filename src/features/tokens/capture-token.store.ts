import { statement, type Queries } from '../../graph/driver/statement';

const REVISION_NUMBER = statement<{ number: number }>(
  'tokens.revisionNumber',
  `MATCH (module:Module {id: $module})-[:HAS_REVISION]->(revision:Revision)
   WHERE revision.number = $number OR ($number IS NULL AND EXISTS { (module)-[:CURRENT]->(revision) })
   RETURN revision.number AS number`,
);

/** The number of the revision of a module that is asked for, null for the current one; undefined where there is none. */
export async function revisionNumber(
  queries: Queries,
  module: string,
  number: number | null,
): Promise<number | undefined> {
  const [found] = await queries.query(REVISION_NUMBER, { module, number });
  return found?.number;
}
