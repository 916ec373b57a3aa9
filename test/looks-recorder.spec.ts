import { pino } from 'pino';
import { Looks } from '../src/features/request/looks';
import { LookRecorder } from '../src/features/audit/look.recorder';
import { statement } from '../src/graph/driver/statement';
import { Database } from '../src/graph/driver/database';
import { OverloadedError } from '../src/shared/errors';
import { keyOfGlobalId } from '../src/shared/ids';
import { startApp, type TestApp } from './kit/app';
import { buildGraph } from './kit/graph';
import { until } from './kit/watching';
import { testDatabaseAddress } from './kit/worker-database';

const LOOKED_AT = statement<{ looks: number; count: number }>(
  'test.lookedAt',
  `UNWIND $people AS key
   MATCH (:Person {id: key})-[:HAS_LOOK]->(look:Look)
   RETURN count(look) AS looks, sum(look.count) AS count`,
);

const logger = pino({ level: 'fatal' });
let app: TestApp;
let people: string[];
beforeAll(async () => {
  app = await startApp();
  const graph = await buildGraph(await app.as('admin'), { people: 40 });
  people = graph.people.map(({ id }) => keyOfGlobalId('Person', id)!);
});
afterAll(() => app.close());

function looksAt(some: readonly string[]): Looks {
  const looks = new Looks();
  for (const person of some) looks.add('mastery', person);
  return looks;
}
const by = (viewer: string, some: readonly string[], operation: string | null = null) => ({
  ...{ viewer: { role: 'hr' as const, personKey: viewer }, operation, at: Date.now() },
  looks: looksAt(some),
});

it('answers wait for their looks where more are waiting than may be held, and none is lost', async () => {
  const recorder = new LookRecorder(app.database, logger, { mostDue: 50, longestWait: 60_000 });
  const held = [0];
  // Everybody looks at everybody else, all at once.
  await Promise.all(
    people.map(async (viewer) => {
      await recorder.take(by(viewer, people));
      held.push(recorder.due);
    }),
  );
  expect(Math.max(...held)).toBeLessThan(50 + people.length);
  await recorder.close();
  const all = people.length * (people.length - 1);
  expect(await app.database.query(LOOKED_AT, { people })).toEqual([{ looks: all, count: all }]);
});

it('looks of one viewer at one person for one need are gathered, whatever the operations are called', async () => {
  const [viewer, person] = [people[0]!, people.slice(1, 3)];
  const recorder = new LookRecorder(app.database, logger, { mostDue: 3, longestWait: 60_000 });
  for (let time = 0; time < 2_000; time++)
    await recorder.take(by(viewer, person, `Operation${String(time)}`));
  expect(recorder.due).toBeLessThanOrEqual(2);
  await recorder.close();
});

it('what was looked at is not shown where there is no room for its record for too long', async () => {
  const away = await Database.open(await testDatabaseAddress());
  const recorder = new LookRecorder(away, logger, { mostDue: 1, longestWait: 1_000 });
  await away.close();
  await recorder.take(by(people[0]!, people.slice(1)));
  await expect(recorder.take(by(people[1]!, people.slice(2)))).rejects.toThrow(OverloadedError);
  expect(recorder.waiting).toBe(people.length - 1);
});

it('looks are written as soon as ever, though the time of day was set back since those before', async () => {
  const recorder = new LookRecorder(app.database, logger);
  const isWritten = () => Promise.resolve(recorder.due === 0);
  await recorder.take(by(people[0]!, people.slice(1, 2)));
  await until(isWritten, 15_000);
  const now = Date.now.bind(Date);
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() - 3_600_000);
  await recorder.take(by(people[0]!, people.slice(2, 3)));
  await until(isWritten, 15_000).finally(() => clock.mockRestore());
  await recorder.close();
}, 40_000);
