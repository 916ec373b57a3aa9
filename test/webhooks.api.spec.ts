import { statement } from '../src/graph/driver/statement';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { askFor } from './kit/nouns';
import { SAVE_PEOPLE } from './kit/operations';
import { dataOf, isProven, Receiver, status, typeOf, type Received } from './kit/receiver';
import {
  RESEND_DELIVERIES,
  ROTATE_WEBHOOK_SECRETS,
  SAVE_WEBHOOKS,
  SEND_TEST_EVENTS,
  WEBHOOKS,
} from './kit/webhook-operations';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

const settings = {
  SKILLWAKE_SECRET: 'one secret for all processes of it',
  SKILLWAKE_WEBHOOK_HOSTS: '127.0.0.1',
  SKILLWAKE_WEBHOOK_RETRY_SECONDS: '0.01,0.01,3600',
};

let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
const receivers: Receiver[] = [];
beforeAll(async () => {
  own = await openEmptiedDatabase();
  app = await startApp(settings, own.address);
  admin = await app.as('admin');
});
afterAll(async () => {
  await app.close();
  for (const receiver of receivers) await receiver.close();
  await own.close();
});

async function open(...usually: Parameters<typeof Receiver.open>): Promise<Receiver> {
  const receiver = await Receiver.open(...usually);
  receivers.push(receiver);
  return receiver;
}

const save = async (...items: object[]) => (await admin.get(SAVE_WEBHOOKS, { items })).saveWebhooks;

/** A webhook to a receiver of its own; gives its secret. */
async function hooked(name: string, receiver: Receiver, given: object = {}): Promise<string> {
  const { secrets, errors } = await save({
    ...{ name, url: receiver.url, events: ['people.changed'] },
    ...given,
  });
  expect(errors).toEqual([]);
  return secrets[0]!;
}

const remove = (...names: string[]) => save(...names.map((name) => ({ name, remove: true })));

const source = 'webhooks';
async function savePeople(client: Client, ...ids: string[]): Promise<string[]> {
  const items = ids.map((id) => ({ source, id, name: id }));
  const { savePeople: saved } = await client.get(SAVE_PEOPLE, { items });
  return saved.people.map((person) => person!.id);
}

const logOf = async (name: string) => {
  const { webhooks } = await admin.get(WEBHOOKS, {});
  const found = webhooks.find((webhook) => webhook.name === name)!;
  return { ...found, log: found.deliveries.nodes };
};

