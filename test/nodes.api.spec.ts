import { nodeTypes } from '../src/shared/ids';
import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation, uniqueSource, type Reference } from './kit/graph';
import { askFor, newNoun, nounKinds, nounsOf, prepareNouns } from './kit/nouns';
import { MERGE_PEOPLE } from './kit/merging-operations';

const NODES = graphql(`
  query Nodes($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
    }
  }
`);
const NODE = graphql(`
  query Node($id: ID!) {
    node(id: $id) {
      __typename
      id
    }
  }
`);
const PARTS = graphql(`
  query PartsOfNouns($question: ID!, $module: ID!) {
    question(id: $question) {
      current {
        id
      }
    }
    module(id: $module) {
      current {
        id
        pages {
          nodes {
            id
          }
        }
      }
    }
  }
`);
const OF_LEADS = graphql(`
  query ExternalIdsOfLeads($id: ID!) {
    team(id: $id) {
      leads {
        nodes {
          name
          externalIds {
            source
            value
          }
        }
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
let source: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
beforeEach(() => (source = uniqueSource()));
afterAll(() => app.close());

const named = (id: string): Reference => ({ source, id });
const known = (value: string) => ({ source, value });
const nodes = async (client: Client, ...ids: string[]) => (await client.get(NODES, { ids })).nodes;
const globalIdOf = (text: string): string => Buffer.from(text).toString('base64url');
const typeOf = (id: string): string => Buffer.from(id, 'base64url').toString().split(':')[0]!;

/** Global ids of one of every type that has any. */
async function oneOfEach(): Promise<string[]> {
  await prepareNouns(admin, source);
  const ids = new Map<string, string>();
  for (const kind of nounKinds) {
    const pages = kind.type === 'Module' && { pages: [{ title: 'Page' }] };
    const [one] = await nounsOf(admin, kind, { ...newNoun(kind, named('one'), source), ...pages });
    ids.set(kind.type, one!.id);
  }
  const { question, module } = await admin.get(PARTS, {
    question: ids.get('Question')!,
    module: ids.get('Module')!,
  });
  const revision = module!.current!;
  return [...ids.values(), question!.current.id, revision.id, revision.pages.nodes[0]!.id];
}

describe('nodes', () => {
  it('are found by global id, of every type, each at its position', async () => {
    const ids = await oneOfEach();
    expect(ids.map(typeOf).sort()).toEqual([...nodeTypes].sort());
    const asked = ids.flatMap((id) => [id, globalIdOf(`${typeOf(id)}:nothing`)]);
    const expected = ids.flatMap((id) => [{ __typename: typeOf(id), id }, null]);
    expect(await nodes(admin, ...asked, ids[0]!)).toEqual([...expected, expected[0]]);
    for (const id of ids)
      expect((await admin.get(NODE, { id })).node).toEqual({ __typename: typeOf(id), id });
  });

  it('are null where an id is of nothing that could be', async () => {
    const [person] = await nounsOf(admin, nounKinds[0]!, { ...named('p'), name: 'P' });
    const key = Buffer.from(person!.id, 'base64url').toString().split(':')[1]!;
    const ids = [
      '',
      'nonsense',
      globalIdOf(`Team:${key}`),
      globalIdOf(`Evidence:${key}`),
      globalIdOf(`Person:${key}:`),
    ];
    expect(await nodes(admin, ...ids)).toEqual(ids.map(() => null));
    for (const id of ids) expect((await admin.get(NODE, { id })).node).toBeNull();
  });

  it('are people only where the viewer sees these, and all else to everybody', async () => {
    const ids = await oneOfEach();
    const [person, ...rest] = ids;
    const [self] = await nounsOf(admin, nounKinds[0]!, { ...named('self'), name: 'Self' });
    const types = async (client: Client) =>
      (await nodes(client, self!.id, ...ids)).map((node) => node?.__typename ?? null);
    for (const client of [await app.as('person', self!.id), await app.as('lead', self!.id)])
      expect(await types(client)).toEqual(['Person', null, ...rest.map(typeOf)]);
    const author = await app.as('author');
    expect(await types(author)).toEqual([null, null, ...rest.map(typeOf)]);
    expect((await author.get(NODE, { id: person! })).node).toBeNull();
  });

  it('are 200 at once at most', async () => {
    const ids = Array.from({ length: 201 }, () => globalIdOf('Team:nothing'));
    expect(await nodes(admin, ...ids.slice(1))).toHaveLength(200);
    const { data, errors } = await admin.ask(NODES, { ids });
    expect(data ?? null).toBeNull();
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
    expect(errors![0]!.message).toMatch(/holds 201 ids, at most 200/);
  });

  it('are the one whom a person has become', async () => {
    const [keep, merge] = await nounsOf(
      admin,
      nounKinds[0]!,
      ...['keep', 'merge'].map((id) => ({ ...named(id), name: id })),
    );
    await admin.get(MERGE_PEOPLE, { items: [{ keep: named('keep'), merge: named('merge') }] });
    const kept = { __typename: 'Person', id: keep!.id };
    expect(await nodes(admin, merge!.id, keep!.id)).toEqual([kept, kept]);
  });
});

describe('external ids', () => {
  it.each(nounKinds)('say what others call a $one, wherever it is found', async (kind) => {
    await prepareNouns(admin, source);
    const items = ['b', 'a'].map((id) => newNoun(kind, named(id), source));
    const [one, other] = await nounsOf(admin, kind, ...items);
    const selected = `{ ... on ${kind.type} { externalIds { source value } } }`;
    const { byId, both } = await askFor<{ byId: object; both: object[] }>(
      admin,
      `query ($id: ID!, $ids: [ID!]!) { byId: ${kind.one}(id: $id) ${selected} both: nodes(ids: $ids) ${selected} }`,
      { id: one!.id, ids: [one!.id, other!.id] },
    );
    expect([byId, ...both]).toEqual(['b', 'b', 'a'].map((id) => ({ externalIds: [known(id)] })));
  });

  it('are those of all records that became one, and none of a person whom the viewer does not see', async () => {
    const [ann, , bob] = await nounsOf(
      admin,
      nounKinds[0]!,
      ...['ann', 'a-ann', 'bob'].map((id) => ({ ...named(id), name: id })),
    );
    const { teams } = await buildOrganisation(admin, {
      teams: [{ ...named('team'), name: 'Team', leads: [named('ann')] }],
    });
    await admin.get(MERGE_PEOPLE, { items: [{ keep: named('ann'), merge: named('a-ann') }] });
    const seenBy = async (client: Client) =>
      (await client.get(OF_LEADS, { id: teams[0]! })).team!.leads.nodes[0]!;
    const all = { name: 'ann', externalIds: [known('a-ann'), known('ann')] };
    expect([await seenBy(admin), await seenBy(await app.as('person', ann!.id))]).toEqual([all, all]);
    expect(await seenBy(await app.as('person', bob!.id))).toEqual({ name: 'ann', externalIds: [] });
  });
});
