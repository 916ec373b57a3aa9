import { statement } from '../driver/statement';
import { changeInSteps, type Migration } from './migration';

const KEEP_VIEWERS = statement<{ changed: number }>(
  'migrations.keepViewersOfLooks',
  `MATCH (look:Look)-[:MADE_BY]->(viewer:Person) WHERE look.viewer IS NULL
   WITH look, viewer LIMIT 10000
   SET look.viewer = viewer.id, look.viewerName = viewer.name
   RETURN count(look) AS changed`,
  'Every look is given its viewer, once.',
);

export const viewersOfLooks: Migration = {
  number: 8,
  what: 'who looked stands in the look itself, as far as that is still known',
  async run(database) {
    await changeInSteps(database, KEEP_VIEWERS);
  },
};
