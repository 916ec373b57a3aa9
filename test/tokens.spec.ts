import { setTimeout as delay } from 'node:timers/promises';
import { graphql } from './generated/gql';
import { clientOf, type Answer, type Client } from './kit/client';
import { CommandInstallation, saidBy } from './kit/command';
import { buildGraph, type TestGraph } from './kit/graph';
import { until } from './kit/watching';

let installation: CommandInstallation;
let url: string;
let admin: Client;
let graph: TestGraph;
beforeAll(async () => {
  installation = await CommandInstallation.open();
  const server = installation.launch(['start']);
  ({ found: url } = await saidBy(server, /Skillwake serves (\S+)\n/));
  admin = await issued('--role', 'admin', '--name', 'the spec');
  graph = await buildGraph(admin, { people: 6 });
});
afterAll(() => installation.close());

async function issued(...words: string[]): Promise<Client> {
  const { code, stdout, stderr } = await installation.here(['token', ...words]);
  expect([code, stderr]).toEqual([0, '']);
  return clientOf(url, stdout.trim());
}

const reference = (of: TestGraph, person: number) => of.people[person]!.reference;

const asks = (client: Client) => client.ask('{ viewer { role personId } }');

function claimsOf({ token }: Client): {
  jti: string;
  iat: number;
  exp: number;
  role?: string;
  scope?: string;
} {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as ReturnType<typeof claimsOf>;
}

/** The refusal of a token, which comes within two seconds of its end. */
async function refusalOf(client: Client): Promise<Answer<unknown>> {
  const until = performance.now() + 2_000;
  for (;;) {
    const answered = await asks(client);
    if (answered.status !== 200 || performance.now() > until) return answered;
    await delay(50);
  }
}

async function expectEnd(client: Client, reason: RegExp): Promise<void> {
  expect(await refusalOf(client)).toMatchObject({
    status: 401,
    errors: [{ message: expect.stringMatching(reason), extensions: { code: 'UNAUTHENTICATED' } }],
  });
}

/** The lines of --list, cell by cell, by the id of the token. */
async function listed(): Promise<Map<string, string[]>> {
  const { stdout } = await installation.here(['token', '--list']);
  return new Map(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([id = '', ...cells]) => [id, cells]),
  );
}

describe('a token', () => {
  it('has a name and a length, and stands in the list', async () => {
    const client = await issued('--role', 'hr', '--name', 'nightly job', '--days', '90');
    const { jti, iat, exp } = claimsOf(client);
    expect(exp - iat).toBe(90 * 86_400);
    const on = (seconds: number) => new Date(seconds * 1_000).toISOString().slice(0, 10);
    expect((await listed()).get(jti)).toEqual(['hr', `issued ${on(iat)}`, `until ${on(exp)}`, 'nightly job']);
  });

  it.each([
    [['--role', 'hr', '--days', '0'], /--days takes a whole number/],
    [['--role', 'hr', '--days', 'soon'], /--days takes a whole number/],
    [['--role', 'hr', '--name', 'x'.repeat(201)], /--name takes at most 200/],
    [['--revoke', 'nothing'], /There is no token nothing: --list/],
  ])('is refused as %j', async (words, message) => {
    const { code, stderr } = await installation.here(['token', ...words]);
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
  });

  it('that is revoked ends at once; the others of its role go on', async () => {
    const [client, other] = [await issued('--role', 'hr'), await issued('--role', 'hr')];
    expect((await asks(client)).status).toBe(200);
    const { code } = await installation.here(['token', '--revoke', claimsOf(client).jti]);
    expect(code).toBe(0);
    await expectEnd(client, /was revoked/);
    expect((await asks(other)).status).toBe(200);
    expect((await listed()).get(claimsOf(client).jti)?.[2]).toMatch(/^revoked \d{4}-\d{2}-\d{2}$/);
  });
});

