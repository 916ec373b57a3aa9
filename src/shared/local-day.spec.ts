import fc from 'fast-check';
import { datePlus, dayOfDate, localDate } from './local-day';

const hour = 3_600_000;
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];

describe('a day of a time zone', () => {
  it('begins and ends by its own clocks', () => {
    expect(dayOfDate('2026-01-31', 'Europe/Berlin')).toEqual({
      date: '2026-01-31',
      from: Date.UTC(2026, 0, 30, 23),
      to: Date.UTC(2026, 0, 31, 23),
    });
  });

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-10-26', 24],
  ])('has as many hours as its clocks show: %s', (date, hours) => {
    const { from, to } = dayOfDate(date, 'Europe/Berlin')!;
    expect((to - from) / hour).toBe(hours);
  });

  it.each(['2026-02-30', '2026-2-3', 'yesterday', '2026-01-31T00:00', ''])('is none of %p', (text) => {
    expect(dayOfDate(text, 'UTC')).toBeUndefined();
  });

  it('is the one that holds the moments of its date, and days follow without a gap', () => {
    const moments = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, zone) => {
        const day = dayOfDate(localDate(moment, zone), zone)!;
        expect(day.from).toBeLessThanOrEqual(moment);
        expect(moment).toBeLessThan(day.to);
        expect(dayOfDate(datePlus(day.date, 1), zone)!.from).toBe(day.to);
      }),
    );
  });
});
