import fc from 'fast-check';
import { startApp, type TestApp } from './kit/app';
import { Course, minute, pages, type CaptureKind } from './kit/capture';
import { withdrawal } from './kit/graph';
import { split } from './kit/histories';
import { numberOfRuns } from './kit/sampling';

let app: TestApp;
let course: Course;
beforeAll(async () => {
  app = await startApp();
  course = await Course.build(await app.as('admin'), 3);
});
afterAll(() => app.close());

const writers = 4;
const deliveries = fc.array(fc.record({ writer: fc.nat(writers - 1), place: fc.nat(100) }), {
  minLength: 1,
  maxLength: 3,
});
/** When an item is sent, and when its withdrawal is, if at all. */
const sent = { deliveries, withdrawn: fc.option(deliveries) };

const views = fc.array(
  fc.record({
    kind: fc.constantFrom('pageViews' as const, 'videoViews' as const),
    page: fc.integer({ min: 1, max: pages }),
    pauses: fc.nat(3),
    ...sent,
  }),
  { maxLength: 4 },
);
const histories = fc.record({
  visits: fc.array(
    fc.record({
      person: fc.nat(2),
      revision: fc.integer({ min: 1, max: 2 }),
      /** What is told of it, by an item each; null where its start never comes. */
      told: fc.option(
        fc.array(fc.record({ completedAt: fc.boolean(), endedAt: fc.boolean(), deliveries }), {
          minLength: 1,
          maxLength: 3,
        }),
      ),
      withdrawn: fc.option(deliveries),
      views,
    }),
    { minLength: 1, maxLength: 5 },
  ),
  batchSizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
});
type History = typeof histories extends fc.Arbitrary<infer Value> ? Value : never;

interface Sent {
  readonly kind: CaptureKind;
  readonly item: object;
  readonly deliveries: readonly { readonly writer: number; readonly place: number }[];
}

/** Every item of a history, under the source of a course. */
function itemsOf(own: Course, { visits }: History): Sent[] {
  return visits.flatMap(({ person, revision, told, withdrawn, views: ofVisit }): Sent[] => {
    const visit = own.visit(person, { revision });
    const taken = (kind: CaptureKind, item: typeof visit, when: Sent['deliveries'] | null): Sent[] =>
      when ? [{ kind, item: withdrawal(item), deliveries: when }] : [];
    return [
      ...(told ?? []).map(({ completedAt, endedAt, deliveries: when }): Sent => ({
        kind: 'visits',
        item: {
          ...visit,
          ...(completedAt && { completedAt: minute(60) }),
          ...(endedAt && { endedAt: minute(61) }),
        },
        deliveries: when,
      })),
      ...taken('visitWithdrawals', visit, withdrawn),
      ...ofVisit.flatMap(({ kind, page, pauses, deliveries: when, withdrawn: back }): Sent[] => {
        const item =
          kind === 'pageViews'
            ? own.pageView(visit, page, { pauses })
            : own.videoView(visit, page, { pauses });
        const withdrawals = kind === 'pageViews' ? 'pageViewWithdrawals' : 'videoViewWithdrawals';
        return [{ kind, item, deliveries: when }, ...taken(withdrawals, item, back)];
      }),
    ];
  });
}

/** Sends items in batches of one kind each, the kinds in the order in which a batch has them first. */
async function send(own: Course, items: readonly Sent[]): Promise<void> {
  for (const kind of new Set(items.map((item) => item.kind)))
    await own.sendAll(
      kind,
      items.filter((item) => item.kind === kind).map(({ item }) => item),
    );
}

it('the same items give the same stored graph in any order, batches, repetition and interleaving', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const [once, anyhow] = [course.copy(), course.copy()];
      await send(once, itemsOf(once, history));
      const items = itemsOf(anyhow, history);
      await Promise.all(
        Array.from({ length: writers }, async (_, writer) => {
          const own = items
            .flatMap((item) =>
              item.deliveries.flatMap((one) => (one.writer === writer ? [{ item, ...one }] : [])),
            )
            .sort((left, right) => left.place - right.place)
            .map(({ item }) => item);
          for (const batch of split(own, history.batchSizes)) await send(anyhow, batch);
        }),
      );
      const stored = await once.stored(app.database);
      expect(await anyhow.stored(app.database)).toEqual(stored);
      expect(stored).toHaveLength(countOf(history));
    }),
    { numRuns: numberOfRuns(6, 100) },
  );
}, 120_000);

/** How many nodes it is to make: items, stubs for visits whose start never comes, what is awaited, and withdrawals. */
function countOf({ visits }: History): number {
  return visits.reduce((sum, { told, withdrawn, views: ofVisit }) => {
    const isThere = told !== null || withdrawn !== null || ofVisit.length > 0;
    const taken = [withdrawn, ...ofVisit.map((view) => view.withdrawn)].filter((one) => one !== null);
    return sum + (isThere ? 1 : 0) + ofVisit.length + taken.length;
  }, 0);
}
