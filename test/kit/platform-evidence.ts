import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';

const OF_PLATFORM = statement<{
  kind: string;
  of: string;
  properties: Record<string, unknown>;
  withdrawn: boolean;
}>(
  'test.evidenceOfPlatform',
  `MATCH (evidence:Evidence) WHERE evidence.id CONTAINS $source AND NOT evidence:Withdrawal
   OPTIONAL MATCH (evidence)-[:BY|TAKEN_BY|DURING]->(whose)
   RETURN head([label IN labels(evidence) WHERE label <> 'Evidence']) AS kind, coalesce(whose.id, '') AS of,
     properties(evidence) AS properties, evidence.withdrawn AS withdrawn
   ORDER BY evidence.id`,
  'a spec may look at everything of its own',
);

/** Evidence that the statements of a platform became: all that is stored of it but when it was recorded. */
export async function evidenceOf(database: Database, platform: string) {
  const rows = await database.query(OF_PLATFORM, { source: `\u001fxapi:${platform}\u001f` });
  return rows.map(({ kind, of, withdrawn, properties: { recordedAt: _, hash: __, ...properties } }) => ({
    ...properties,
    kind,
    of: of.split('\u001f').at(-1),
    id: String(properties['id']).split('\u001f').at(-1),
    withdrawn,
  }));
}
