import fc from 'fast-check';
import { broaderAbility, KnownBelow, type BroaderParts, type SkillPlace } from './broader';
import { levelOf } from './level';
import { usualParameters } from './parameter-scales';
import { abilityOn, newPerson, newSkill, type PersonState, type SkillState } from './person-state';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Places of skills by what is directly below each; who is below nothing is named there only. */
function hierarchyOf(below: Readonly<Record<string, readonly string[]>>, archived: readonly string[] = []) {
  const names = new Set([...Object.keys(below), ...Object.values(below).flat()]);
  const inUse = (skill: string) => !archived.includes(skill);
  return new Map<string, SkillPlace>(
    [...names].map((skill) => [
      skill,
      {
        broader: Object.keys(below).filter((above) => below[above]!.includes(skill)),
        narrower: (below[skill] ?? []).filter(inUse).length,
        inUse: inUse(skill),
      },
    ]),
  );
}
const sharesOf = (
  known: readonly string[],
  below: Readonly<Record<string, readonly string[]>>,
  archived: readonly string[] = [],
) => {
  const shares = new KnownBelow(known, hierarchyOf(below, archived)).sharesOf('top');
  return shares && Object.fromEntries([...shares.known, ['?', shares.unknown]]);
};

describe('the shares of a broader skill', () => {
  const flat = { top: ['a', 'b', 'c', 'd'] };
  it.each<[string, readonly string[], Record<string, string[]>, object | undefined]>([
    ['are equal, and unknown where nothing is known', ['a'], flat, { a: 0.25, '?': 0.75 }],
    ['of several', ['a', 'd'], flat, { a: 0.25, d: 0.25, '?': 0.5 }],
    ['are all of the one there is', ['a'], { top: ['a'] }, { a: 1, '?': 0 }],
    ['are shared out again', ['x'], { top: ['a', 'b'], a: ['x', 'y'] }, { x: 0.25, '?': 0.75 }],
    ['count each way', ['x'], { top: ['a', 'b'], a: ['x', 'y'], b: ['x'] }, { x: 0.75, '?': 0.25 }],
    ['are not there where nothing is known', ['other'], { top: ['a'], else: ['other'] }, undefined],
    [
      'have one for the skill itself, as which the unknown stand',
      ['top', 'a'],
      flat,
      { top: 0.8, a: 0.2, '?': 0 },
    ],
    ['are the skill itself where no other is known', ['top'], flat, { top: 1, '?': 0 }],
    [
      'have the unknown stand as the nearest above',
      ['a', 'x'],
      { top: ['a', 'b'], a: ['x', 'm'], m: ['y', 'z'], b: ['z', 'w'] },
      { a: 1 / 3, x: 1 / 6, '?': 0.5 },
    ],
    [
      'separate the ways by which the unknown is reached',
      ['a', 'z'],
      { top: ['a', 'b'], a: ['m'], b: ['m'], m: ['y', 'z'] },
      { a: 0.25 + 0.125, z: 0.125 + 0.25, '?': 0.25 },
    ],
  ])('%s', (_, known, below, expected) => {
    const shares = sharesOf(known, below);
    if (!expected) {
      expect(shares).toBeUndefined();
      return;
    }
    expect(Object.keys(shares!).sort()).toEqual(Object.keys(expected).sort());
    for (const [skill, share] of Object.entries(expected))
      expect(shares).toHaveProperty(skill, expect.closeTo(share as number, 12));
  });

  it('leave out what is out of use, unless it leads to evidence', () => {
    expect(sharesOf(['a'], flat, ['b', 'c'])).toEqual({ a: 0.5, '?': 0.5 });
    expect(sharesOf(['a'], flat, ['a', 'b', 'c'])).toEqual({ a: 0.5, '?': 0.5 });
  });

  it('sum to 1 in any hierarchy, whatever is known and in whatever order it is given', () => {
    const size = 12;
    const name = (place: number) => (place === 0 ? 'top' : String(place));
    // A skill is below some of those before it: no circle.
    const edges = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { minLength: 5, maxLength: 40 });
    const known = fc.uniqueArray(fc.nat(size - 1).map(name), { maxLength: size });
    fc.assert(
      fc.property(edges, known, fc.uniqueArray(fc.nat(size - 1).map(name)), (drawn, some, archived) => {
        const below: Record<string, string[]> = {};
        for (const [one, other] of drawn) {
          if (one === other) continue;
          const list = (below[name(Math.min(one, other))] ??= []);
          if (!list.includes(name(Math.max(one, other)))) list.push(name(Math.max(one, other)));
        }
        const shares = sharesOf(some, below, archived);
        if (!shares) return;
        expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        expect(Math.min(...Object.values(shares))).toBeGreaterThanOrEqual(0);
        const turned = Object.fromEntries(
          Object.entries(below)
            .reverse()
            .map(([skill, list]) => [skill, [...list].reverse()]),
        );
        const again = sharesOf([...some].reverse(), turned, archived)!;
        for (const [skill, share] of Object.entries(shares)) expect(again[skill]).toBeCloseTo(share, 12);
      }),
    );
  });

  it('are found in a chain of 20,000 skills and in a lattice of countless ways', () => {
    const name = (place: number) => (place === 0 ? 'top' : String(place));
    const places = new Map<string, SkillPlace>(
      Array.from({ length: 20_000 }, (_, place) => [
        name(place),
        { broader: place === 0 ? [] : [name(place - 1)], narrower: 1, inUse: true },
      ]),
    );
    places.set('20000', { broader: ['19999'], narrower: 0, inUse: true });
    expect(new KnownBelow(['20000'], places).sharesOf('top')).toEqual({
      known: new Map([['20000', 1]]),
      unknown: 0,
    });
    const lattice = Object.fromEntries(
      Array.from({ length: 100 }, (_, layer): [string, string[]][] => [
        [layer === 0 ? 'top' : `l${String(layer)}`, [`l${String(layer + 1)}`, `r${String(layer + 1)}`]],
        [`r${String(layer)}`, [`l${String(layer + 1)}`, `r${String(layer + 1)}`]],
      ]).flat(),
    );
    expect(sharesOf(['l100'], lattice)).toEqual({ l100: 0.5, '?': 0.5 });
  });
});

