import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation, uniqueSource, type Reference } from './kit/graph';
import { MERGE_PEOPLE } from './kit/merging-operations';
import {
  askFor,
  deleteNouns,
  newNoun,
  nounKinds,
  nounOf,
  nounsOf,
  prepareNouns,
  saveNouns,
  type SavedNoun,
} from './kit/nouns';

let app: TestApp;
let admin: Client;
let source: string;
const catalogue = uniqueSource();
const people = nounKinds[0]!;

beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  await prepareNouns(admin, catalogue);
});
beforeEach(() => (source = uniqueSource()));
afterAll(() => app.close());

const named = (id: string): Reference => ({ source, id });
const person = (id: string, more: object = {}) => ({ ...named(id), name: `${id} of ${source}`, ...more });

describe.each(nounKinds)('a $one', (kind) => {
  const create = (...ids: string[]): Promise<SavedNoun[]> =>
    nounsOf(admin, kind, ...ids.map((id) => newNoun(kind, named(id), catalogue)));

  it('is found by source and id, beside its global id', async () => {
    const [one] = await create('4711');
    const text = `query ($global: ID!, $source: String!) {
      global: ${kind.one}(id: $global) { id }
      number: ${kind.one}(source: $source, id: 4711) { id }
      unknown: ${kind.one}(source: $source, id: "4712") { id }
      elsewhere: ${kind.one}(source: "elsewhere", id: "4711") { id }
      mixed: ${kind.one}(source: $source, id: $global) { id }
    }`;
    const found = { id: one!.id };
    expect(await askFor(admin, text, { global: one!.id, source })).toEqual({
      ...{ global: found, number: found },
      ...{ unknown: null, elsewhere: null, mixed: null },
    });
  });

  it('is changed by its global id as by source and id', async () => {
    const [one, other, gone] = await create('one', 'other', 'gone');
    await deleteNouns(admin, kind, [{ globalId: gone!.id }]);
    const call = (given: object, to: string) => ({ ...given, [kind.called]: to });
    const { nodes, errors } = await saveNouns(admin, kind, [
      call({ globalId: one!.id }, 'First'),
      call(named('one'), 'Second'),
      call({ globalId: one!.id, ifUnchangedSince: one!.updatedAt }, 'Third'),
      call({ globalId: other!.id, ...named('other') }, 'Both'),
      call({ globalId: gone!.id }, 'Gone'),
      call({ globalId: 'nonsense' }, 'Nonsense'),
      call({ globalId: other!.id, ifUnchangedSince: '2020-01-01T00:00:00Z' }, 'Stale'),
    ]);
    expect(nodes.map((node) => node && [node.id, node.called])).toEqual([
      ...Array.from({ length: 3 }, () => [one!.id, 'Third']),
      ...[null, null, null, null],
    ]);
    expect(errors.map(({ index, code }) => `${String(index)} ${code}`)).toEqual([
      '3 INVALID',
      '4 NOT_FOUND',
      '5 INVALID',
      '6 STALE',
    ]);
    expect(errors[0]!.message).toMatch(/must be \{source, id\}, or \{globalId\} as the API gave it/);
    expect((await nounOf(admin, kind, other!.id))!.called).toBe(other!.called);
  });
});

it('what cannot be a source is refused, with the way out', async () => {
  for (const given of ['source: "", id: "1"', `source: "hr", id: "${'1'.repeat(201)}"`]) {
    const { errors } = await admin.ask(`{ person(${given}) { id } }`, {});
    expect(errors![0]!.extensions.code).toBe('BAD_INPUT');
    expect(errors![0]!.message).toContain(
      'give source and id as they were saved, or a global id as id alone',
    );
  }
});

it('people who became one are found by what either was called, and are not shown to those who do not see them', async () => {
  const [kept, , self] = await nounsOf(admin, people, person('kept'), person('merged'), person('self'));
  await admin.get(MERGE_PEOPLE, { items: [{ keep: named('kept'), merge: named('merged') }] });
  const text = 'query ($source: String!, $id: ID!) { person(source: $source, id: $id) { id } }';
  for (const id of ['kept', 'merged'])
    expect(await askFor(admin, text, named(id))).toEqual({ person: { id: kept!.id } });
  const other = await app.as('person', self!.id);
  expect(await askFor(other, text, named('kept'))).toEqual({ person: null });
  expect(await askFor(other, text, named('self'))).toEqual({ person: { id: self!.id } });
});

