import { listedLabels, uniqueness } from '../nouns/model';
import { statement } from '../driver/statement';
import { changeInSteps, requireUnique, type Migration } from './migration';

const DATE_NODES = statement<{ changed: number }>(
  'migrations.dateNodes',
  `MATCH (:OutsideId)-[:IDENTIFIES]->(node) WHERE node.updatedAt IS NULL
   WITH node LIMIT 10000
   SET node.createdAt = $now, node.updatedAt = $now
   RETURN count(node) AS changed`,
  'Every node of the catalogue gets its dates, once.',
);

export const catalogue: Migration = {
  number: 2,
  what: 'constraints and indexes of the whole catalogue, dates of every noun',
  async run(database) {
    await requireUnique(database, uniqueness);
    for (const label of listedLabels) {
      for (const [name, property] of Object.entries({
        list: 'sortName',
        creations: 'createdAt',
        changes: 'updatedAt',
      })) {
        await database.autocommit({
          name: 'migrations.listIndex',
          text: `CREATE INDEX ${label}_${name} IF NOT EXISTS FOR (node:${label}) ON (node.${property}, node.id)`,
          scansBecause: undefined,
        });
      }
    }
    const now = Date.now();
    await changeInSteps(database, DATE_NODES, { now });
  },
};