const today = 100;
/** Of a person who was asked: variances are at most what people start with, and slopes take up some of what g explains. */
const skillState: fc.Arbitrary<SkillState> = fc.record({
  intercept: real(-3, 3),
  generalSlope: real(-1, 0),
  sittingSlope: fc.constant(0),
  rateSlope: fc.constantFrom(0, 0.4),
  variance: real(0.001, usualParameters.skillVariance),
  day: real(0, today),
  sitting: fc.constant(1),
  answers: fc.constant(1),
  claims: fc.constant(0),
});
const person: fc.Arbitrary<PersonState> = fc
  .record({ generalMean: real(-2, 2), generalVariance: real(0.01, usualParameters.generalVariance) })
  .map((given) => ({ ...newPerson<string>(usualParameters), ...given, day: today }));
const parts: fc.Arbitrary<BroaderParts> = fc
  .record({
    weights: fc.array(fc.tuple(real(0.01, 1), skillState, real(-2, 2)), { minLength: 1, maxLength: 8 }),
    unknown: real(0, 5),
    reference: real(-2, 2),
  })
  .map(({ weights, unknown, reference }) => {
    const total = weights.reduce((sum, [weight]) => sum + weight, unknown);
    return {
      known: weights.map(([weight, skill, difficulty]) => ({
        share: weight / total,
        skill,
        reference: difficulty,
      })),
      unknown: unknown / total,
      reference,
    };
  });
const abilityOf = (one: PersonState, of: BroaderParts) => broaderAbility(one, of, today, usualParameters);

describe('the ability in a broader skill', () => {
  it('gives a level in [0,1] within its interval', () => {
    fc.assert(
      fc.property(person, parts, (one, of) => {
        const { level, low, high } = levelOf(abilityOf(one, of), 0);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(level).toBeGreaterThan(low);
        expect(level).toBeLessThan(high);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is that of the one skill that it consists of', () => {
    fc.assert(
      fc.property(person, skillState, real(-2, 2), (one, skill, reference) => {
        const ability = abilityOf(one, { known: [{ share: 1, skill, reference }], unknown: 0, reference: 9 });
        const own = abilityOn(one, skill, today, usualParameters);
        expect(ability.mean).toBeCloseTo(own.mean - reference, 12);
        expect(ability.variance).toBeCloseTo(own.variance, 12);
      }),
    );
  });

  it('is what is expected of a new skill where nothing is known: unknown is not low', () => {
    fc.assert(
      fc.property(person, real(-2, 2), (one, reference) => {
        const ability = abilityOf(one, { known: [], unknown: 1, reference });
        const prior = abilityOn(one, undefined, today, usualParameters);
        expect(ability.mean).toBeCloseTo(prior.mean - reference, 12);
        expect(ability.variance).toBeCloseTo(prior.variance, 12);
      }),
    );
  });

  it('is never less sure where more is known of a part', () => {
    fc.assert(
      fc.property(person, parts, fc.nat(), real(0, 1), (one, of, which, times) => {
        const place = which % of.known.length;
        const surer = of.known.map((part, at) =>
          at === place
            ? {
                ...part,
                skill: { ...part.skill, variance: part.skill.variance * times, day: today },
              }
            : part,
        );
        expect(abilityOf(one, { ...of, known: surer }).variance).toBeLessThanOrEqual(
          abilityOf(one, of).variance + 1e-12,
        );
      }),
    );
  });

  it('is never less sure where a part that was unknown becomes known', () => {
    fc.assert(
      fc.property(person, parts, skillState, real(0, 1), (one, of, skill, times) => {
        const share = of.unknown * times;
        const known = [...of.known, { share, skill, reference: 0 }];
        expect(abilityOf(one, { ...of, known, unknown: of.unknown - share }).variance).toBeLessThanOrEqual(
          abilityOf(one, of).variance + 1e-12,
        );
      }),
    );
  });

  it('is hardly surer than a new skill where one of twenty parts is known', () => {
    const one = newPerson<string>(usualParameters);
    const skill = { ...newSkill(usualParameters, today), variance: 0.01 };
    const of = { known: [{ share: 0.05, skill, reference: 0 }], unknown: 0.95, reference: 0 };
    const prior = abilityOn(one, undefined, today, usualParameters);
    expect(abilityOf(one, of).variance).toBeGreaterThan(0.9 * prior.variance);
  });

  it('does not depend on the order of its parts', () => {
    fc.assert(
      fc.property(person, parts, (one, of) => {
        const turned = abilityOf(one, { ...of, known: [...of.known].reverse() });
        expect(turned.mean).toBeCloseTo(abilityOf(one, of).mean, 12);
        expect(turned.variance).toBeCloseTo(abilityOf(one, of).variance, 12);
      }),
    );
  });
});
