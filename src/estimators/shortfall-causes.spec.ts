import { assert, constantFrom, double, property, array, record, boolean } from 'fast-check';
import { abilitiesOf } from './abilities';
import { expectedCoverage } from './coverage';
import {
  causesAfter,
  causesBetween,
  fadedShortfall,
  foreseenDays,
  noCauses,
  splitChange,
  type KnownCauses,
} from './shortfall-causes';

/** Who is there with what ability, and how many seats at 0 there are. */
interface Group {
  readonly people: readonly { readonly name: string; readonly mean: number }[];
  readonly seats: number;
}

const groups = record({
  people: array(
    record({
      name: constantFrom('Ada', 'Bob', 'Cem', 'Dana', 'Eva'),
      mean: double({ min: -3, max: 3, noNaN: true }),
    }),
    { maxLength: 5 },
  ),
  seats: constantFrom(0, 1, 2, 4),
});
const variance = 0.5;
const growth = 0.3;

function lacking({ people, seats }: Group, faded = 0): number {
  const seat = { id: 'seat', skill: 'skill', threshold: 0, headcount: seats };
  const abilities = abilitiesOf(
    new Map(people.map(({ name, mean }) => [name, { mean, variance: variance + faded }])),
  );
  return expectedCoverage([seat], () => abilities).bySeats.get('seat')?.expectedShortfall ?? 0;
}

/** One step from a group to the next, of whom are found in both the abilities of the next. */
function step(causes: KnownCauses, before: Group, after: Group, isRecalibrated: boolean): KnownCauses {
  const now = new Map(after.people.map(({ name, mean }) => [name, mean]));
  const knownAnew = before.people.map(({ name, mean }) => ({ name, mean: now.get(name) ?? mean }));
  const steps = {
    before: lacking(before),
    faded: lacking(before, growth),
    knownAnew: lacking({ people: knownAnew, seats: before.seats }),
    peopleAnew: lacking({ ...after, seats: before.seats }),
    after: lacking(after),
  };
  return causesAfter(causes, steps, isRecalibrated);
}

describe('the causes of a change', () => {
  it('add up to it over any steps, between any two of them', () => {
    assert(
      property(
        array(record({ group: groups, isRecalibrated: boolean() }), { minLength: 2, maxLength: 6 }),
        (days) => {
          let causes = noCauses;
          const each = days.map(({ group, isRecalibrated }, day) => {
            const before = days[day - 1];
            if (before) causes = step(causes, before.group, group, isRecalibrated);
            return { causes, shortfall: lacking(group) };
          });
          for (const [place, earlier] of each.entries())
            for (const later of each.slice(place)) {
              const change = later.shortfall - earlier.shortfall;
              const split = splitChange(change, causesBetween(earlier.causes, later.causes));
              const sum = Object.values<number>({ ...split }).reduce((all, one) => all + one, 0);
              expect(sum).toBeCloseTo(change, 9);
            }
        },
      ),
    );
  });

  it('are only what differs from the step before', () => {
    assert(
      property(groups, groups, boolean(), (before, other, isRecalibrated) => {
        const sameDemand = step(noCauses, before, { ...other, seats: before.seats }, isRecalibrated);
        expect(sameDemand.demand).toBe(0);
        const samePeople = step(noCauses, before, { ...before, seats: other.seats }, isRecalibrated);
        expect(samePeople.people).toBe(0);
        expect(step(noCauses, before, other, false).calibration).toBe(0);
        expect(step(noCauses, before, other, isRecalibrated).fading).toBeCloseTo(
          lacking(before, growth) - lacking(before),
          12,
        );
      }),
    );
  });

  it('leave evidence none of a step between calibrations', () => {
    const [before, after] = [
      { people: [{ name: 'Ada', mean: 0 }], seats: 1 },
      { people: [{ name: 'Ada', mean: 1 }], seats: 1 },
    ];
    const change = lacking(after) - lacking(before);
    const [learned, switched] = [false, true].map((isRecalibrated) =>
      splitChange(change, step(noCauses, before, after, isRecalibrated)),
    );
    const fading = lacking(before, growth) - lacking(before);
    expect(learned).toMatchObject({ calibration: 0, evidence: expect.closeTo(change - fading, 12) });
    expect(switched).toMatchObject({ evidence: expect.closeTo(0, 12) });
    expect(switched!.calibration).toBeCloseTo(change - fading, 12);
  });
});

describe('a shortfall that fades', () => {
  it('is as foreseen on the days foreseen, in a straight line between them, and then stays', () => {
    const foreseen = [2.1, 2.4, 3];
    expect([0, ...foreseenDays].map((days) => fadedShortfall(2, foreseen, days))).toEqual([2, ...foreseen]);
    expect([0.5, 16, 900].map((days) => fadedShortfall(2, foreseen, days))).toEqual([
      expect.closeTo(2.05, 12),
      expect.closeTo(2.25, 12),
      3,
    ]);
    expect(fadedShortfall(2, [], 40)).toBe(2);
  });
});
