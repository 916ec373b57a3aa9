import { hostname } from 'node:os';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { SAVE_WEBHOOKS, SEND_TEST_EVENTS, WEBHOOKS } from './kit/webhook-operations';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
beforeAll(async () => {
  own = await openEmptiedDatabase();
  app = await startApp({}, own.address);
  admin = await app.as('admin');
});
afterAll(async () => {
  await app.close();
  await own.close();
});

const save = async (...items: object[]) => (await admin.get(SAVE_WEBHOOKS, { items })).saveWebhooks;
const remove = (...names: string[]) => save(...names.map((name) => ({ name, remove: true })));

describe('what is saved', () => {
  const url = 'https://hr.example.org/skillwake';
  it.each<[given: object, code: string, field: string]>([
    [{}, 'INVALID', 'url'],
    [{ url }, 'INVALID', 'events'],
    [{ url, events: [] }, 'INVALID', 'events'],
    [{ url, events: ['everything'] }, 'INVALID', 'events.0'],
    [{ url: 'http://hr.example.org/', events: ['gap.opened'] }, 'INVALID', 'url'],
    [{ url: 'https://ada:word@hr.example.org/', events: ['gap.opened'] }, 'INVALID', 'url'],
    [{ url: 'https://169.254.169.254/latest/meta-data', events: ['gap.opened'] }, 'INVALID', 'url'],
    [{ url: 'https://localhost/', events: ['gap.opened'] }, 'INVALID', 'url'],
    [{ url: 'https://[::ffff:10.0.0.1]/', events: ['gap.opened'] }, 'INVALID', 'url'],
  ])('is refused by the field at fault, %#', async (given, code, field) => {
    expect((await save({ name: 'refused', ...given })).errors).toMatchObject([{ code, fields: [field] }]);
  });

  it('is not sent where the name leads into a network of its own', async () => {
    await save({ name: 'inside', url: `https://${hostname()}/`, events: ['people.changed'] });
    await admin.get(SEND_TEST_EVENTS, { items: [{ name: 'inside' }] });
    const attempted = async () =>
      (await admin.get(WEBHOOKS, {})).webhooks[0]!.deliveries.nodes.find(({ attempts }) => attempts > 0);
    let found = await attempted();
    for (; !found; found = await attempted()) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(found).toMatchObject({ lastStatus: null, lastFault: 'its name leads into a network of its own' });
    await remove('inside');
  });

  it('shows a secret once, changes what is given, and is the same when it is sent again', async () => {
    const item = { name: 'kept', url, events: ['people.changed', 'gap.opened'], active: false };
    const first = await save(item);
    expect(first).toMatchObject({ webhooks: [item], errors: [] });
    expect(first.secrets[0]).toMatch(/^whsec_[\w+/]{43}=$/);
    const again = await save(item, { name: 'kept' });
    expect(again).toMatchObject({ webhooks: [first.webhooks[0], first.webhooks[0]], secrets: [null, null] });
    const changed = await save({ name: 'kept', events: ['gap.closed'] });
    expect(changed.webhooks).toMatchObject([{ url, events: ['gap.closed'], active: false }]);
    expect(await remove('kept')).toEqual({ webhooks: [null], secrets: [null], errors: [] });
    const anew = await save(item);
    expect(anew.secrets[0]).not.toBe(first.secrets[0]);
    await remove('kept');
  });

  it('is no more than 20', async () => {
    const items = Array.from({ length: 21 }, (_, place) => ({
      ...{ name: `many ${String(place)}`, url, events: ['gap.closed'], active: false },
    }));
    const { errors } = await save(...items);
    expect(errors).toMatchObject([{ index: 20, code: 'INVALID', fields: ['name'] }]);
    app.forget();
    await admin.get(WEBHOOKS, {});
    expect([...app.statements].sort()).toEqual([
      'webhooks.all',
      'webhooks.deliveries',
      'webhooks.deliveries.count',
    ]);
    await remove(...items.map(({ name }) => name));
  });
});

describe('whoever asks', () => {
  it('as hr reads what becomes of messages, not where to nor their bodies, and changes nothing', async () => {
    const hr = await app.as('hr');
    expect(await hr.get(WEBHOOKS, {})).toEqual({ webhooks: [] });
    const codeOf = async (client: Client, text: string) =>
      (await client.ask(text)).errors![0]!.extensions.code;
    expect(await codeOf(hr, '{ webhooks { url } }')).toBe('FORBIDDEN');
    expect(await codeOf(hr, '{ webhooks { deliveries { nodes { body } } } }')).toBe('FORBIDDEN');
    expect(await codeOf(hr, 'mutation { saveWebhooks(items: []) { secrets } }')).toBe('FORBIDDEN');
    expect(await codeOf(await app.as('author'), '{ webhooks { name } }')).toBe('FORBIDDEN');
  });
});