describe('a token with scopes', () => {
  it('says them, opens nothing else, and goes on under its id where it is renewed', async () => {
    const words = ['--role', 'hr', '--name', 'nightly copy', '--days', '7'];
    const account = await issued(...words, '--scope', 'exports:people', '--scope', 'exports:gaps');
    const { jti, exp } = claimsOf(account);
    expect((await listed()).get(jti)?.[0]).toBe('hr (exports:people exports:gaps)');
    expect(await asks(account)).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    const renewed = await issued('--renew', jti, '--days', '90');
    expect(claimsOf(renewed)).toMatchObject({ jti, role: 'hr', scope: 'exports:people exports:gaps' });
    expect(claimsOf(renewed).exp - exp).toBeGreaterThan(82 * 86_400);
    const end = new Date(claimsOf(renewed).exp * 1_000).toISOString().slice(0, 10);
    expect((await listed()).get(jti)?.[2]).toBe(`until ${end}`);
    const people = async ({ token }: Client) => {
      const headers = { authorization: `Bearer ${token}` };
      const answered = await fetch(new URL('/exports/people', url), { headers });
      await answered.text();
      return answered.status;
    };
    expect([await people(account), await people(renewed)]).toEqual([200, 200]);
    await installation.here(['token', '--revoke', jti]);
    for (const client of [account, renewed])
      // One that is under way breaks off.
      await until(async () => (await people(client).catch(() => 0)) === 401, 2_000);
    const again = await installation.here(['token', '--renew', jti]);
    expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/was not revoked/)]);
  });

  it.each([
    [['--role', 'hr', '--scope', 'everything'], /There is no scope "everything"/],
    [['--role', 'author', '--scope', 'exports:people'], /give --role hr/],
  ])('is refused as %j', async (words, message) => {
    const { code, stderr } = await installation.here(['token', ...words]);
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
  });
});

const TOKENS = graphql(`
  query Tokens($active: Boolean, $first: Int! = 200) {
    tokens(first: $first, filterBy: { active: $active }) {
      totalCount
      nodes {
        id
        name
        role
        issuedAt
        expiresAt
        revokedAt
        renewedAt
        scopes
        person {
          id
        }
      }
    }
  }
`);

const REVOKE_TOKENS = graphql(`
  mutation RevokeTokens($items: [TokenReferenceInput!]!) {
    revokeTokens(items: $items) {
      tokens {
        id
        revokedAt
      }
      errors {
        index
        code
      }
    }
  }
`);

const revoke = async (client: Client, ...ids: unknown[]) =>
  (await client.get(REVOKE_TOKENS, { items: ids.map((id) => ({ id })) })).revokeTokens;

describe('a token for capture', () => {
  it('is for one person and module, opens nothing here, and stands in no list', async () => {
    const SAVE = `mutation ($items: [ModuleInput!]!) { saveModules(items: $items) { modules { id } errors { message } } }`;
    const items = [{ source: graph.source, id: 'module', name: 'Module', pages: [{ title: 'First' }] }];
    const { data } = await admin.ask<{ saveModules: { modules: { id: string }[] } }, object>(SAVE, { items });
    const module = data!.saveModules.modules[0]!.id;
    const words = ['--capture', '--person', graph.people[5]!.id, '--module', module];
    const before = (await listed()).size;
    const client = await issued(...words, '--minutes', '5');
    const { iat, exp } = claimsOf(client);
    expect([exp - iat, (await listed()).size]).toEqual([300, before]);
    expect((await asks(client)).status).toBe(401);
    const body = JSON.stringify({ token: client.token, visits: [{ id: 'one', at: '2026-01-05T09:00:00Z' }] });
    const sent = await fetch(new URL('/capture', url), { method: 'POST', body });
    expect([sent.status, await sent.json()]).toMatchObject([200, { visits: { recorded: 1, errors: [] } }]);
  });

  it.each([
    [[], /--capture takes --person and --module/],
    [['--person', 'nobody', '--module', 'none'], /--person: must be/],
    [['--person', 'x', '--module', 'y', '--revision', '0'], /--revision takes a whole number/],
  ])('is refused as %j', async (words, message) => {
    const { code, stderr } = await installation.here(['token', '--capture', ...words]);
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
  });
});

