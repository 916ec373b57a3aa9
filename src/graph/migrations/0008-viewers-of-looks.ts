import { statement } from '../driver/statement';
import type { Migration } from './migration';

const KEEP_VIEWERS = statement<{ kept: number }>(
  'migrations.keepViewersOfLooks',
  `MATCH (look:Look)-[:MADE_BY]->(viewer:Person) WHERE look.viewer IS NULL
   WITH look, viewer LIMIT 10000
   SET look.viewer = viewer.id, look.viewerName = viewer.name
   RETURN count(look) AS kept`,
  'Every look is given its viewer, once.',
);

export const viewersOfLooks: Migration = {
  number: 8,
  what: 'who looked stands in the look itself, as far as that is still known',
  async run(database) {
    for (;;) {
      const [row] = await database.transaction((tx) => tx.query(KEEP_VIEWERS));
      if (!row || row.kept === 0) break;
    }
  },
};
