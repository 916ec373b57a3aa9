import type { Change } from '../src/graph/feed/change';
import { changesAfter, type FeedPosition } from '../src/graph/feed/changes-after';
import { Database } from '../src/graph/driver/database';
import { testDatabaseAddress } from './kit/worker-database';

const databases: Database[] = [];
beforeAll(async () => {
  const address = await testDatabaseAddress();
  for (let one = 0; one < 3; one++) databases.push(await Database.open(address));
});
afterAll(() => Promise.all(databases.map((database) => database.close())));

const say = (database: Database, ids: readonly string[]): Promise<void> =>
  database.transaction((tx) => {
    tx.changed('people', ids);
    return Promise.resolve();
  });

const standing = async (): Promise<FeedPosition> => (await changesAfter(databases[0]!, undefined))!.position;

const peopleOf = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ changed }) => changed.people ?? []);

it('gives a change once, to whoever stood before it', async () => {
  const before = await standing();
  await say(databases[1]!, ['a', 'b', 'a']);
  const after = await changesAfter(databases[0]!, before);
  expect(after).toMatchObject({ changes: [{ changed: { people: ['a', 'b'] } }], isMore: false });
  expect(await changesAfter(databases[0]!, after!.position)).toEqual({ ...after, changes: [] });
});

it('has every change of many writers once and in order by lane, and each where it was acknowledged before', async () => {
  let position = await standing();
  const acknowledged = new Set<string>();
  const heard: Change[] = [];
  let isDone = false;
  const read = async (): Promise<void> => {
    while (!isDone) {
      const expected = new Set(acknowledged);
      const after = await changesAfter(databases[0]!, position);
      heard.push(...after!.changes);
      ({ position } = after!);
      const known = new Set(peopleOf(heard));
      expect([...expected].filter((one) => !known.has(one))).toEqual([]);
    }
  };
  const write = async (writer: number): Promise<void> => {
    for (let one = 0; one < 50; one++) {
      const id = `${String(writer)}.${String(one)}`;
      await say(databases[writer % 3]!, [id]);
      acknowledged.add(id);
    }
  };
  const reading = read();
  await Promise.all([0, 1, 2, 3, 4, 5].map(write));
  isDone = true;
  await reading;
  heard.push(...(await changesAfter(databases[0]!, position))!.changes);
  expect(peopleOf(heard).sort()).toEqual([...acknowledged].sort());
  const last = new Map<string, number>();
  for (const { lane, number } of heard) {
    const before = last.get(lane);
    if (before !== undefined) expect(number).toBe(before + 1);
    last.set(lane, number);
  }
}, 30_000);
