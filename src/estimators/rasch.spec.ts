import fc from 'fast-check';
import { levelOf } from './level';
import { logistic } from './normal';
import { rasch } from './rasch';
import type { Gaussian, ModelParameters, SkillState } from './types';

const day = 86_400_000;
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const difficulty = real(-4, 4);
const score = fc.oneof(fc.constantFrom(0, 1), real(0, 1));
const days = real(0, 5_000);
const state: fc.Arbitrary<SkillState> = fc.record({
  mean: real(-4, 4),
  variance: real(0.1, 4),
  lastEvidenceAt: fc.integer({ min: 0, max: 2_000_000_000_000 }),
  answers: fc.integer({ min: 1, max: 100 }),
});
const parametersWith = (priorVariance: number): ModelParameters => ({
  priorMean: 0,
  priorVariance,
  fadingPerDay: 0.5 / 365.25,
});
const widest = parametersWith(4);
/** A stored state is never less certain than the prior it came from. */
const within = fc
  .record({ state, prior: real(0.1, 4), fadingPerDay: real(0, 0.1) })
  .map(({ state: given, prior, fadingPerDay }) => ({
    state: given,
    parameters: { priorMean: 0.3, priorVariance: Math.max(prior, given.variance), fadingPerDay },
  }));

const personOf = (states: Readonly<Record<string, SkillState>>) => new Map(Object.entries(states));

describe('an answer to a question on one skill', () => {
  it('never lowers the level at that instant where it is right, never raises it where it is wrong', () => {
    fc.assert(
      fc.property(state, difficulty, difficulty, (before, asked, reference) => {
        const at = before.lastEvidenceAt;
        const levelAfter = (given: 0 | 1) => {
          const moved = rasch.step(
            personOf({ skill: before }),
            { at, score: given, difficulty: asked, skills: ['skill'] },
            widest,
          );
          return levelOf(rasch.fade(moved.get('skill'), at, widest), reference).level;
        };
        const { level } = levelOf(rasch.fade(before, at, widest), reference);
        expect(levelAfter(1)).toBeGreaterThanOrEqual(level - 1e-12);
        expect(levelAfter(0)).toBeLessThanOrEqual(level + 1e-12);
      }),
      { numRuns: 1_000 },
    );
  });

  it('moves the mean the more, the higher the score', () => {
    fc.assert(
      fc.property(state, difficulty, real(0, 0.9), (before, asked, given) => {
        const meanAfter = (value: number) =>
          rasch
            .step(
              personOf({ skill: before }),
              { at: before.lastEvidenceAt, score: value, difficulty: asked, skills: ['skill'] },
              widest,
            )
            .get('skill')!.mean;
        expect(meanAfter(given + 0.1)).toBeGreaterThan(meanAfter(given));
      }),
    );
  });

  it('starts from the prior where nothing was known', () => {
    const parameters = { ...parametersWith(2), priorMean: 0.7 };
    const at = 5 * day;
    const observation = { at, score: 1, difficulty: 0, skills: ['skill'] };
    const moved = rasch.step(new Map(), observation, parameters).get('skill')!;
    const prior = { mean: 0.7, variance: 2, lastEvidenceAt: at, answers: 0 };
    expect(moved).toStrictEqual(rasch.step(personOf({ skill: prior }), observation, parameters).get('skill'));
    expect(moved.answers).toBe(1);
    expect(moved.mean).toBeGreaterThan(0.7);
  });

  it('gives the mean and variance that the posterior has', () => {
    const before = { mean: 0.5, variance: 1.5 };
    for (const [given, asked] of [
      [1, 1],
      [0, -1],
      [0.5, 0],
    ] as const) {
      const moved = rasch
        .step(
          personOf({ skill: { ...before, lastEvidenceAt: 0, answers: 1 } }),
          { at: 0, score: given, difficulty: asked, skills: ['skill'] },
          widest,
        )
        .get('skill')!;
      const exact = posteriorByGrid(before, asked, given);
      expect(moved.mean).toBeCloseTo(exact.mean, 4);
      expect(moved.variance).toBeCloseTo(exact.variance, 4);
    }
  });
});

/** The posterior by brute force: the product of density and likelihood on a fine grid. */
function posteriorByGrid({ mean, variance }: Gaussian, asked: number, given: number): Gaussian {
  const sums = [0, 0, 0];
  for (let ability = mean - 14; ability <= mean + 14; ability += 0.001) {
    const p = logistic(ability - asked);
    const weight = Math.exp((-0.5 * (ability - mean) ** 2) / variance) * p ** given * (1 - p) ** (1 - given);
    sums.forEach((_, power) => (sums[power]! += weight * ability ** power));
  }
  const centre = sums[1]! / sums[0]!;
  return { mean: centre, variance: sums[2]! / sums[0]! - centre * centre };
}