describe('what is searched for', () => {
  const text =
    'query ($query: String!) { search(query: $query) { nodes { score node { ... on Person { id } ... on Skill { id } ... on Team { id } } } totalCount } }';
  const found = async (client: Client, query: string) => {
    const { search } = await askFor<{ search: { nodes: { score: number; node: { id: string } }[] } }>(
      client,
      text,
      { query },
    );
    return search.nodes.filter(({ score }) => score >= 2_000).map(({ node }) => node.id);
  };

  it('may be the id of an external system, whole, whichever system it is, of what the viewer sees', async () => {
    const number = `E-${source.slice(-8)}`;
    const [ann, bob] = await nounsOf(admin, people, person(number), person('bob'));
    const kind = (type: string) => nounKinds.find((one) => one.type === type)!;
    const [skill] = await nounsOf(admin, kind('Skill'), { source: `${source} 2`, id: number, name: 'Skill' });
    const [gone] = await nounsOf(admin, kind('Team'), { ...named(number), name: 'Team' });
    const [renamed] = await nounsOf(admin, people, person('other'));
    await admin.get(MERGE_PEOPLE, { items: [{ keep: named('other'), merge: named(number) }] });
    await deleteNouns(admin, kind('Team'), [{ globalId: gone!.id }]);
    expect(ann!.id).not.toBe(renamed!.id);
    for (const typed of [number, ` ${number.toLowerCase()} `])
      expect((await found(admin, typed)).sort()).toEqual([renamed!.id, skill!.id].sort());
    expect(await found(await app.as('person', bob!.id), number)).toEqual([skill!.id]);
    expect(await found(admin, number.slice(0, -1))).toEqual([]);
  });
});

describe('people by their e-mail address', () => {
  const ledBy = `query ($team: ID!, $filterBy: PersonFilter) {
    people(filterBy: $filterBy) { nodes { id } totalCount }
    team(id: $team) { leads(filterBy: $filterBy) { nodes { id } totalCount pageInfo { onlyVisible } } }
  }`;

  it('and by what external systems call them are found by search, too, in the roles that see them', async () => {
    const number = `S-${source.slice(-8)}`;
    const address = `${number}@example.org`;
    const [sue, led, tim] = await nounsOf(
      admin,
      people,
      person(number, { name: 'Sue', email: address }),
      person('led by'),
      person('tim'),
    );
    await buildOrganisation(admin, {
      teams: [{ ...named('searched'), name: 'Searched', leads: [named('led by')] }],
      memberships: [{ person: named(number), team: named('searched') }],
    });
    const found = async (client: Client, query: string) => {
      const { search } = await askFor<{ search: { nodes: { node: { id?: string } }[]; totalCount: number } }>(
        client,
        'query ($query: String!) { search(query: $query, types: [PERSON]) { nodes { node { ... on Person { id } } } totalCount } }',
        { query },
      );
      return [search.totalCount, ...search.nodes.map(({ node }) => node.id)];
    };
    const seeing = [
      admin,
      await app.as('hr'),
      await app.as('lead', led!.id),
      await app.as('person', sue!.id),
    ];
    const others = [await app.as('lead', tim!.id), await app.as('person', tim!.id), await app.as('author')];
    for (const query of [address, address.toUpperCase(), number]) {
      for (const client of seeing) expect(await found(client, query)).toEqual([1, sue!.id]);
      for (const client of others) expect(await found(client, query)).toEqual([0]);
    }
  });

  it('are found by the whole address, in any case, by those alone who see it', async () => {
    const address = `${source}@example.org`;
    const [ann, bob] = await nounsOf(admin, people, person('ann', { email: address }), person('bob'));
    const { teams } = await buildOrganisation(admin, {
      teams: [{ ...named('team'), name: 'Team', leads: [named('ann')] }],
    });
    const found = async (client: Client, filterBy: object) => {
      const all = await askFor<{ people: object; team: { leads: object } }>(client, ledBy, {
        team: teams[0]!,
        filterBy,
      });
      return [all.people, all.team.leads];
    };
    const her = { nodes: [{ id: ann!.id }], totalCount: 1 };
    const nobody = { nodes: [], totalCount: 0 };
    const among = (shown: object, onlyVisible: boolean) => ({ ...shown, pageInfo: { onlyVisible } });
    const hers = [
      { email: ` ${address.toUpperCase()} ` },
      {
        externalIds: [
          { source, value: 'ann' },
          { source, value: 'unknown' },
        ],
      },
    ];
    const herself = await app.as('person', ann!.id);
    const other = await app.as('person', bob!.id);
    for (const filterBy of hers) {
      expect(await found(admin, filterBy)).toEqual([her, among(her, false)]);
      expect(await found(herself, filterBy)).toEqual([her, among(her, true)]);
      expect(await found(other, filterBy)).toEqual([nobody, among(nobody, true)]);
    }
    for (const email of [address.slice(1), address.slice(0, -1), '%', ''])
      expect(await found(admin, { email })).toEqual([nobody, among(nobody, false)]);
  });
});
