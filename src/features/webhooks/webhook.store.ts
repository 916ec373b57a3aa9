import { statement, type Queries } from '../../graph/driver/statement';

/** Where events are sent to. */
export interface WebhookRow {
  /** Internal id: another one where a webhook is made anew under the name of one that was removed. */
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly active: boolean;
  /** Counts the secrets that it has had. */
  readonly generation: number;
  /** Until when messages are signed with the secret before, too; null where there is none. */
  readonly formerUntil: number | null;
  /** Since when nothing has been taken, epoch milliseconds as all moments are; null where the last attempt was well. */
  readonly failingSince: number | null;
  readonly disabledAt: number | null;
  readonly disabledBecause: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Cypher: what a WebhookRow holds, given `webhook`. */
export const webhookColumns = `webhook.id AS id, webhook.name AS name, webhook.url AS url, webhook.events AS events,
          webhook.active AS active, webhook.generation AS generation, webhook.formerUntil AS formerUntil,
          webhook.failingSince AS failingSince, webhook.disabledAt AS disabledAt,
          webhook.disabledBecause AS disabledBecause, webhook.createdAt AS createdAt, webhook.updatedAt AS updatedAt`;

/** Why a statement may look at all of them. */
export const webhooksAreFew = 'there are 20 webhooks at most';

const ALL = statement<WebhookRow>(
  'webhooks.all',
  `MATCH (webhook:Webhook) RETURN ${webhookColumns} ORDER BY name`,
  webhooksAreFew,
);

export function allWebhooks(queries: Queries): Promise<WebhookRow[]> {
  return queries.query(ALL);
}

const LOCK = statement(
  'webhooks.lock',
  `MATCH (installation:Installation {one: 1}) SET installation.lock = 0`,
);

/** Lets others who save webhooks wait until the transaction ends, so that there are never too many. */
export async function lockWebhooks(tx: Queries): Promise<void> {
  await tx.query(LOCK);
}

/** A webhook as it is to be: of one that is there what is left out stays. */
export interface WebhookToSave {
  readonly name: string;
  readonly properties: Partial<
    Omit<WebhookRow, 'name'> & {
      /** How far of the feed it was told of, as JSON. */
      readonly position: string;
    }
  >;
}

const SAVE = statement(
  'webhooks.save',
  `UNWIND $webhooks AS item
   MERGE (webhook:Webhook {name: item.name})
   SET webhook += item.properties`,
);

export async function saveWebhookNodes(tx: Queries, webhooks: readonly WebhookToSave[]): Promise<void> {
  if (webhooks.length > 0) await tx.query(SAVE, { webhooks });
}

const REMOVE = statement(
  'webhooks.remove',
  `UNWIND $names AS name
   MATCH (webhook:Webhook {name: name})
   CALL (webhook) {
     MATCH (delivery:Delivery {webhook: webhook.id}) WHERE delivery.id IS NOT NULL
     DELETE delivery
   }
   DELETE webhook`,
);

/** With all that was sent to them. */
export async function removeWebhooks(tx: Queries, names: readonly string[]): Promise<void> {
  if (names.length > 0) await tx.query(REMOVE, { names });
}
