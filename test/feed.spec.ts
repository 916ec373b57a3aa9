import neo4j from 'neo4j-driver';
import { finishRestore } from '../src/graph/backup/restore';
import { Database, type DatabaseAddress } from '../src/graph/driver/database';
import { LostRaceError } from '../src/graph/driver/errors';
import { statement, statements } from '../src/graph/driver/statement';
import type { Change } from '../src/graph/feed/change';
import { changesAfter, type ChangesAfter, type FeedPosition } from '../src/graph/feed/changes-after';
import { pruneFeed } from '../src/graph/feed/pruning';
import { migrate } from '../src/graph/migrations/migrations';
import { openCuttingDoor } from './kit/cutting-door';
import { emptyGraph } from './kit/whole-graph';
import { testDatabaseAddress } from './kit/worker-database';

let address: DatabaseAddress;
let reader: Database;
let writers: Database[];
beforeAll(async () => {
  address = await testDatabaseAddress();
  reader = await Database.open(address);
  writers = await Promise.all([1, 2, 3].map(() => Database.open(address)));
});
afterAll(() => Promise.all([reader, ...writers].map((database) => database.close())));

const upTo = (count: number) => Array.from({ length: count }, (_, index) => String(index));

async function say(database: Database, ids: readonly string[]): Promise<void> {
  await database.transaction((tx) => {
    tx.changed('people', ids);
    return Promise.resolve();
  });
}

const standing = async (): Promise<FeedPosition> => (await changesAfter(reader, undefined))!.position;
const heardAfter = async (position: FeedPosition): Promise<ChangesAfter> =>
  (await changesAfter(reader, position))!;
const peopleOf = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ changed }) => changed.people ?? []);

/** Every number of a lane follows the one before. */
function expectInOrder(changes: readonly Change[]): void {
  const last = new Map<string, number>();
  for (const { lane, number } of changes) {
    expect(number).toBe((last.get(lane) ?? number - 1) + 1);
    last.set(lane, number);
  }
}

it('gives what a transaction said to whoever stood before it, once and each id once', async () => {
  const before = await standing();
  await say(writers[0]!, ['a', 'b', 'a']);
  const after = await heardAfter(before);
  expect(after).toMatchObject({ changes: [{ changed: { people: ['a', 'b'] } }], isMore: false });
  expect(Object.keys(after.changes[0]!.changed)).toEqual(['people']);
  expect(await changesAfter(reader, after.position)).toEqual({ ...after, changes: [] });
});

it('gives what many writers of several processes said, each once and in order, whatever was acknowledged at once', async () => {
  let position = await standing();
  const acknowledged = new Set<string>();
  const heard: Change[] = [];
  const read = async (): Promise<void> => {
    const expected = [...acknowledged];
    const after = await heardAfter(position);
    heard.push(...after.changes);
    ({ position } = after);
    const known = new Set(peopleOf(heard));
    expect(expected.filter((one) => !known.has(one))).toEqual([]);
  };
  const write = async (writer: number): Promise<void> => {
    for (const one of upTo(40)) {
      const id = `${String(writer)}.${one}`;
      await say(writers[writer % 3]!, [id]);
      acknowledged.add(id);
    }
  };
  let writing = 6;
  const written = upTo(writing).map((writer) => write(Number(writer)).finally(() => writing--));
  while (writing > 0) await read();
  await Promise.all(written);
  await read();
  expect(peopleOf(heard).sort()).toEqual([...acknowledged].sort());
  expectInOrder(heard);
}, 30_000);

it('leaves a large transaction in changes of bounded size, one after the other', async () => {
  const before = await standing();
  await writers[0]!.idempotentTransaction((tx) => {
    tx.changed('people', upTo(2_300));
    tx.changed('memberships', upTo(300));
    return Promise.resolve();
  });
  const { changes } = await heardAfter(before);
  const sizes = changes.map(({ changed }) => [changed.people?.length, changed.memberships?.length]);
  expect(sizes).toEqual([
    [1_000, undefined],
    [1_000, undefined],
    [300, 300],
  ]);
  expectInOrder(changes);
});

it('gives more than it reads at a time bit by bit', async () => {
  let position = await standing();
  await writers[0]!.transaction((tx) => {
    tx.changed('people', upTo(101_000));
    return Promise.resolve();
  });
  const people: string[] = [];
  for (let isMore = true; isMore;) {
    const after = await heardAfter(position);
    people.push(...peopleOf(after.changes));
    ({ position, isMore } = after);
  }
  expect(people).toEqual(upTo(101_000));
}, 30_000);

describe('exactly one change is left', () => {
  it('by work that is repeated after a lost race', async () => {
    const before = await standing();
    let tries = 0;
    await writers[0]!.transaction((tx) => {
      tx.changed('people', [`try ${String(++tries)}`]);
      if (tries < 3) throw new LostRaceError();
      return Promise.resolve();
    });
    expect(peopleOf((await heardAfter(before)).changes)).toEqual(['try 3']);
  });

  it('by a transaction whose COMMIT is cut off, whether it was done or not, and by those that follow', async () => {
    const door = await openCuttingDoor();
    const database = await Database.open(door.address);
    const before = await standing();
    await say(database, ['before']);
    door.cut((number) => number === 0);
    await say(database, ['cut off']);
    await say(database, ['after']);
    expect(door.commits()).toBe(3);
    const { changes } = await heardAfter(before);
    expect(peopleOf(changes).sort()).toEqual(['after', 'before', 'cut off']);
    expectInOrder(changes);
    await database.close();
    await door.shut();
  }, 20_000);
});

