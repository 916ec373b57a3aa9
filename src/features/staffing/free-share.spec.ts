import fc from 'fast-check';
import { freeTimeIn, isFreeFor, type ShareOfTime, type WorkingTime } from './free-share';

const day = (date: number): number => Date.UTC(2026, 0, date);
const stretch = (share: number, from: number, to: number | null): ShareOfTime => ({
  share,
  from: day(from),
  to: to === null ? null : day(to),
});
const period = (from: number, to: number) => ({ from: day(from), to: day(to) });
const always: WorkingTime = { availability: [], assignments: [], activeUntil: Infinity };

describe('the free share of a period', () => {
  it('is all of it where nothing is stated and nothing assigned', () => {
    expect(freeTimeIn(period(1, 31), always)).toMatchObject({ least: 1, mean: 1 });
  });

  it('is what is available less all that is assigned at the same time', () => {
    const time = { ...always, availability: [stretch(0.8, 0, null)], assignments: [stretch(0.3, 5, null)] };
    expect(freeTimeIn(period(10, 20), time)).toMatchObject({ least: 0.5, mean: 0.5 });
    const more = { ...time, assignments: [...time.assignments, stretch(0.1, 12, 14)] };
    expect(freeTimeIn(period(10, 20), more)).toMatchObject({ least: 0.4, mean: 0.48 });
  });

  it('is never below nothing, and nothing after they have left', () => {
    const busy = { ...always, assignments: [stretch(1, 0, null), stretch(0.5, 0, null)] };
    expect(freeTimeIn(period(1, 3), busy)).toMatchObject({ least: 0, mean: 0 });
    expect(freeTimeIn(period(1, 5), { ...always, activeUntil: day(4) })).toMatchObject({
      least: 0,
      mean: 0.75,
    });
    expect(freeTimeIn(period(1, 5), { ...always, activeUntil: day(5) })).toMatchObject({ least: 1, mean: 1 });
    expect(freeTimeIn(period(1, 5), { ...always, activeUntil: day(0) })).toMatchObject({ least: 0, mean: 0 });
  });

  it('does not add up assignments that follow each other', () => {
    const time = { ...always, assignments: [stretch(0.6, 0, 10), stretch(0.6, 10, 20)] };
    expect(freeTimeIn(period(5, 15), time)).toMatchObject({ least: 0.4, mean: 0.4 });
  });

  it('is told by the availability that began last, and by the one before once that has ended', () => {
    const time = { ...always, availability: [stretch(0.5, 0, null), stretch(0.9, 10, 20)] };
    expect(freeTimeIn(period(12, 14), time).least).toBe(0.9);
    expect(freeTimeIn(period(19, 22), time).least).toBe(0.5);
    const holiday = { ...always, availability: [stretch(0, 10, 12)] };
    expect(freeTimeIn(period(1, 21), holiday)).toMatchObject({ least: 0, mean: 0.9 });
  });

  it('is most at the moment when most is free, which is nothing for who never has time', () => {
    const time = { ...always, assignments: [stretch(1, 0, 10), stretch(0.25, 10, null)] };
    expect(freeTimeIn(period(5, 15), time).most).toBe(0.75);
    expect(freeTimeIn(period(5, 10), time).most).toBe(0);
    expect([period(5, 15), period(5, 10)].map((one) => isFreeFor(one, null, time))).toEqual([true, false]);
  });

  it('without an end has a least share, and no mean', () => {
    const time = { ...always, assignments: [stretch(0.25, 40, null)] };
    expect(freeTimeIn({ from: day(1), to: Infinity }, time)).toMatchObject({ least: 0.75, mean: null });
  });

  it('is enough where it is that share to within rounding', () => {
    const time = { ...always, assignments: [stretch(0.7, 0, null), stretch(0.1, 0, null)] };
    expect(isFreeFor(period(1, 2), 0.2, time)).toBe(true);
    expect(isFreeFor(period(1, 2), 0.21, time)).toBe(false);
  });

  const hour = 3_600_000;
  const hours = fc.integer({ min: 0, max: 240 });
  const stretches = fc.uniqueArray(
    fc.record({
      share: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
      from: hours,
      length: fc.option(fc.integer({ min: 1, max: 120 })),
    }),
    { maxLength: 6, selector: ({ from }) => from },
  );
  const inTime = stretches.map((some) =>
    some.map(({ share, from, length }) => ({
      share,
      from: from * hour,
      to: length === null ? null : (from + length) * hour,
    })),
  );

  it('is what going through it hour by hour gives', () => {
    fc.assert(
      fc.property(
        fc.record({ availability: inTime, assignments: inTime, activeUntil: fc.option(hours) }),
        fc.tuple(hours, fc.integer({ min: 1, max: 240 })),
        ({ activeUntil, ...stated }, [from, length]) => {
          const time = { ...stated, activeUntil: activeUntil === null ? Infinity : activeUntil * hour };
          const lasting = (some: readonly ShareOfTime[], at: number) =>
            some.filter((one) => one.from <= at && (one.to === null || one.to > at));
          const shares = Array.from({ length }, (_, index) => {
            const at = (from + index) * hour;
            const [last] = lasting(time.availability, at).sort((one, other) => other.from - one.from);
            const taken = lasting(time.assignments, at).reduce((sum, { share }) => sum + share, 0);
            return at >= time.activeUntil ? 0 : Math.max(0, (last?.share ?? 1) - taken);
          });
          const found = freeTimeIn({ from: from * hour, to: (from + length) * hour }, time);
          expect(found.least).toBeCloseTo(Math.min(...shares), 8);
          expect(found.mean).toBeCloseTo(shares.reduce((sum, share) => sum + share, 0) / length, 8);
        },
      ),
    );
  });
});
