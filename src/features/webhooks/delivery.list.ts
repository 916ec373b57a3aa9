import { NodeList } from '../nouns/lists';
import { deliveryColumns, deliveryOf, type DeliveryRow } from './delivery.store';
import type { WebhookDelivery } from './delivery.type';

/** The messages to webhooks, by webhook. */
export const deliveryList = new NodeList<DeliveryRow, WebhookDelivery>(
  {
    name: 'webhooks.deliveries',
    nested: true,
    match: 'MATCH (delivery:Delivery {webhook: parent})',
    // As the index by both has them.
    where: ['delivery.id IS NOT NULL'],
    filters: { state: { where: 'delivery.state = $filter.state' } },
    // Internal ids rise with the time.
    orders: { CREATED_AT: [['delivery.id', 'string']] },
    columns: deliveryColumns,
  },
  () => ({ nodeOf: deliveryOf }),
);
