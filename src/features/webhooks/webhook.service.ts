import { newKey } from '../../shared/ids';
import { Batch, invalid, ItemErrorCode, notThere, Rejection } from '../../shared/items';
import { dateOf } from '../../shared/period';
import { byPosition } from '../nouns/saved.type';
import type { RequestContext } from '../request/context';
import {
  addDeliveries,
  deliveryOf,
  newDelivery,
  resendDeliveries as resend,
  type NewDelivery,
} from './delivery.store';
import type { SendPayload, WebhookDelivery, WebhookDeliveryReferenceInput } from './delivery.type';
import { Doorbell } from './doorbell';
import { positionNow } from './position';
import { giveUpWaiting } from './sending.store';
import { faultOfTarget } from './target';
import {
  deliveryReferenceCheck,
  webhookCheck,
  webhookReferenceCheck,
  type CheckedWebhook,
  type WebhookInput,
  type WebhookReferenceInput,
} from './webhook.input';
import {
  allWebhooks,
  lockWebhooks,
  removeWebhooks,
  saveWebhookNodes,
  type WebhookRow,
  type WebhookToSave,
} from './webhook.store';
import type { SaveWebhooksPayload, Webhook } from './webhook.type';

/** So many webhooks there are at most. */
const most = 20;
/** For how long messages are signed with the secret before, too, milliseconds. */
const formerFor = 86_400_000;

export function webhookOf(row: WebhookRow): Webhook {
  const { failingSince, disabledAt, formerUntil, createdAt, updatedAt, generation: _, ...same } = row;
  return {
    ...same,
    failingSince: dateOf(failingSince),
    disabledAt: dateOf(disabledAt),
    formerSecretUntil: dateOf(formerUntil),
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  };
}

/** A webhook as the items so far leave it. */
interface Draft {
  readonly name: string;
  readonly before: WebhookRow | undefined;
  readonly properties: WebhookToSave['properties'];
  readonly isGone: boolean;
}

/** What stands besides in a new one. */
type Beginning = Pick<WebhookRow, 'createdAt' | 'updatedAt'> & { readonly position: string };

/** Saves, changes and removes webhooks by name. New ones are told of what is committed from now on. */
export async function saveWebhooks(
  { database, now, rules, webhookSecrets, background }: RequestContext,
  items: readonly WebhookInput[],
): Promise<SaveWebhooksPayload> {
  const checked = Batch.check(items, webhookCheck).map(({ value }) => {
    const fault = value.url == null ? undefined : faultOfTarget(value.url, rules.webhookHosts);
    return fault === undefined ? value : invalid(`url: ${fault}`);
  });
  const beginning = { createdAt: now, updatedAt: now, position: await positionNow(database) };
  const saved = await database.idempotentTransaction(async (tx) => {
    await lockWebhooks(tx);
    const there = new Map((await allWebhooks(tx)).map((row) => [row.name, row]));
    const drafts = new Map<string, Draft>();
    let count = there.size;
    const batch = checked.map(({ value }) => {
      const former = drafts.get(value.name) ?? draftOf(value.name, there.get(value.name));
      const draft = draftAfter(value, former, beginning);
      if (draft instanceof Rejection) return draft;
      const isNew = draft.before === undefined && !drafts.has(value.name) && !draft.isGone;
      if (isNew && count >= most)
        return invalid(`name: there are ${String(most)} webhooks, and no more are taken: remove one first`);
      if (isNew) count += 1;
      drafts.set(value.name, draft);
      return value.name;
    });
    const all = [...drafts.values()];
    const removed = all.filter(({ isGone, before }) => isGone && before).map(({ name }) => name);
    await removeWebhooks(tx, removed.sort());
    await saveWebhookNodes(tx, all.filter(isOtherwise));
    const switchedOff = all.flatMap(({ before, properties }) =>
      before?.active === true && properties.active === false ? [before.id] : [],
    );
    await giveUpWaiting(tx, switchedOff.sort(), now);
    return { batch, all, rows: new Map((await allWebhooks(tx)).map((row) => [row.name, row])) };
  });
  background.keep(Doorbell).ring();
  const { batch, all, rows } = saved;
  const created = new Set(all.filter(({ before }) => !before).map(({ name }) => name));
  return {
    ...answered(batch, items.length, rows),
    secrets: byPosition(
      new Map(
        batch.good.flatMap(({ index, value }) => {
          const row = rows.get(value);
          return row && created.has(value) ? [[index, webhookSecrets.of(row.id, row.generation)]] : [];
        }),
      ),
      items.length,
    ),
  };
}

function draftOf(name: string, before: WebhookRow | undefined): Draft {
  return { name, before, properties: {}, isGone: false };
}

function isOtherwise({ before, properties, isGone }: Draft): boolean {
  if (isGone) return false;
  return (
    !before ||
    Object.entries(properties).some(
      ([name, value]) =>
        name !== 'updatedAt' &&
        JSON.stringify(value) !== JSON.stringify(before[name as keyof WebhookRow] ?? null),
    )
  );
}

