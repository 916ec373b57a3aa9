import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from './kit/app';
import { named, openPlatform, type Platform } from './kit/xapi';

let app: TestApp;
let platform: Platform;
beforeAll(async () => {
  app = await startApp();
  platform = await openPlatform(app);
});
afterAll(() => app.close());

const newIri = (): string => `https://example.org/${randomUUID()}`;
const newMailbox = (): string => `mailto:${randomUUID()}@example.org`;
const agentOf = (mbox: string) => JSON.stringify({ mbox });

describe('statements are found by', () => {
  it('their actor or object, members of groups included, by each kind of identifier', async () => {
    const identifiers = [
      { mbox: newMailbox() },
      { mbox_sha1sum: 'ebd31e95054c018b10727ccffd2ef2ec3a016ee9' },
      { openid: newIri() },
      { account: { homePage: newIri(), name: 'ada' } },
    ];
    for (const one of identifiers) {
      const sent = [
        named({ actor: one }),
        named({ actor: { objectType: 'Group', member: [{ mbox: newMailbox() }, one] } }),
        named({ object: { objectType: 'Agent', name: 'Ada', ...one } }),
        named({ object: { objectType: 'Group', mbox: newMailbox(), member: [one] } }),
        named({ actor: { objectType: 'Group', ...one } }),
      ];
      const related = [
        named({ context: { instructor: one } }),
        named({ context: { team: { objectType: 'Group', member: [one] } } }),
        named({ object: { ...named({ actor: one }), id: undefined, objectType: 'SubStatement' } }),
        named({
          object: { ...named({ context: { instructor: one } }), id: undefined, objectType: 'SubStatement' },
        }),
      ];
      await platform.post(...sent, ...related);
      const agent = JSON.stringify({ objectType: 'Agent', name: 'Another name', ...one });
      const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id).reverse();
      expect(await platform.idsOf({ agent })).toEqual(ids(sent));
      expect(await platform.idsOf({ agent, related_agents: 'true' })).toEqual(ids([...sent, ...related]));
    }
  });

  it('who vouches for them, where related agents are asked for', async () => {
    const own = await openPlatform(app);
    const sent = named();
    await own.post(sent);
    const agent = JSON.stringify({ account: { homePage: 'https://lms.example.org', name: own.name } });
    expect(await own.idsOf({ agent })).toEqual([]);
    expect(await own.idsOf({ agent, related_agents: 'true' })).toEqual([sent.id]);
  });

  it('an address, whatever the capitals of its domain', async () => {
    const name = randomUUID();
    const sent = named({ actor: { mbox: `mailto:${name}@Example.ORG` } });
    await platform.post(sent);
    expect(await platform.idsOf({ agent: agentOf(`mailto:${name}@example.org`) })).toEqual([sent.id]);
  });

  it('their Activity, and by related ones of contexts and of statements within them', async () => {
    const id = newIri();
    const parent = { contextActivities: { parent: [{ id }] } };
    const [direct, ...related] = [
      named({ object: { id } }),
      named({ context: parent }),
      named({ context: { contextActivities: { category: { id } } } }),
      named({ object: { ...named({ object: { id } }), id: undefined, objectType: 'SubStatement' } }),
      named({ object: { ...named({ context: parent }), id: undefined, objectType: 'SubStatement' } }),
    ];
    await platform.post(direct, ...related);
    expect(await platform.idsOf({ activity: id })).toEqual([direct.id]);
    const all = [direct, ...related].map((one) => one.id).reverse();
    expect(await platform.idsOf({ activity: id, related_activities: 'true' })).toEqual(all);
  });

  it('their verb and their registration, and by several conditions at once', async () => {
    const [mbox, verb, activity, registration] = [newMailbox(), newIri(), newIri(), randomUUID()];
    // A registration is the same in small and in capital letters.
    const context = { registration: registration.toUpperCase() };
    const all = { actor: { mbox }, verb: { id: verb }, object: { id: activity }, context };
    const sent = [
      named(all),
      named({ ...all, actor: { mbox: newMailbox() } }),
      named({ ...all, verb: { id: newIri() } }),
      named({ ...all, object: { id: newIri() } }),
      named({ ...all, context: {} }),
    ];
    await platform.post(...sent);
    const agent = agentOf(mbox);
    const without = (...places: number[]) =>
      sent
        .filter((_, place) => !places.includes(place))
        .map(({ id }) => id)
        .reverse();
    expect(await platform.idsOf({ agent })).toEqual(without(1));
    expect(await platform.idsOf({ verb })).toEqual(without(2));
    expect(await platform.idsOf({ registration: registration.toUpperCase() })).toEqual(without(4));
    expect(await platform.idsOf({ agent, verb })).toEqual(without(1, 2));
    expect(await platform.idsOf({ activity, related_activities: 'true', agent })).toEqual(without(1, 3));
    expect(await platform.idsOf({ agent, verb, activity, registration, related_agents: 'true' })).toEqual([
      sent[0]!.id,
    ]);
  });

  it('what they point at, over several steps, whoever comes first', async () => {
    const activity = newIri();
    const first = named({ object: { id: activity } });
    const pointing = (id: string) => named({ object: { objectType: 'StatementRef', id } });
    const second = pointing(first.id);
    const third = pointing(second.id);
    const fourth = pointing(third.id);
    await platform.post(third);
    await platform.post(first);
    await platform.post(fourth, second);
    const { json } = await platform.ask({ query: { activity } });
    expect(json.statements.map(({ id }) => id).sort()).toEqual(
      [first, second, third, fourth].map(({ id }) => id).sort(),
    );
    // A reference in the context is none.
    await platform.post(named({ context: { statement: { objectType: 'StatementRef', id: first.id } } }));
    expect(await platform.idsOf({ activity })).toHaveLength(4);
  });
});

