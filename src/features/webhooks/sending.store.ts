import type { Database } from '../../graph/driver/database';
import { statement, type Queries } from '../../graph/driver/statement';
import type { NewDelivery } from './delivery.store';
import { webhookColumns, webhooksAreFew, type WebhookRow } from './webhook.store';

/** A webhook with what there is to do for it. */
export interface SendingRow extends WebhookRow {
  /** How far of the feed it was told of. */
  readonly position: string;
  /** How many messages to it wait. */
  readonly waiting: number;
  /** Whether one of them is due. */
  readonly due: boolean;
}

const SENDING = statement<SendingRow>(
  'sending.webhooks',
  `MATCH (webhook:Webhook)
   WITH webhook,
     COUNT { MATCH (delivery:Delivery) WHERE delivery.webhook = webhook.id AND delivery.nextAt > 0 } AS waiting,
     EXISTS { MATCH (delivery:Delivery) WHERE delivery.webhook = webhook.id AND delivery.nextAt <= $now } AS due
   WHERE webhook.active OR due
   RETURN ${webhookColumns}, webhook.position AS position, toFloat(waiting) AS waiting, due`,
  webhooksAreFew,
);

/** The webhooks that are told of events or have messages to be sent. */
export function webhooksSending(queries: Queries, now: number): Promise<SendingRow[]> {
  return queries.query(SENDING, { now });
}

/** How far webhooks are told of the feed, and the messages that tell it. */
export interface Told {
  readonly name: string;
  readonly id: string;
  readonly before: string;
  readonly after: string;
  readonly deliveries: readonly NewDelivery[];
}

const TELL = statement(
  'sending.tell',
  `UNWIND $told AS item
   MATCH (webhook:Webhook {name: item.name}) WHERE webhook.id = item.id
   SET webhook.lock = 0
   WITH webhook, item WHERE webhook.position = item.before
   SET webhook.position = item.after
   WITH webhook, item
   UNWIND item.deliveries AS delivery
   CREATE (made:Delivery)
   SET made = delivery`,
);

/** Keeps messages together with how far the webhook is told by them: told of it already, it is not told again. */
export async function tell(tx: Queries, told: readonly Told[]): Promise<void> {
  await tx.query(TELL, { told });
}

/** A message that is due. */
export interface DueDelivery {
  readonly id: string;
  readonly body: string;
  readonly attempts: number;
  readonly step: number;
}

const DUE = statement<DueDelivery>(
  'sending.due',
  `MATCH (delivery:Delivery) WHERE delivery.webhook = $webhook AND delivery.nextAt <= $now
   RETURN delivery.id AS id, delivery.body AS body, delivery.attempts AS attempts, delivery.step AS step
   ORDER BY delivery.nextAt, id LIMIT 20`,
);

/** Some messages to a webhook that are due, those that waited longest first. */
export function dueDeliveries(queries: Queries, webhook: string, now: number): Promise<DueDelivery[]> {
  return queries.query(DUE, { webhook, now });
}

const ATTEMPTED = statement<{ failingSince: number | null }>(
  'sending.attempted',
  `MATCH (delivery:Delivery {id: $id})
   SET delivery += $properties
   WITH delivery
   MATCH (webhook:Webhook {name: $name}) WHERE webhook.id = delivery.webhook
   SET webhook.failingSince = CASE WHEN $failed THEN coalesce(webhook.failingSince, $now) ELSE null END
   RETURN webhook.failingSince AS failingSince`,
);

/** What an attempt leaves. */
export interface Attempted {
  readonly id: string;
  /** Of the webhook. */
  readonly name: string;
  readonly failed: boolean;
  readonly now: number;
  readonly properties: object;
}

/** Writes an attempt into the log; gives since when all attempts have failed, null where this one has not. */
export async function recordAttempt(tx: Queries, attempted: Attempted): Promise<number | null> {
  const [row] = await tx.query(ATTEMPTED, { ...attempted });
  return row?.failingSince ?? null;
}

const DISABLE = statement(
  'sending.disable',
  `MATCH (webhook:Webhook {name: $name}) WHERE webhook.id = $id AND webhook.active
   SET webhook.active = false, webhook.disabledAt = $now, webhook.disabledBecause = $because, webhook.updatedAt = $now`,
);

const GIVE_UP = statement(
  'sending.giveUp',
  `UNWIND $webhooks AS webhook
   MATCH (delivery:Delivery) WHERE delivery.webhook = webhook AND delivery.nextAt > 0
   SET delivery.state = 'FAILED', delivery.endedAt = $now, delivery.nextAt = null`,
);

/** Gives up what waits to be sent to these webhooks, by id. */
export async function giveUpWaiting(tx: Queries, webhooks: readonly string[], now: number): Promise<void> {
  if (webhooks.length > 0) await tx.query(GIVE_UP, { webhooks, now });
}

/** Switches a webhook off by itself, and gives up what waits. */
export async function disableWebhook(
  tx: Queries,
  webhook: Pick<WebhookRow, 'id' | 'name'>,
  because: string,
  now: number,
): Promise<void> {
  await tx.query(DISABLE, { name: webhook.name, id: webhook.id, because, now });
  await giveUpWaiting(tx, [webhook.id], now);
}

const FORGET = statement<{ forgotten: number }>(
  'sending.forget',
  `MATCH (delivery:Delivery) WHERE delivery.endedAt < $before
   WITH delivery LIMIT 1000
   DELETE delivery
   RETURN toFloat(count(*)) AS forgotten`,
);

/** Takes messages out of the log that ended before a moment. */
export async function forgetDeliveries(database: Database, before: number): Promise<void> {
  let forgotten = 0;
  do {
    const [row] = await database.idempotentTransaction((tx) => tx.query(FORGET, { before }));
    forgotten = row?.forgotten ?? 0;
  } while (forgotten > 0);
}