describe('through the API', () => {
  let own: Client[];
  let others: Client;
  beforeAll(async () => {
    const { id } = graph.people[4]!;
    own = [
      await issued('--role', 'person', '--person', id, '--name', 'phone', '--days', '7'),
      await issued('--role', 'author', '--person', id, '--name', 'authoring'),
    ];
    others = await issued('--role', 'hr', '--person', graph.people[5]!.id);
  });
  const idOf = (client: Client) => claimsOf(client).jti;

  it('a person sees their own tokens in every role, the latest first, and an admin sees all', async () => {
    const [phone, authoring] = own as [Client, Client];
    const { iat, exp } = claimsOf(phone);
    for (const client of own) {
      const { tokens } = await client.get(TOKENS);
      expect(tokens.totalCount).toBe(2);
      expect(tokens.nodes.map((token) => token.id)).toEqual([idOf(authoring), idOf(phone)]);
      expect(tokens.nodes[1]).toMatchObject({
        ...{ name: 'phone', role: 'PERSON', revokedAt: null, person: { id: graph.people[4]!.id } },
        expiresAt: new Date(Date.parse(tokens.nodes[1]!.issuedAt) + (exp - iat) * 1_000).toISOString(),
      });
    }
    const all = (await admin.get(TOKENS)).tokens.nodes;
    expect(all.map((token) => token.id)).toEqual(
      expect.arrayContaining([...own, others, admin].map((client) => idOf(client))),
    );
    expect(all.find((token) => token.id === idOf(admin))).toMatchObject({ name: 'the spec', person: null });
    expect((await (await issued('--role', 'hr')).get(TOKENS)).tokens).toEqual({ totalCount: 0, nodes: [] });
  });

  it('a person revokes their own, which end with the answer, and nobody else’s', async () => {
    const [phone, authoring] = own as [Client, Client];
    const { tokens, errors } = await revoke(authoring, idOf(phone), idOf(others), 'nothing', 7, idOf(phone));
    expect((await asks(phone)).status).toBe(401);
    const [first] = tokens;
    expect(tokens).toEqual([{ id: idOf(phone), revokedAt: expect.any(String) }, null, null, null, first]);
    expect(errors).toEqual([
      { index: 1, code: 'NOT_FOUND' },
      { index: 2, code: 'NOT_FOUND' },
      { index: 3, code: 'INVALID' },
    ]);
    for (const client of [authoring, others]) expect((await asks(client)).status).toBe(200);
    const listed = async (active: boolean) =>
      (await authoring.get(TOKENS, { active })).tokens.nodes.map((token) => token.id);
    expect([await listed(true), await listed(false)]).toEqual([[idOf(authoring)], [idOf(phone)]]);
  });

  it('an admin revokes any, and a token revoked again stays revoked as it was', async () => {
    const { tokens } = await revoke(admin, idOf(others));
    await delay(5);
    expect(await revoke(admin, idOf(others))).toEqual({ tokens, errors: [] });
    await expectEnd(others, /was revoked/);
  });
});

describe('the tokens of somebody who', () => {
  const tokensOf = async (person: number) => {
    const { id } = graph.people[person]!;
    return [await issued('--role', 'person', '--person', id), await issued('--role', 'hr', '--person', id)];
  };

  const mutation = (name: string, type: string) =>
    `mutation ($items: [${type}!]!) { result: ${name}(items: $items) { errors { message } } }`;

  it.each<[what: string, person: number, operation: string, item: () => object, reason: RegExp]>([
    [
      'left',
      0,
      mutation('savePeople', 'PersonInput'),
      () => ({ ...reference(graph, 0), activeUntil: '2020-01-01T00:00:00Z' }),
      /has left/,
    ],
    [
      'was merged into another',
      1,
      mutation('mergePeople', 'PersonMergeInput'),
      () => ({ keep: reference(graph, 3), merge: reference(graph, 1) }),
      /was merged into another/,
    ],
    ['was deleted', 2, mutation('deletePeople', 'ReferenceInput'), () => reference(graph, 2), /was deleted/],
  ])('%s end at once', async (_, person, operation, item, reason) => {
    const clients = await tokensOf(person);
    for (const client of clients) expect((await asks(client)).status).toBe(200);
    expect(await admin.ask(operation, { items: [item()] })).toMatchObject({
      data: { result: { errors: [] } },
    });
    for (const client of clients) await expectEnd(client, reason);
  });
});
