import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from './kit/app';
import { named, openPlatform, statement, type Platform } from './kit/xapi';

let app: TestApp;
let platform: Platform;
beforeAll(async () => {
  app = await startApp();
  platform = await openPlatform(app);
});
afterAll(() => app.close());

const timestamp = '2026-01-31T09:00:00.000Z';

describe('a statement that is sent', () => {
  it('is given back as it came, with what the store adds', async () => {
    const sent = named({
      timestamp: '2026-01-31T10:00:00+01:00',
      result: {
        score: { raw: 0.30000000000000004, max: 1 },
        extensions: { 'https://example.org/x': { a: null } },
      },
    });
    expect(await platform.post(sent)).toEqual([sent.id]);
    const { status, headers, json } = await platform.ask({ query: { statementId: sent.id } });
    const { stored, authority, version, ...rest } = json as unknown as Record<string, unknown>;
    expect([status, rest, version]).toEqual([200, sent, '1.0.0']);
    expect(authority).toEqual({
      objectType: 'Agent',
      name: platform.name,
      account: { homePage: 'https://lms.example.org', name: platform.name },
    });
    expect(headers.get('last-modified')).toBe(new Date(String(stored)).toUTCString());
    const through = headers.get('x-experience-api-consistent-through');
    expect(String(through) > String(stored)).toBe(true);
  });

  it('keeps every digit of its numbers, and its texts as they are written', async () => {
    const id = randomUUID();
    const body = JSON.stringify({ ...statement({ timestamp }), id }).replace(
      '"verb"',
      '"result" : {"extensions":{"https://example.org/x":[1.00000000000000000001, 12345678901234567890, "\\u00e9\\ud800"]}},"verb"',
    );
    await platform.ask({ method: 'POST', body });
    const { text } = await platform.ask({ query: { statementId: id } });
    expect(text).toContain('[1.00000000000000000001, 12345678901234567890, "\\u00e9\\ud800"]');
  });

  it('is given lists for all Activities of its contexts, also of one within it', async () => {
    const single = { contextActivities: { parent: { id: 'https://lms.example.org/courses' } } };
    const sent = named({
      context: single,
      object: { ...statement(), objectType: 'SubStatement', context: single },
    });
    await platform.post(sent);
    const { json } = await platform.ask({ query: { statementId: sent.id } });
    const listed = { contextActivities: { parent: [{ id: 'https://lms.example.org/courses' }] } };
    expect(json).toMatchObject({ context: listed, object: { context: listed } });
  });

  it('without an id is given one, the same where it is sent again, and each of a batch its own', async () => {
    const one = statement({ timestamp, object: { id: `https://example.org/${randomUUID()}` } });
    const ids = await platform.post(one, one);
    expect(new Set(ids).size).toBe(2);
    expect(await platform.post(one, one)).toEqual(ids);
    const { text } = await platform.ask({ method: 'POST', body: JSON.stringify(one, null, 2) });
    expect(JSON.parse(text)).toEqual([ids[0]]);
  });

  it('without a time is given that at which it is stored', async () => {
    const [id] = await platform.post(statement({ object: { id: `https://example.org/${randomUUID()}` } }));
    const { json } = await platform.ask({ query: { statementId: id! } });
    const { stored, timestamp: at } = json as unknown as Record<string, unknown>;
    expect(at).toBe(stored);
  });

  it('keeps its version, and has what it says of the store and of its authority replaced', async () => {
    const sent = named({
      version: '1.0.2',
      stored: timestamp,
      authority: { mbox: 'mailto:somebody@example.org' },
    });
    await platform.post(sent);
    const { json } = await platform.ask({ query: { statementId: sent.id } });
    expect(json).toMatchObject({ version: '1.0.2', authority: { name: platform.name } });
    expect(json).not.toMatchObject({ stored: timestamp });
  });

  it('is stored after all before it, those of a batch in their order', async () => {
    const sent = Array.from({ length: 50 }, () => named());
    await platform.post(...sent.slice(0, 40));
    await platform.post(...sent.slice(40));
    const { json } = await platform.ask({ query: { ascending: 'true', limit: '500' } });
    const times = json.statements.map(({ stored }) => String(stored));
    expect([...new Set(times)].sort()).toEqual(times);
    const own = json.statements.map(({ id }) => id).filter((id) => sent.some((one) => one.id === id));
    expect(own).toEqual(sent.map(({ id }) => id));
  });
});

