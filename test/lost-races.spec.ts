import { Database } from '../src/graph/driver/database';
import { LostRaceError } from '../src/graph/driver/errors';
import { statement } from '../src/graph/driver/statement';
import { OverloadedError } from '../src/shared/errors';
import { testDatabaseAddress } from './kit/worker-database';

const NAME_TWICE = statement(
  'test.nameTwice',
  `CREATE (:OutsideId {key: $key}) CREATE (:OutsideId {key: $key})`,
);

let database: Database;
beforeAll(async () => {
  database = await Database.open(await testDatabaseAddress());
});
afterAll(() => database.close());

it('work that loses a race again and again is done once nobody else wins any more', async () => {
  const triedAt: number[] = [];
  const done = await database.transaction(async () => {
    triedAt.push(performance.now());
    if (triedAt.length <= 8) throw new LostRaceError();
    return Promise.resolve('done');
  });
  expect(done).toBe('done');
  expect(triedAt).toHaveLength(9);
  // The last of the pauses alone is longer than all tries took that follow each other at once.
  expect(triedAt[8]! - triedAt[7]!).toBeGreaterThan(100);
});

it('work that loses every race is refused by a code that says to send it again, and why stays in the cause', async () => {
  const refused = database.idempotentTransaction((tx) => tx.query(NAME_TWICE, { key: 'spec of lost races' }));
  await expect(refused).rejects.toThrow(OverloadedError);
  await expect(refused).rejects.toThrow(/nothing of this was done: ask again in a moment/);
  await expect(refused).rejects.toMatchObject({
    cause: { code: 'Neo.ClientError.Schema.ConstraintValidationFailed' },
  });
}, 20_000);
