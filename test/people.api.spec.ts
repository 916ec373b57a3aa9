import { folded } from '../src/shared/folding';
import { statement } from '../src/graph/driver/statement';
import { keyOfGlobalId } from '../src/shared/ids';
import { graphql } from './generated/gql';
import { startApp, startAt, type TestApp } from './kit/app';
import { told } from './kit/catalogue';
import type { Client } from './kit/client';
import { day, uniqueSource, type Reference } from './kit/graph';
import { SAVE_PEOPLE } from './kit/operations';

const LIST_PEOPLE = graphql(`
  query ListPeople($first: Int! = 200, $after: String) {
    people(first: $first, after: $after) {
      nodes {
        id
        name
      }
      edges {
        cursor
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

const COUNT = statement<{ outsides: number; nodes: number }>(
  'spec.countIdentified',
  `MATCH (outside:OutsideId) WHERE outside.key ENDS WITH $ending
   OPTIONAL MATCH (outside)-[:IDENTIFIES]->(node)
   RETURN count(DISTINCT outside) AS outsides, count(DISTINCT node) AS nodes`,
  'a spec may look at everything',
);
const REMOVE = statement(
  'spec.removePerson',
  `MATCH (person:Person {id: $key})
   OPTIONAL MATCH (outside:OutsideId)-[:IDENTIFIES]->(person)
   DETACH DELETE person, outside`,
);

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

describe('people', () => {
  const save = async (...items: object[]) =>
    (await admin.get(SAVE_PEOPLE, { items: items as never })).savePeople;

  it('are one where their ids look alike, whatever blanks are at the ends', async () => {
    const { people } = await save(
      { ...named('3002'), name: 'Ann' },
      { source: `${source}\u00a0`, id: '3002 ', email: 'ann@example.org' },
      { ...named('\u200b3002\u00a0'), timeZone: 'europe/berlin' },
    );
    expect(new Set(people.map((person) => person?.id)).size).toBe(1);
    const { data } = await admin.ask(
      `{ person(id: "${people[0]!.id}") { name email timeZone externalIds { source value } } }`,
    );
    expect(data).toEqual({
      person: {
        name: 'Ann',
        email: 'ann@example.org',
        timeZone: 'Europe/Berlin',
        externalIds: [{ source, value: '3002' }],
      },
    });
  });

  it('show nothing that they would not take back', async () => {
    const { errors } = await save(
      { ...named('1'), name: 'Ann', activeUntil: '9999-12-31T23:59:59-05:00' },
      { ...named('2'), name: 'Bob', activeUntil: '0001-01-01T00:00:00+05:00' },
      { ...named('3'), name: 'Cy', email: 'Cy <cy@example.org>' },
      { ...named('4'), name: 'Di', timeZone: '+02:00' },
    );
    expect(errors.map(({ index, message }) => `${String(index)} ${message}`)).toEqual([
      expect.stringMatching(/^0 activeUntil: .*years 1 to 9999/),
      expect.stringMatching(/^1 activeUntil: .*years 1 to 9999/),
      expect.stringMatching(/^2 email: must be an e-mail address/),
      expect.stringMatching(/^3 timeZone: must be a time zone/),
    ]);
    const { people } = await save({ ...named('5'), name: 'Ed', activeUntil: '9999-12-31T23:59:59Z' });
    const again = await save({ ...named('5'), activeUntil: people[0]?.activeUntil });
    expect(again).toEqual({ people, errors: [] });
  });

  it('are created, and changed, by what the outside calls them', async () => {
    const created = await save({
      ...named('1'),
      name: 'Ann',
      email: 'ann@example.org',
      activeUntil: day(900),
    });
    const changed = await save({ ...named('1'), name: 'Anne' });
    expect(changed.people).toEqual([{ ...created.people[0]!, name: 'Anne' }]);
    expect((await save({ ...named('2'), name: 'Ann' })).people[0]!.id).not.toBe(created.people[0]!.id);
  });

  it('keep what is left out and lose what is null', async () => {
    await save({ ...named('1'), name: 'Ann', email: 'ann@example.org', activeUntil: day(900) });
    const kept = await save(named('1'));
    expect(kept.people[0]).toMatchObject({ name: 'Ann', email: 'ann@example.org', activeUntil: day(900) });
    const cleared = await save({ ...named('1'), email: null, activeUntil: null });
    expect(cleared.people[0]).toMatchObject({ name: 'Ann', email: null, activeUntil: null });
  });

  it('land although others in the batch are bad, and each bad one is named', async () => {
    const { people, errors } = await save(
      { ...named('1'), name: 'Good' },
      { ...named('2') },
      { ...named('3'), name: 5 },
      { name: 'Nobody' },
      { ...named('5'), name: '  ' },
      { ...named('6'), name: 'x'.repeat(201) },
      { ...named('7'), name: 'Late', activeUntil: 'tomorrow' },
      { source, id: 'a\u001fb', name: 'Control' },
      { ...named('9'), name: 'Good too' },
    );
    expect(people.map((person) => person?.name ?? null)).toEqual([
      'Good',
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      'Good too',
    ]);
    expect(told(errors)).toEqual([
      '1 INVALID name',
      '2 INVALID name',
      '3 INVALID source',
      '4 INVALID name',
      '5 INVALID name',
      '6 INVALID activeUntil',
      '7 INVALID id',
    ]);
  });

  it('take the last word where one batch says two things of one', async () => {
    const { people } = await save({ ...named('1'), name: 'First' }, { ...named('1'), name: 'Last' });
    expect(people.map((person) => person!.name)).toEqual(['Last', 'Last']);
    expect(people[0]!.id).toBe(people[1]!.id);
  });

  it('are refused beyond 1,000 at once, and none is saved', async () => {
    const items = Array.from({ length: 1_001 }, (_, index) => ({ ...named(String(index)), name: 'Many' }));
    const { data, errors } = await admin.ask(SAVE_PEOPLE, { items });
    expect(data ?? null).toBeNull();
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
    expect((await save(named('0'))).errors).toHaveLength(1);
  });

  it('are one where two writers create them at once', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const saved = await Promise.all(names.map((name) => save({ ...named('same'), name })));
    expect(new Set(saved.map(({ people }) => people[0]!.id)).size).toBe(1);
    expect(saved.flatMap(({ errors }) => errors)).toEqual([]);
    const [counts] = await app.database.query(COUNT, { ending: `${source}\u001fsame` });
    expect(counts).toEqual({ outsides: 1, nodes: 1 });
  });
});

describe('a list of people', () => {
  /** The list from this source on: other specs write into the same database meanwhile. */
  const start = () => startAt(app, 'people.list', folded(source));
  const page = async (first: number, after: string) =>
    (await admin.get(LIST_PEOPLE, { first, after })).people;
  const mine = ({ nodes }: Awaited<ReturnType<typeof page>>) =>
    nodes.map(({ name }) => name).filter((name) => name.startsWith(source));
  const add = (...names: string[]) =>
    admin.get(SAVE_PEOPLE, { items: names.map((name) => ({ ...named(name), name: `${source} ${name}` })) });
  const full = (...names: string[]) => names.map((name) => `${source} ${name}`);

  it('goes by name, without regard to case and accents', async () => {
    await add('Zoe', 'ämil', 'Bea', 'Anna', 'éva');
    expect(mine(await page(200, start()))).toEqual(full('ämil', 'Anna', 'Bea', 'éva', 'Zoe'));
  });

  it('comes in pages that hold everybody once', async () => {
    await add('1', '2', '3', '4', '5');
    const names: string[] = [];
    for (let after = start(); names.length < 5;) {
      const { nodes, pageInfo, edges } = await page(2, after);
      expect(pageInfo).toMatchObject({
        hasPreviousPage: true,
        startCursor: edges[0]!.cursor,
        endCursor: edges.at(-1)!.cursor,
      });
      names.push(...nodes.map(({ name }) => name).filter((name) => name.startsWith(source)));
      after = pageInfo.endCursor!;
    }
    expect(names).toEqual(full('1', '2', '3', '4', '5'));
  });

  it('goes on rightly while rows are added, and after the very row of the cursor is gone', async () => {
    await add('b', 'd', 'f', 'h');
    const first = await page(2, start());
    expect(mine(first)).toEqual(full('b', 'd'));
    await add('a', 'c', 'e', 'g');
    const gone = first.nodes[1]!.id;
    await app.database.transaction((tx) => tx.query(REMOVE, { key: keyOfGlobalId('Person', gone) }));
    expect(mine(await page(200, first.pageInfo.endCursor!))).toEqual(full('e', 'f', 'g', 'h'));
  });

  it('tells people of one name apart', async () => {
    const items = ['1', '2', '3'].map((id) => ({ ...named(id), name: `${source} same` }));
    await admin.get(SAVE_PEOPLE, { items });
    const one = await page(1, start());
    const two = await page(1, one.pageInfo.endCursor!);
    const three = await page(1, two.pageInfo.endCursor!);
    expect(new Set([one, two, three].map(({ nodes }) => nodes[0]!.id)).size).toBe(3);
    expect(mine(three)).toHaveLength(1);
  });

  it.each([
    [{ first: 0 }],
    [{ first: 201 }],
    [{ first: 5, after: 'nonsense' }],
    [{ first: 5, after: Buffer.from('[1,2]').toString('base64url') }],
  ])('refuses %p', async (given) => {
    const { errors } = await admin.ask(LIST_PEOPLE, given);
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_INPUT']);
  });
});
