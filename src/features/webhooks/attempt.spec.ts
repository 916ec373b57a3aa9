import { triedAgainAt } from './attempt';

const schedule = [5_000, 300_000];
const patient = { retryAfter: 0 };

it('waits for each delay of the schedule, up to a fifth longer, and then gives up', () => {
  expect(triedAgainAt(1_000, 0, schedule, patient, 0)).toBe(6_000);
  expect(triedAgainAt(1_000, 1, schedule, patient, 0)).toBe(301_000);
  expect(triedAgainAt(1_000, 1, schedule, patient, 0.999)).toBeCloseTo(360_940, 6);
  expect(triedAgainAt(1_000, 2, schedule, patient, 0)).toBeUndefined();
});

it('waits as long as the receiver asks, a day at most', () => {
  expect(triedAgainAt(0, 0, schedule, { retryAfter: 60_000 }, 0)).toBe(60_000);
  expect(triedAgainAt(0, 1, schedule, { retryAfter: 60_000 }, 0)).toBe(300_000);
  expect(triedAgainAt(0, 0, schedule, { retryAfter: 1e12 }, 0)).toBe(86_400_000);
  expect(triedAgainAt(0, 2, schedule, { retryAfter: 60_000 }, 0)).toBeUndefined();
});