describe('certainty', () => {
  it('is never lost by an answer: only fading makes the variance grow', () => {
    fc.assert(
      fc.property(
        fc.array(state, { minLength: 1, maxLength: 4 }),
        difficulty,
        score,
        days,
        (states, asked, given, later) => {
          const skills = states.map((_, index) => `skill ${String(index)}`);
          const person = new Map(states.map((one, index) => [skills[index]!, one]));
          const at = Math.max(...states.map(({ lastEvidenceAt }) => lastEvidenceAt)) + later * day;
          const moved = rasch.step(person, { at, score: given, difficulty: asked, skills }, widest);
          for (const skill of skills) {
            const faded = rasch.fade(person.get(skill), at, widest);
            expect(moved.get(skill)!.variance).toBeLessThanOrEqual(faded.variance + 1e-12);
            expect(moved.get(skill)!.variance).toBeGreaterThan(0);
          }
        },
      ),
    );
  });

  it('fades, but never beyond the prior, and the ability itself does not', () => {
    fc.assert(
      fc.property(within, days, days, ({ state: before, parameters }, some, more) => {
        const sooner = rasch.fade(before, before.lastEvidenceAt + some * day, parameters);
        const later = rasch.fade(before, before.lastEvidenceAt + (some + more) * day, parameters);
        expect(sooner.variance).toBeGreaterThanOrEqual(before.variance);
        expect(later.variance).toBeGreaterThanOrEqual(sooner.variance);
        expect(later.variance).toBeLessThanOrEqual(parameters.priorVariance);
        expect(later.mean).toBe(before.mean);
      }),
    );
  });

  it('fades in two stretches as in one', () => {
    fc.assert(
      fc.property(within, days, days, ({ state: before, parameters }, some, more) => {
        const t1 = before.lastEvidenceAt + some * day;
        const t2 = t1 + more * day;
        const halfway = { ...before, ...rasch.fade(before, t1, parameters), lastEvidenceAt: t1 };
        const inTwo = rasch.fade(halfway, t2, parameters);
        const inOne = rasch.fade(before, t2, parameters);
        expect(Math.abs(inTwo.variance - inOne.variance)).toBeLessThan(1e-9);
        expect(levelOf(inTwo, 0).level).toBeCloseTo(levelOf(inOne, 0).level, 9);
      }),
    );
  });

  it('is the prior’s where nothing is known, at any time', () => {
    fc.assert(
      fc.property(fc.integer(), (at) => {
        expect(rasch.fade(undefined, at, widest)).toEqual({ mean: 0, variance: 4 });
      }),
    );
  });
});

describe('an answer to a question on several skills', () => {
  const skills = ['a', 'b', 'c'];
  const beliefs = fc.record({ a: state, b: state, c: state, other: state });
  const at = 2_000_000_000_000;

  it('moves these skills and no other', () => {
    fc.assert(
      fc.property(beliefs, difficulty, score, (states, asked, given) => {
        const person = personOf(states);
        const kept = structuredClone(person);
        const moved = rasch.step(person, { at, score: given, difficulty: asked, skills: ['a', 'b'] }, widest);
        expect([...moved.keys()].sort()).toEqual(['a', 'b']);
        expect(person).toEqual(kept);
      }),
    );
  });

  it('moves each of equally known skills by no more than a question on it alone would', () => {
    fc.assert(
      fc.property(state, difficulty, score, fc.integer({ min: 2, max: 3 }), (one, asked, given, count) => {
        const person = personOf({ a: one, b: one, c: one });
        const shiftOf = (asking: string[]) => {
          const moved = rasch.step(person, { at, score: given, difficulty: asked, skills: asking }, widest);
          return Math.abs(moved.get('a')!.mean - one.mean);
        };
        expect(shiftOf(skills.slice(0, count))).toBeLessThanOrEqual(shiftOf(['a']) + 1e-12);
      }),
    );
  });

  it('moves all in one direction, the less certain ones further, as their variances are', () => {
    fc.assert(
      fc.property(beliefs, difficulty, score, (states, asked, given) => {
        const person = personOf(states);
        const moved = rasch.step(person, { at, score: given, difficulty: asked, skills: ['a', 'b'] }, widest);
        const shift = (skill: 'a' | 'b') => moved.get(skill)!.mean - states[skill].mean;
        const variance = (skill: 'a' | 'b') => rasch.fade(states[skill], at, widest).variance;
        expect(shift('a') * variance('b')).toBeCloseTo(shift('b') * variance('a'), 9);
      }),
    );
  });

  it('is expected to be right with a probability that rises with each ability', () => {
    fc.assert(
      fc.property(beliefs, difficulty, (states, asked) => {
        const better = { ...states, a: { ...states.a, mean: states.a.mean + 0.5 } };
        const observation = { at, difficulty: asked, skills: ['a', 'b'] };
        const expected = rasch.expect(personOf(states), observation, widest);
        expect(rasch.expect(personOf(better), observation, widest)).toBeGreaterThan(expected);
        expect(expected).toBeGreaterThanOrEqual(0);
        expect(expected).toBeLessThanOrEqual(1);
      }),
    );
  });
});
