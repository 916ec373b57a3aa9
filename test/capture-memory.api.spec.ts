import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startApp, type TestApp } from './kit/app';
import { Course, minute } from './kit/capture';

let app: TestApp;
let course: Course;
beforeAll(async () => {
  app = await startApp();
  course = await Course.build(await app.as('admin'), 20);
});
afterAll(() => app.close());

/** What is still referred to, in bytes. */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

const batchSize = 1_000;

/** Captures page views in batches of a thousand, each of visits of its own that are not there yet. */
async function capture(batches: number): Promise<void> {
  for (let batch = 0; batch < batches; batch++) {
    const visits = Array.from({ length: batchSize / 10 }, (_, place) =>
      course.visit(place % course.people.length, { at: minute(batch) }),
    );
    const views = Array.from({ length: batchSize }, (_, place) =>
      course.pageView(visits[place % visits.length]!, (place % 3) + 1),
    );
    const { recorded } = await course.send('pageViews', views);
    expect(recorded).toBe(batchSize);
  }
}

it('what is captured is not kept in memory: 40,000 page views leave it as it was', async () => {
  await capture(10);
  const before = bytesInUse();
  await capture(40);
  // An item of a request takes some 500 bytes, and what is prepared of it as many again.
  expect((bytesInUse() - before) / (40 * batchSize)).toBeLessThan(100);
}, 120_000);