it('leaves nothing of work that fails, of a rehearsal, and of what says nothing', async () => {
  const before = await standing();
  const failed = writers[0]!.transaction((tx) => {
    tx.changed('people', ['failed']);
    throw new Error('on purpose');
  });
  await expect(failed).rejects.toThrow('on purpose');
  await writers[0]!.rehearse((database) => say(database, ['rehearsed']));
  await say(writers[0]!, []);
  expect(await heardAfter(before)).toMatchObject({ changes: [] });
});

it('refuses a change that is said outside of a transaction', () => {
  expect(() => writers[0]!.changed()).toThrow('by its tx');
});

const LANES = statement<{ lane: string; number: number }>(
  'test.lanes',
  `MATCH (lane:Lane) WITH lane ORDER BY lane.usedAt DESC RETURN lane.id AS lane, lane.number AS number`,
  'there are few',
);
const AGE_LANES = statement('test.ageLanes', `MATCH (lane:Lane) SET lane.usedAt = 0`, 'there are few');
const DELETE_LANES = statement('test.deleteLanes', `MATCH (lane:Lane) DELETE lane`, 'there are few');

it('keeps nobody waiting for a process that is gone between its last statement and its commit, and loses nothing', async () => {
  const killed = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password));
  await say(writers[0]!, ['there']);
  const [last] = await reader.query(LANES);
  const before = await standing();
  const tx = await killed.session().beginTransaction();
  const parts = [{ people: ['of the killed'] }];
  await tx.run(statements.get('feed.say')!.text, { lane: last!.lane, known: 0, parts });
  // In other lanes, since these processes have not used that one.
  await Promise.all([say(writers[1]!, ['meanwhile']), say(writers[2]!, ['meanwhile too'])]);
  expect(peopleOf((await heardAfter(before)).changes).sort()).toEqual(['meanwhile', 'meanwhile too']);
  await killed.close();
  await say(writers[0]!, ['afterwards']);
  const { changes } = await heardAfter(before);
  expect(peopleOf(changes).sort()).toEqual(['afterwards', 'meanwhile', 'meanwhile too']);
  expect(changes.find(({ lane }) => lane === last!.lane)?.number).toBe(last!.number + 1);
}, 20_000);

it('lets a process take lanes that others have left, and a lane be counted in by two at a time', async () => {
  await say(writers[0]!, ['there']);
  const lanes = await reader.query(LANES);
  await writers[0]!.transaction((tx) => tx.query(AGE_LANES));
  const before = await standing();
  const newcomer = await Database.open(address);
  const writes = upTo(30).map((one) => say(one.endsWith('1') ? newcomer : writers[0]!, [one]));
  await Promise.all(writes);
  await newcomer.close();
  const { changes } = await heardAfter(before);
  expect(peopleOf(changes).sort()).toEqual(upTo(30).sort());
  expectInOrder(changes);
  const known = new Set(lanes.map(({ lane }) => lane));
  expect(changes.some(({ lane }) => known.has(lane))).toBe(true);
}, 20_000);

describe('whoever reads it begins anew', () => {
  it('where changes were pruned that it has not read, and goes on where it has', async () => {
    const before = await standing();
    await say(writers[0]!, ['pruned']);
    const { position } = await heardAfter(before);
    while ((await pruneFeed(writers[1]!, 0)) > 0);
    expect(await changesAfter(reader, before)).toBeUndefined();
    await say(writers[0]!, ['kept']);
    expect(await pruneFeed(writers[1]!, 3_600_000)).toBe(0);
    expect(peopleOf((await heardAfter(position)).changes)).toEqual(['kept']);
  });

  it('after a restore', async () => {
    const before = await standing();
    await finishRestore(reader);
    expect(await changesAfter(reader, before)).toBeUndefined();
  });

  it('where lanes were deleted under living processes, also once these count on', async () => {
    await say(writers[0]!, ['one']);
    const before = await standing();
    await reader.transaction((tx) => tx.query(DELETE_LANES));
    expect(await changesAfter(reader, before)).toBeUndefined();
    const most = Math.max(...Object.values(before.numbers));
    await say(writers[0]!, upTo(1_000 * (most + 1)));
    expect(await changesAfter(reader, before)).toBeUndefined();
    expect(await changesAfter(reader, await standing())).toBeDefined();
  }, 20_000);

  it('where the graph was emptied', async () => {
    await say(writers[0]!, ['one']);
    const before = await standing();
    await emptyGraph(reader);
    expect(await changesAfter(reader, before)).toBeUndefined();
    await say(writers[0]!, ['another']);
    expect(await changesAfter(reader, before)).toBeUndefined();
    await migrate(reader);
    const after = await standing();
    await say(writers[0]!, ['and another']);
    expect(peopleOf((await heardAfter(after)).changes)).toEqual(['and another']);
  }, 20_000);
});
