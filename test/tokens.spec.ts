import { setTimeout as delay } from 'node:timers/promises';
import { clientOf, type Answer, type Client } from './kit/client';
import { CommandInstallation, saidBy } from './kit/command';
import { buildGraph, type TestGraph } from './kit/graph';

let installation: CommandInstallation;
let url: string;
let admin: Client;
let graph: TestGraph;
beforeAll(async () => {
  installation = await CommandInstallation.open();
  const server = installation.launch(['start']);
  ({ found: url } = await saidBy(server, /Skillwake serves (\S+)\n/));
  admin = await issued('--role', 'admin', '--name', 'the spec');
  graph = await buildGraph(admin, { people: 4 });
});
afterAll(() => installation.close());

async function issued(...words: string[]): Promise<Client> {
  const { code, stdout, stderr } = await installation.here(['token', ...words]);
  expect([code, stderr]).toEqual([0, '']);
  return clientOf(url, stdout.trim());
}

const reference = (of: TestGraph, person: number) => of.people[person]!.reference;

const asks = (client: Client) => client.ask('{ viewer { role personId } }');

function claimsOf({ token }: Client): { jti: string; iat: number; exp: number } {
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
