import { statement } from '../driver/statement';
import { requireUnique, type Migration } from './migration';

const IN_LOG = statement(
  'migrations.deliveriesInLog',
  `CREATE INDEX Delivery_webhook_id IF NOT EXISTS FOR (delivery:Delivery) ON (delivery.webhook, delivery.id)`,
);

const DUE = statement(
  'migrations.deliveriesDue',
  `CREATE INDEX Delivery_webhook_nextAt IF NOT EXISTS FOR (delivery:Delivery) ON (delivery.webhook, delivery.nextAt)`,
);

const ENDED = statement(
  'migrations.deliveriesEnded',
  `CREATE INDEX Delivery_endedAt IF NOT EXISTS FOR (delivery:Delivery) ON (delivery.endedAt)`,
);

export const webhooks: Migration = {
  number: 22,
  what: 'webhooks, what is sent to them, and which gaps they were told of',
  async run(database) {
    await requireUnique(database, [
      { label: 'Webhook', property: 'name' },
      { label: 'Delivery', property: 'id' },
      { label: 'OpenGap', property: 'key' },
    ]);
    for (const index of [IN_LOG, DUE, ENDED]) await database.autocommit(index);
  },
};
