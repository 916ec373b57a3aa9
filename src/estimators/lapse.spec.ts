import fc from 'fast-check';
import { lapseOf } from './lapse';
import { expectedLevel, probabilityAtLeast } from './level';

/** Widens by so much a day from day 0 on, up to a bound. */
const fading =
  (mean: number, variance: number, perDay: number, widest: number) =>
  (day: number): { mean: number; variance: number } => ({
    mean,
    variance: Math.max(variance, Math.min(widest, variance + perDay * day)),
  });
const sure = { level: 0.6, reference: 0, meetsFrom: 0.8, sureFrom: 0.8 };

describe('a requirement that is met', () => {
  it('lapses on the day from which on it is no longer sure enough', () => {
    // The threshold is logit(0.6) = 0.405; Φ(0.5947 / sd) is 0.8 where sd is 0.7066, the variance 0.4993.
    const lapse = lapseOf(fading(1, 0.1, 0.01, 2), sure, 0, 90);
    expect(lapse!.by).toBe('CERTAINTY');
    expect(lapse!.day).toBeCloseTo(39.9, 1);
  });

  it('lapses by its level, which what is forgotten draws to the middle, though it is likelier reached than not', () => {
    const lapse = lapseOf(
      fading(1, 0.1, 0.02, 3),
      { level: 0.7, reference: 0, meetsFrom: 0.5, sureFrom: 0.5 },
      0,
      90,
    );
    expect(lapse!.by).toBe('LEVEL');
  });

  it('lapses when it is no longer sure, though it is still met', () => {
    const lapse = lapseOf(fading(1, 0.1, 0.01, 2), { ...sure, meetsFrom: 0.5 }, 0, 90);
    expect(lapse).toMatchObject({ by: 'CERTAINTY', day: expect.closeTo(39.9, 1) });
  });

  it('lapses by its level where it was met and never sure', () => {
    const required = { level: 0.7, reference: 0, meetsFrom: 0.5, sureFrom: 0.99 };
    expect(lapseOf(fading(1, 0.1, 0.02, 3), required, 0, 90)).toMatchObject({ by: 'LEVEL' });
  });

  it('lapses by forgetting when what was practised is no longer remembered well enough, though its level lasts', () => {
    const practisedOn = (day: number) => 0.5 + 0.4 / (1 + 0.1 * day);
    const lasting = fading(1, 0.1, 0, 2);
    // 0.4 / (1 + day / 10) is 0.1 after 30 days.
    expect(lapseOf(lasting, sure, 0, 90, practisedOn)).toMatchObject({
      by: 'FORGETTING',
      day: expect.closeTo(30, 1),
    });
    expect(lapseOf(lasting, sure, 0, 90, () => 0.5)).toBeUndefined();
    expect(lapseOf(lasting, sure, 0, 90)).toBeUndefined();
  });

  it('does not lapse before the days that are asked for end, nor where it was not met', () => {
    expect(lapseOf(fading(1, 0.1, 0.01, 2), sure, 0, 39)).toBeUndefined();
    expect(lapseOf(fading(1, 0.1, 0.01, 0.4), sure, 0, 1e4)).toBeUndefined();
    expect(lapseOf(fading(0, 0.1, 0.01, 2), sure, 0, 90)).toBeUndefined();
  });

  it('holds until the day before, and not from that day on, whatever fades how fast', () => {
    const unit = fc.double({ min: 0.02, max: 0.98, noNaN: true });
    const logit = fc.double({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(
        logit,
        logit,
        unit,
        unit,
        unit,
        unit,
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        unit,
        (mean, reference, level, one, other, variance, perDay, fresh) => {
          const practisedOn = (day: number) => fresh / (1 + perDay * day);
          const abilityOn = fading(mean, variance, perDay, 4);
          const [meetsFrom, sureFrom] = [Math.min(one, other), Math.max(one, other)];
          const required = { level, reference, meetsFrom, sureFrom };
          const probability = (day: number) => probabilityAtLeast(abilityOn(day), level, reference);
          const holds = {
            CERTAINTY: (day: number) => probability(day) >= sureFrom,
            LEVEL: (day: number) => expectedLevel(abilityOn(day), reference) >= level,
            FORGETTING: (day: number) => practisedOn(day) >= level,
          };
          const lapse = lapseOf(abilityOn, required, 0, 365, practisedOn);
          const lasting = (['CERTAINTY', 'LEVEL', 'FORGETTING'] as const).filter((by) => holds[by](0));
          if (!lapse) return probability(0) < meetsFrom || lasting.every((by) => holds[by](365));
          const { day, by } = lapse;
          return (
            probability(0) >= meetsFrom &&
            lasting.every((held) => holds[held](Math.max(0, day - 1 / 48))) &&
            !holds[by](day) &&
            !holds[by](365)
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