describe('what is sent again', () => {
  it('changes nothing where it is the same, however it is written', async () => {
    const members = [{ mbox: 'mailto:a@example.org' }, { mbox: 'mailto:b@example.org' }];
    const sent = named({ timestamp, actor: { objectType: 'Group', member: members } });
    await platform.post(sent);
    const before = (await platform.ask({ query: { statementId: sent.id } })).text;
    const again = {
      verb: { ...(sent['verb'] as object), display: { en: 'completed' } },
      ...sent,
      id: sent.id.toUpperCase(),
      timestamp: '2026-01-31T10:00:00+01:00',
      actor: { objectType: 'Group', member: [{ mbox: 'mailto:b@EXAMPLE.org' }, members[0]] },
      version: '1.0.1',
    };
    const { status } = await platform.ask({ method: 'POST', body: again });
    expect(status).toBe(200);
    const put = { method: 'PUT', query: { statementId: sent.id }, body: sent };
    expect((await platform.ask(put)).status).toBe(204);
    // What was given back is the same, too.
    expect((await platform.ask({ method: 'POST', body: before })).status).toBe(200);
    expect((await platform.ask({ query: { statementId: sent.id } })).text).toBe(before);
  });

  it('is in conflict where it says something else, and costs the batch, which is told where', async () => {
    const sent = named({ timestamp });
    await platform.post(sent);
    const other = { ...sent, result: { success: true } };
    const fine = named();
    const { status, json } = await platform.ask({ method: 'POST', body: [fine, other] });
    expect([status, json.error]).toMatchObject([
      409,
      { code: 'CONFLICT', index: 1, pointer: '/id', id: sent.id, requestId: expect.any(String) },
    ]);
    expect((await platform.ask({ query: { statementId: fine.id } })).status).toBe(404);
    const put = { method: 'PUT', query: { statementId: sent.id }, body: other };
    expect((await platform.ask(put)).status).toBe(409);
    expect(
      await platform.ask({
        method: 'PUT',
        query: { statementId: sent.id },
        body: { ...sent, timestamp: '2026-01-31T09:00:01Z' },
      }),
    ).toMatchObject({ status: 409 });
  });
});

describe('a batch', () => {
  it('is refused as a whole where one of it is not valid, with its index and a pointer to the fault', async () => {
    const fine = named();
    const poison = named({ actor: { mbox: 'ada@example.org' } });
    const { status, headers, json } = await platform.ask({ method: 'POST', body: [fine, poison] });
    expect(status).toBe(400);
    expect(json.error).toMatchObject({
      code: 'BAD_REQUEST',
      index: 1,
      pointer: '/actor/mbox',
      message: expect.stringMatching(/Statement 1 of the batch .*\/actor\/mbox must be mailto:/),
      requestId: headers.get('x-request-id'),
    });
    expect((await platform.ask({ query: { statementId: fine.id } })).status).toBe(404);
  });

  it('is refused where two have one id, and taken where it is empty', async () => {
    const sent = named();
    for (const id of [sent.id, sent.id.toUpperCase()]) {
      const { status, json } = await platform.ask({ method: 'POST', body: [sent, { ...sent, id }] });
      expect([status, json.error]).toMatchObject([400, { index: 1, pointer: '/id' }]);
    }
    expect((await platform.ask({ method: 'POST', body: [] })).text).toBe('[]');
  });

  it('is refused where a statement uses a property twice', async () => {
    const body = JSON.stringify(statement()).replace('{', '{"actor":{"mbox":"mailto:b@example.org"},');
    const { status, json } = await platform.ask({ method: 'POST', body });
    expect([status, json.error]).toMatchObject([400, { pointer: '/actor' }]);
  });
});

describe('a statement that voids another', () => {
  const voiding = (id: string) =>
    named({
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id },
    });

  it.each(['after', 'before', 'with'])(
    'hides it where it comes %s it, and can itself not be voided',
    async (when) => {
      const sent = named({ object: { id: `https://example.org/${randomUUID()}` } });
      const taking = voiding(sent.id);
      const again = voiding(taking.id);
      if (when === 'after') await platform.post(sent);
      if (when === 'with') await platform.post(taking, sent);
      else await platform.post(taking);
      if (when === 'before') await platform.post(sent);
      await platform.post(again);
      expect((await platform.ask({ query: { statementId: sent.id } })).status).toBe(404);
      expect(await platform.ask({ query: { voidedStatementId: sent.id } })).toMatchObject({
        status: 200,
        json: { id: sent.id },
      });
      expect((await platform.ask({ query: { statementId: taking.id } })).status).toBe(200);
      expect((await platform.ask({ query: { voidedStatementId: taking.id } })).status).toBe(404);
      // Who asks for the Activity is given what is said of the statement about it.
      const { id: activity } = sent['object'] as { id: string };
      expect(await platform.idsOf({ activity })).toEqual([again.id, taking.id]);
    },
  );
});

describe('32 writers whose statements share one Activity and one person', () => {
  it('all get their statements in, and none meets an error', async () => {
    const shared = (of: object) =>
      named({
        object: {
          id: 'https://lms.example.org/courses/shared',
          definition: { name: { en: 'Shared' }, ...of },
        },
        actor: { account: { homePage: 'https://lms.example.org', name: 'one' } },
      });
    const writers = Array.from({ length: 32 }, (_, writer) =>
      Array.from({ length: 20 }, () => shared({ description: { en: `As writer ${writer % 4} says` } })),
    );
    const answers = await Promise.all(writers.map((batch) => platform.ask({ method: 'POST', body: batch })));
    expect(answers.map(({ status }) => status)).toEqual(Array(32).fill(200));
    const ids = await platform.idsOf({ activity: 'https://lms.example.org/courses/shared', limit: '100' });
    expect([...ids].sort()).toEqual(
      writers
        .flat()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('and all send the same are all told that it is there', async () => {
    const batch = Array.from({ length: 20 }, () => named());
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, writer) =>
        platform.ask({ method: 'POST', body: writer % 2 === 0 ? batch : [...batch].reverse() }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(32).fill(200));
  });
});
