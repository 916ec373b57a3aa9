import { statement, type Queries } from '../../graph/driver/statement';
import { newKey } from '../../shared/ids';
import { dateOf } from '../../shared/period';
import { DeliveryState, type WebhookDelivery } from './delivery.type';

/** A message to one webhook. */
export interface DeliveryRow {
  /** As the receiver knows the message. */
  readonly id: string;
  readonly event: string;
  /** The very text that is sent and signed. */
  readonly body: string;
  readonly state: keyof typeof DeliveryState;
  readonly attempts: number;
  /** Epoch milliseconds, as all moments are. */
  readonly createdAt: number;
  /** Null once it has ended. */
  readonly nextAt: number | null;
  /** When it was taken or given up; null while it waits. */
  readonly endedAt: number | null;
  /** Of the last attempt; null before the first. */
  readonly lastAt: number | null;
  readonly lastStatus: number | null;
  readonly lastMilliseconds: number | null;
  readonly lastFault: string | null;
}

/** Cypher: what a DeliveryRow holds, given `delivery`. */
export const deliveryColumns = `delivery.id AS id, delivery.event AS event, delivery.body AS body, delivery.state AS state,
          delivery.attempts AS attempts, delivery.createdAt AS createdAt, delivery.nextAt AS nextAt,
          delivery.endedAt AS endedAt, delivery.lastAt AS lastAt, delivery.lastStatus AS lastStatus,
          delivery.lastMilliseconds AS lastMilliseconds, delivery.lastFault AS lastFault`;

export function deliveryOf(row: DeliveryRow): WebhookDelivery {
  const { createdAt, nextAt, endedAt, lastAt, state, ...same } = row;
  return {
    ...same,
    state: DeliveryState[state],
    createdAt: new Date(createdAt),
    nextAt: dateOf(nextAt),
    endedAt: dateOf(endedAt),
    lastAt: dateOf(lastAt),
  };
}

/** A message that is to be sent. */
export interface NewDelivery {
  readonly id: string;
  readonly webhook: string;
  readonly event: string;
  /** The very text that is sent and signed. */
  readonly body: string;
  readonly state: 'WAITING';
  readonly attempts: number;
  /** How many delays of the schedule it has waited for. */
  readonly step: number;
  readonly createdAt: number;
  readonly nextAt: number;
}

/** A message to a webhook, by its id, that waits to be sent. */
export function newDelivery(webhook: string, event: string, data: object, now: number): NewDelivery {
  return {
    ...{ id: newKey(), webhook, event, state: 'WAITING', attempts: 0, step: 0, createdAt: now, nextAt: now },
    body: JSON.stringify({ type: event, timestamp: new Date(now).toISOString(), data }),
  };
}

const ADD = statement<DeliveryRow>(
  'webhooks.addDeliveries',
  `UNWIND $deliveries AS item
   MERGE (delivery:Delivery {id: item.id}) ON CREATE SET delivery = item
   RETURN ${deliveryColumns}`,
);

/** In the order given. */
export function addDeliveries(tx: Queries, deliveries: readonly NewDelivery[]): Promise<DeliveryRow[]> {
  return tx.query(ADD, { deliveries });
}

const RESEND = statement<DeliveryRow>(
  'webhooks.resend',
  `UNWIND $ids AS id
   MATCH (delivery:Delivery {id: id})
   SET delivery.state = 'WAITING', delivery.step = 0, delivery.nextAt = $now, delivery.endedAt = null
   RETURN ${deliveryColumns}`,
);

/** Lets deliveries begin again at once; gives those that there are. */
export function resendDeliveries(tx: Queries, ids: readonly string[], now: number): Promise<DeliveryRow[]> {
  return tx.query(RESEND, { ids: [...new Set(ids)].sort(), now });
}
