import fc from 'fast-check';
import { learnedBy, pathThrough, takenWithin, type Lesson, type ModuleToLearn } from './learning-path';
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

describe('the way through modules to all that is required', () => {
  const required = [
    { ability, threshold: 0, importance: 1 },
    { ability: { mean: 1, variance: 0.5 }, threshold: 0, importance: 1 },
    { ability, threshold: 1, importance: 2 },
  ];
  const module = (
    id: string,
    requirement: number,
    lesson: Lesson,
    given: { from?: number; prerequisites?: string[] } = {},
  ) => ({
    ...{ id, hours: lesson.hours, prerequisites: given.prerequisites ?? [] },
    teaches: [{ requirement, lesson, from: given.from ?? null }],
  });
  const idsOf = (modules: readonly ModuleToLearn[]) =>
    pathThrough(required, modules, 0.5).map((step) => step.module.id);

  it('takes first what raises fit most in an hour, what is met needs none, and unknown hours come last', () => {
    expect(
      idsOf([module('slow', 0, seen(2, 20)), module('met', 1, seen(2)), module('quick', 2, seen(3, 2))]),
    ).toEqual(['quick', 'slow']);
    expect(idsOf([module('unknown', 2, seen(3, null)), module('slow', 0, seen(2, 50))])).toEqual([
      'slow',
      'unknown',
    ]);
  });

  it('begins nothing before its prerequisites and before the ability that it is for', () => {
    expect(
      idsOf([
        module('advanced', 2, seen(2, 1), { prerequisites: ['basics', 'elsewhere'] }),
        module('basics', 2, seen(0.2, 10)),
      ]),
    ).toEqual(['basics', 'advanced']);
    expect(idsOf([module('advanced', 2, said(2), { from: 0 }), module('basics', 2, said(0.5))])).toEqual([
      'basics',
      'advanced',
    ]);
    expect(idsOf([module('advanced', 2, said(2), { from: 0 })])).toEqual([]);
  });

  it('never leads down, and takes each once', () => {
    const modules = fc.array(
      fc.record({
        requirement: fc.nat(2),
        up: fc.integer({ min: -2, max: 3 }),
        hours: fc.integer({ min: 1, max: 9 }),
      }),
    );
    fc.assert(
      fc.property(modules, (given) => {
        const steps = pathThrough(
          required,
          given.map(({ requirement, up, hours }, at) => module(String(at), requirement, seen(up, hours))),
          0.5,
        );
        const fits = steps.map(({ fit }) => fit);
        expect(fits).toEqual([...fits].sort((one, other) => one - other));
        expect(new Set(steps.map((step) => step.module.id)).size).toBe(steps.length);
      }),
    );
  });
});
