import fc from 'fast-check';
import { learnedBy, takenWithin } from './learning-path';
import { probabilityAbove } from './level';

const ability = { mean: -1, variance: 0.5 };
const seen = (mean: number, hours: number | null = 2) => ({ hours, gain: { mean, variance: 0.1 }, upTo: 3 });
const said = (upTo: number) => ({ hours: 1, gain: null, upTo });

describe('what lessons do for an ability', () => {
  it('adds the gains that were seen, with what is not sure of them, until it is enough', () => {
    const { ability: after, ...path } = learnedBy(ability, [seen(0.6), seen(0.6), seen(0.6)], 0, 0.5);
    expect(path).toEqual({ taken: 2, hours: 4 });
    expect(after.mean).toBeCloseTo(0.2, 12);
    expect(after.variance).toBeCloseTo(0.7, 12);
    expect(probabilityAbove(after, 0)).toBeGreaterThan(0.5);
  });

  it('lifts to what authors say, and never lowers', () => {
    expect(learnedBy(ability, [said(1)], 0, 0.5)).toEqual({
      ability: { mean: 1, variance: 0.5 },
      taken: 1,
      hours: 1,
    });
    expect(learnedBy(ability, [said(-2)], 0, 0.5).ability).toEqual(ability);
  });

  it('says no hours where those of one lesson are not known', () => {
    expect(learnedBy(ability, [seen(0.4), seen(0.4, null), seen(0.4)], 0, 0.5)).toMatchObject({
      taken: 3,
      hours: null,
    });
  });

  it('needs no lesson for who is there already', () => {
    expect(learnedBy({ mean: 1, variance: 0.5 }, [seen(1)], 0, 0.5)).toMatchObject({ taken: 0, hours: 0 });
  });
});

describe('what is taken within some hours', () => {
  const course = (hours: number, mean: number) => ({ hours, gains: new Map([['a', { mean, variance: 0 }]]) });
  const worthOf = (taken: readonly ReturnType<typeof course>[]) =>
    taken.reduce((sum, { gains }) => sum + (gains.get('a')?.mean ?? 0), 0);

  it('is what raises most in an hour first, as long as it fits', () => {
    const [slow, quick, long] = [course(4, 2), course(1, 1), course(9, 20)];
    expect(takenWithin(5, [slow, quick, long], worthOf)).toEqual([quick, slow]);
    expect(takenWithin(10, [slow, quick, long], worthOf)).toEqual([long, quick]);
    expect(takenWithin(0.5, [slow, quick, long], worthOf)).toEqual([]);
  });

  it('takes no course twice, none that raises nothing, and no more than there is time for', () => {
    const some = fc.array(
      fc.tuple(fc.double({ min: 0.1, max: 9, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
    );
    fc.assert(
      fc.property(some, fc.double({ min: 0, max: 20, noNaN: true }), (given, hours) => {
        const courses = given.map(([length, mean]) => course(length, mean));
        const taken = takenWithin(hours, courses, worthOf);
        expect(new Set(taken).size).toBe(taken.length);
        expect(taken.reduce((sum, one) => sum + one.hours, 0)).toBeLessThanOrEqual(hours + 1e-9);
        for (const one of taken) expect(worthOf([one])).toBeGreaterThan(0);
      }),
    );
  });
});