/** Waits until a webhook is as expected; the log is written after the receiver has answered. */
async function until(name: string, expected: (found: Awaited<ReturnType<typeof logOf>>) => boolean) {
  for (;;) {
    const found = await logOf(name);
    if (expected(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

interface People {
  people: { id: string; change: string; mergedInto?: string }[] | null;
  count: number;
}
const peopleIn = (received: readonly Received[]) =>
  received
    .filter(({ body }) => typeOf(body) === 'people.changed')
    .flatMap((one) => (dataOf(one) as People).people!);

describe('a webhook', () => {
  it('is told who is new, otherwise or gone, by ids alone, and proves it by its secret', async () => {
    const receiver = await open();
    const secret = await hooked('hr', receiver);
    const [ada, bob, cleo] = await savePeople(admin, 'ada', 'bob', 'cleo');
    const [first] = await receiver.messages('people.changed', 1);
    expect(dataOf(first!)).toEqual({
      people: expect.arrayContaining([ada, bob, cleo].map((id) => ({ id, change: 'changed' }))) as unknown,
      count: 3,
    });
    expect(first!.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': expect.stringMatching(/^Skillwake\//) as unknown,
    });
    expect(isProven(first!, secret)).toBe(true);
    expect(isProven({ ...first!, body: first!.body.replace('changed', 'deleted') }, secret)).toBe(false);
    expect(isProven(first!, `${secret.slice(0, -4)}AAA=`)).toBe(false);
    await askFor(
      admin,
      `mutation ($merge: [PersonMergeInput!]!, $left: [PersonInput!]!) {
        mergePeople(items: $merge) { errors { message } } savePeople(items: $left) { errors { message } } }`,
      {
        merge: [{ keep: { source, id: 'ada' }, merge: { source, id: 'bob' } }],
        left: [{ source, id: 'cleo', activeUntil: '2020-01-01T00:00:00Z' }],
      },
    );
    await receiver.messages('people.changed', 2);
    await until('hr', ({ log }) => log.every(({ state }) => state === 'DELIVERED'));
    const told = new Map(peopleIn(receiver.received.slice(1)).map((person) => [person.id, person]));
    expect(told.get(bob!)).toEqual({ id: bob, change: 'merged', mergedInto: ada });
    expect(told.get(cleo!)).toEqual({ id: cleo, change: 'left' });
    expect(told.get(ada!)).toEqual({ id: ada, change: 'changed' });
    await remove('hr');
  });

  it('is tried again with the same id and body, and another signature, until it is taken', async () => {
    const receiver = await open();
    const secret = await hooked('again', receiver);
    receiver.answer(status(500), status(503, { 'retry-after': '1' }));
    await savePeople(admin, 'dora');
    const sent = await receiver.messages('people.changed', 3);
    expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
    expect(sent.map((one) => isProven(one, secret))).toEqual([true, true, true]);
    expect(sent[2]!.at - sent[1]!.at).toBeGreaterThan(990);
    const { log } = await until(
      'again',
      (found) => found.log[0]!.state === 'DELIVERED' && found.failingSince === null,
    );
    expect(log).toMatchObject([
      { id: sent[0]!.headers['webhook-id'], event: 'people.changed', attempts: 3, nextAt: null },
    ]);
    expect(log[0]).toMatchObject({ lastStatus: 204, lastFault: null });
    await remove('again');
  });

  it('that cannot be reached, or leads elsewhere, has it in its log, and never what was answered', async () => {
    const [moved, elsewhere] = [await open(), await open()];
    moved.answer(...[1, 2, 3, 4].map(() => status(302, { location: elsewhere.url })));
    await hooked('moved', moved);
    const closed = await Receiver.open();
    await hooked('closed', closed);
    await closed.close();
    await admin.get(SEND_TEST_EVENTS, { items: [{ name: 'moved' }, { name: 'closed' }] });
    const waits = (found: Awaited<ReturnType<typeof logOf>>) => found.log[0]!.attempts === 3;
    const found = await until('moved', waits);
    expect(found.log[0]).toMatchObject({ state: 'WAITING', lastStatus: 302, endedAt: null });
    expect(found.log[0]!.lastFault).toBe('answered with status 302');
    expect(Date.parse(found.log[0]!.nextAt!)).toBeGreaterThan(Date.now() + 3_500_000);
    expect(found.failingSince).not.toBeNull();
    expect(elsewhere.received).toEqual([]);
    const { log } = await until('closed', waits);
    expect(log[0]).toMatchObject({ lastStatus: null, lastFault: 'could not be reached (ECONNREFUSED)' });
    expect(JSON.stringify([found, log])).not.toContain('what the receiver says');
    await remove('moved', 'closed');
  });

  it('is signed with both secrets while one is rotated', async () => {
    const receiver = await open();
    const first = await hooked('rotated', receiver);
    const items = [{ name: 'rotated' }, { name: 'nothing' }];
    const { rotateWebhookSecrets } = await admin.get(ROTATE_WEBHOOK_SECRETS, { items });
    expect(rotateWebhookSecrets.errors).toEqual([{ index: 1, code: 'NOT_FOUND' }]);
    const [second] = rotateWebhookSecrets.secrets;
    const day = Date.parse(rotateWebhookSecrets.webhooks[0]!.formerSecretUntil!) - Date.now();
    expect(day).toBeGreaterThan(86_000_000);
    await admin.get(SEND_TEST_EVENTS, { items: [{ name: 'rotated' }] });
    const [sent] = await receiver.messages('webhook.test', 1);
    expect([first, second!].map((secret) => isProven(sent!, secret))).toEqual([true, true]);
    await own.database.transaction((tx) => tx.query(END_FORMER));
    await admin.get(SEND_TEST_EVENTS, { items: [{ name: 'rotated' }] });
    const [, later] = await receiver.messages('webhook.test', 2);
    expect([first, second!].map((secret) => isProven(later!, secret))).toEqual([false, true]);
    await remove('rotated');
  });

  it('is switched off by 410, gives up what waits, and is told what it missed when it is on again', async () => {
    const receiver = await open();
    await hooked('gone', receiver);
    receiver.answer(status(410));
    await savePeople(admin, 'emil');
    const off = await until('gone', ({ active }) => !active);
    expect(off.disabledBecause).toMatch(/410 Gone/);
    expect(off.log).toMatchObject([{ state: 'FAILED', attempts: 1, lastStatus: 410 }]);
    const [finn] = await savePeople(admin, 'finn');
    const { webhooks } = await save({ name: 'gone', active: true });
    expect(webhooks).toMatchObject([{ active: true, disabledAt: null, disabledBecause: null }]);
    const sent = await receiver.messages('people.changed', 2);
    expect(peopleIn(sent.slice(1)).map(({ id }) => id)).toEqual([finn]);
    await remove('gone');
  });

  it('is switched off after days without an answer that it took', async () => {
    const receiver = await open(status(404));
    await hooked('dead', receiver);
    await admin.get(SEND_TEST_EVENTS, { items: [{ name: 'dead' }] });
    await until('dead', ({ log }) => log[0]!.attempts === 3);
    await own.database.transaction((tx) => tx.query(LONG_AGO));
    await admin.get(SEND_TEST_EVENTS, { items: [{ name: 'dead' }] });
    const { disabledBecause, log } = await until('dead', ({ active }) => !active);
    expect(disabledBecause).toMatch(
      /^The receiver has taken nothing since 20\d\d-.*switch the webhook on again/,
    );
    expect(log.map(({ state }) => state)).toEqual(['FAILED', 'FAILED']);
    await remove('dead');
  });

  it('hears that changes were missed where the feed cannot say them any more', async () => {
    const receiver = await open();
    await hooked('late', receiver);
    await own.database.transaction((tx) => tx.query(ANOTHER_EPOCH));
    const [missed] = await receiver.messages('changes.missed', 1);
    expect(dataOf(missed!)).toEqual({});
    const [gina] = await savePeople(admin, 'gina');
    const sent = await receiver.messages('people.changed', 1);
    expect(peopleIn(sent).map(({ id }) => id)).toEqual([gina]);
    await remove('late');
  });

  it('is sent a message from the log again', async () => {
    const receiver = await open();
    await hooked('resent', receiver);
    const { sendTestEvents } = await admin.get(SEND_TEST_EVENTS, { items: [{ name: 'resent' }] });
    const { id } = sendTestEvents.deliveries[0]!;
    await until('resent', ({ log }) => log[0]!.state === 'DELIVERED');
    const { resendDeliveries } = await admin.get(RESEND_DELIVERIES, { items: [{ id }, { id: 'nothing' }] });
    expect(resendDeliveries).toEqual({
      deliveries: [{ id, state: 'WAITING' }, null],
      errors: [{ index: 1, code: 'NOT_FOUND' }],
    });
    const sent = await receiver.messages('webhook.test', 2);
    expect(sent.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
    expect(await until('resent', ({ log }) => log[0]!.attempts === 2)).toMatchObject({ log: [{}] });
    await remove('resent');
  });
});

const END_FORMER = statement(
  'spec.endFormer',
  `MATCH (webhook:Webhook) SET webhook.formerUntil = timestamp() - 1`,
  'a spec',
);
const LONG_AGO = statement(
  'spec.failingForLong',
  `MATCH (webhook:Webhook) SET webhook.failingSince = timestamp() - 6 * 86400000`,
  'a spec',
);
const ANOTHER_EPOCH = statement(
  'spec.anotherEpoch',
  `MERGE (feed:Feed {one: 1}) SET feed.epoch = 'another'`,
  'a spec',
);

describe('several processes and receivers', () => {
  it('are each told everything once, by whichever process there is', async () => {
    const other = await startApp(settings, own.address);
    const [one, two] = [await open(), await open()];
    await hooked('one', one);
    await hooked('two', two);
    const clients = [admin, await other.as('admin')];
    const ids: string[] = [];
    for (let round = 0; round < 8; round++)
      ids.push(...(await savePeople(clients[round % 2]!, `r${String(round)}a`, `r${String(round)}b`)));
    // A message whose answer was on its way when a server stopped is sent again under its id.
    const told = ({ received }: Receiver) => {
      const once = new Map(received.map((one) => [one.headers['webhook-id'], one]));
      return Array.from(peopleIn([...once.values()]), ({ id }) => id).sort();
    };
    const allTold = async () => {
      for (const receiver of [one, two])
        while (told(receiver).length < ids.length) await new Promise((resolve) => setTimeout(resolve, 50));
    };
    await allTold();
    await other.close();
    // Whoever had the right to send has left it, or never had it: what comes next is sent all the same.
    ids.push(...(await savePeople(admin, 'last')));
    await allTold();
    expect([told(one), told(two)]).toEqual([[...ids].sort(), [...ids].sort()]);
    await remove('one', 'two');
  });

  it('do not wait for one that does not answer', async () => {
    const [slow, quick] = [await open(() => undefined), await open()];
    await hooked('slow', slow);
    await hooked('quick', quick);
    await admin.get(SEND_TEST_EVENTS, { items: [{ name: 'slow' }] });
    await slow.messages('webhook.test', 1);
    await savePeople(admin, 'hugo');
    await quick.messages('people.changed', 1);
    expect(await logOf('slow')).toMatchObject({ log: [{ attempts: 0 }, { attempts: 0 }] });
    await remove('slow', 'quick');
  });
});
