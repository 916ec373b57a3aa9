import fc from 'fast-check';
import { microsecondsOf, StoredTimes, timeText } from './stored-times';

afterEach(() => jest.restoreAllMocks());

test('times of storing rise whatever the clock does, and none that is given out later lies before what is consistent', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          clock: fc.integer({ min: 0, max: 1e6 }),
          count: fc.integer({ min: 1, max: 5_000 }),
          settles: fc.boolean(),
        }),
      ),
      (steps) => {
        const times = new StoredTimes();
        let [last, through] = [0, 0];
        const open: { first: number; settle(): void }[] = [];
        for (const { clock, count, settles } of steps) {
          jest.spyOn(Date, 'now').mockReturnValue(clock);
          const given = times.give(count, 0);
          expect(given.first).toBeGreaterThan(last);
          expect(given.first).toBeGreaterThan(through);
          last = given.first + count - 1;
          if (settles) given.settle();
          else open.push(given);
          const next = times.consistentThrough();
          for (const { first } of open) expect(next).toBeLessThan(first);
          through = next;
        }
      },
    ),
  );
});

test('times lie after what the graph has', () => {
  expect(new StoredTimes().give(1, 9e15).first).toBe(9e15 + 1);
});

test('a time is written with its microseconds, and read back', () => {
  const text = timeText(1_769_850_000_123_456);
  expect(text).toBe('2026-01-31T09:00:00.123456Z');
  expect(microsecondsOf(text, Date.parse(text))).toBe(1_769_850_000_123_456);
  expect(microsecondsOf('2026-01-31T09:00:00Z', 1_769_850_000_000)).toBe(1_769_850_000_000_000);
  expect(microsecondsOf('2026-01-31T09:00:00.1234567Z', 1_769_850_000_123)).toBe(1_769_850_000_123_456);
});