/** A webhook after an item. */
function draftAfter(value: CheckedWebhook, former: Draft, beginning: Beginning): Draft | Rejection {
  const { name, before } = former;
  if (former.isGone)
    return invalid('name: an earlier item of this batch removes the webhook: save it anew in another batch');
  if (value.remove === true) return { ...former, isGone: true };
  const isNew = before === undefined && former.properties.id === undefined;
  if (isNew && value.url == null) return invalid('url: is required for a new webhook');
  if (isNew && value.events == null) return invalid('events: is required for a new webhook');
  const isOn = value.active ?? (isNew ? true : undefined);
  return {
    ...{ name, before, isGone: false },
    properties: {
      ...(isNew && { ...beginning, id: newKey(), generation: 1 }),
      ...former.properties,
      ...(value.url != null && { url: value.url }),
      ...(value.events != null && { events: value.events }),
      ...(isOn !== undefined && { active: isOn }),
      ...(isOn === true && { disabledAt: null, disabledBecause: null }),
      // One that is switched on again has as long as a new one until it is switched off by itself.
      ...(isOn === true && before?.active === false && { failingSince: null }),
      updatedAt: beginning.updatedAt,
    },
  };
}

function answered(
  { good, errors }: Batch<string>,
  length: number,
  rows: ReadonlyMap<string, WebhookRow>,
): Pick<SaveWebhooksPayload, 'webhooks' | 'errors'> {
  const found = good.flatMap(({ index, value }) => {
    const row = rows.get(value);
    return row ? [[index, webhookOf(row)] as const] : [];
  });
  return { webhooks: byPosition(new Map(found), length), errors };
}

/** Gives webhooks another secret; for a day messages are signed with the one before, too. */
export async function rotateSecrets(
  { database, now, webhookSecrets }: RequestContext,
  items: readonly WebhookReferenceInput[],
): Promise<SaveWebhooksPayload> {
  const checked = Batch.check(items, webhookReferenceCheck);
  const { batch, rows } = await database.transaction(async (tx) => {
    await lockWebhooks(tx);
    const there = new Map((await allWebhooks(tx)).map((row) => [row.name, row]));
    const found = checked.map(({ value }) => (there.has(value.name) ? value.name : notThere('webhook')));
    const rotated = [...new Set(found.good.map(({ value }) => value))].sort().map((name) => ({
      name,
      properties: {
        generation: (there.get(name)?.generation ?? 0) + 1,
        ...{ formerUntil: now + formerFor, updatedAt: now },
      },
    }));
    await saveWebhookNodes(tx, rotated);
    return { batch: found, rows: new Map((await allWebhooks(tx)).map((row) => [row.name, row])) };
  });
  const secretOf = (name: string): string => {
    const { id = '', generation = 0 } = rows.get(name) ?? {};
    return webhookSecrets.of(id, generation);
  };
  return {
    ...answered(batch, items.length, rows),
    secrets: byPosition(
      new Map(batch.good.map(({ index, value }) => [index, secretOf(value)])),
      items.length,
    ),
  };
}

/** Sends each of these webhooks a message that tells of nothing, also where it is switched off. */
export async function sendTestEvents(
  { database, now, background }: RequestContext,
  items: readonly WebhookReferenceInput[],
): Promise<SendPayload> {
  const checked = Batch.check(items, webhookReferenceCheck);
  const { batch, sent } = await database.idempotentTransaction(async (tx) => {
    await lockWebhooks(tx);
    const there = new Map((await allWebhooks(tx)).map(({ name, id }) => [name, id]));
    const found = checked.map(({ value }) => there.get(value.name) ?? notThere('webhook'));
    const made = new Map<string, NewDelivery>();
    for (const { value } of found.good)
      if (!made.has(value)) made.set(value, newDelivery(value, 'webhook.test', {}, now));
    const rows = made.size > 0 ? await addDeliveries(tx, [...made.values()]) : [];
    return { batch: found, sent: new Map([...made.keys()].map((id, place) => [id, rows[place]])) };
  });
  background.keep(Doorbell).ring();
  return sentPayload(batch, items.length, (id) => {
    const row = sent.get(id);
    return row && deliveryOf(row);
  });
}

/** Begins these deliveries again, whatever became of them. */
export async function resendDeliveries(
  { database, now, background }: RequestContext,
  items: readonly WebhookDeliveryReferenceInput[],
): Promise<SendPayload> {
  const checked = Batch.check(items, deliveryReferenceCheck);
  const ids = checked.good.map(({ value }) => value.id);
  const rows = await database.idempotentTransaction((tx) => resend(tx, ids, now));
  background.keep(Doorbell).ring();
  const found = new Map(rows.map((row) => [row.id, deliveryOf(row)]));
  const batch = checked.map(({ value }) =>
    found.has(value.id)
      ? value.id
      : new Rejection(
          ItemErrorCode.NOT_FOUND,
          'id: there is no such message, or it is no longer kept: take the id from the log of its webhook',
          ['id'],
        ),
  );
  return sentPayload(batch, items.length, (id) => found.get(id));
}

function sentPayload(
  { good, errors }: Batch<string>,
  length: number,
  shownOf: (named: string) => WebhookDelivery | undefined,
): SendPayload {
  const shown = new Map(good.map(({ index, value }) => [index, shownOf(value) ?? null]));
  return { deliveries: byPosition(shown, length), errors };
}