describe('a list', () => {
  let own: Platform;
  let ids: string[];
  let times: string[];
  beforeAll(async () => {
    own = await openPlatform(app);
    for (let batch = 0; batch < 5; batch++) await own.post(...Array.from({ length: 7 }, () => named()));
    const { json } = await own.ask({ query: { ascending: 'true' } });
    ids = json.statements.map(({ id }) => id!);
    times = json.statements.map(({ stored }) => String(stored));
  });

  it('begins with the latest, or with the earliest', async () => {
    expect(ids).toHaveLength(35);
    expect(await own.idsOf()).toEqual([...ids].reverse());
    expect(await own.idsOf({ ascending: 'false' })).toEqual([...ids].reverse());
  });

  it.each(['true', 'false'])(
    'comes page by page with every statement once (ascending: %s)',
    async (ascending) => {
      const expected = ascending === 'true' ? ids : [...ids].reverse();
      for (const limit of ['1', '7', '10', '34', '35', '0'])
        expect(await own.idsOf({ limit, ascending })).toEqual(expected);
      const { json } = await own.ask({ query: { limit: '10' } });
      expect([json.statements.length, json.more]).toEqual([
        10,
        expect.stringMatching(/^\/xapi\/statements\?more=/),
      ]);
    },
  );

  it('holds what was stored after one time, and until another', async () => {
    const [since, until] = [times[9]!, times[20]!];
    expect(await own.idsOf({ since, ascending: 'true' })).toEqual(ids.slice(10));
    expect(await own.idsOf({ until, ascending: 'true' })).toEqual(ids.slice(0, 21));
    expect(await own.idsOf({ since, until, limit: '3' })).toEqual(ids.slice(10, 21).reverse());
    expect(await own.idsOf({ since: '2999-01-01T00:00:00Z' })).toEqual([]);
  });

  it('is empty where nothing fits, and that is no error', async () => {
    const { status, json } = await own.ask({ query: { verb: newIri() } });
    expect([status, json]).toEqual([200, { statements: [], more: '' }]);
  });

  it('is refused where a parameter is given twice', async () => {
    const { status, json } = await platform.ask({ path: '/xapi/statements?limit=1&limit=2' });
    expect([status, json.error!.message]).toEqual([400, expect.stringContaining('"limit"')]);
  });

  it('goes on only for the platform that it was given to', async () => {
    const { json } = await own.ask({ query: { limit: '1' } });
    expect((await platform.ask({ path: json.more })).status).toBe(400);
    expect((await own.ask({ path: `${json.more}x` })).status).toBe(400);
  });

  it.each([
    [{ limit: '-1' }, 'limit'],
    [{ limit: '1.5' }, 'limit'],
    [{ since: 'yesterday' }, 'since'],
    [{ until: '2026-01-31' }, 'until'],
    [{ ascending: 'yes' }, 'ascending'],
    [{ related_agents: 'True' }, 'related_agents'],
    [{ attachments: '1' }, 'attachments'],
    [{ verb: 'completed' }, 'verb'],
    [{ activity: 'course' }, 'activity'],
    [{ registration: '1' }, 'registration'],
    [{ agent: 'ada' }, 'agent'],
    [{ agent: '{}' }, 'agent'],
    [{ agent: '{"mbox":"ada"}' }, 'agent'],
    [{ agent: '{"objectType":"Group","member":[{"mbox":"mailto:a@example.org"}]}' }, 'agent'],
    [{ format: 'Exact' }, 'format'],
    [{ statementid: randomUUID() }, 'statementid'],
    [{ Verb: newIri() }, 'Verb'],
    [{ page: '2' }, 'page'],
    [{ statementId: 'x' }, 'statementId'],
    [{ statementId: randomUUID(), voidedStatementId: randomUUID() }, 'statementId'],
    [{ statementId: randomUUID(), limit: '1' }, 'limit'],
    [{ voidedStatementId: randomUUID(), verb: newIri() }, 'verb'],
  ])('is refused for %j, and the parameter is named', async (query, name) => {
    const { status, json } = await platform.ask({ query: query });
    expect([status, json.error?.message]).toEqual([400, expect.stringContaining(name)]);
  });
});

describe('a platform', () => {
  it('sees only what it has sent itself, and its ids are its own', async () => {
    const other = await openPlatform(app);
    const sent = named();
    await platform.post(sent);
    expect(await other.idsOf()).toEqual([]);
    expect((await other.ask({ query: { statementId: sent.id } })).status).toBe(404);
    expect(await other.post({ ...sent, result: { success: true } })).toEqual([sent.id]);
    expect(await other.idsOf()).toEqual([sent.id]);
  });
});
