import fc from 'fast-check';
import {
  compareEvidence,
  foldInto,
  itemsThatCount,
  repeatedClaims,
  type FoldItem,
  type FoldPosition,
} from './fold';
import { usualParameters } from './parameter-scales';
import { newPerson, type PersonState } from './person-state';

/** Few values, so that ties happen at every place of the order. */
const position = fc.record({
  at: fc.integer({ min: -2, max: 2 }),
  attempt: fc.integer({ min: 1, max: 3 }),
  id: fc.constantFrom('', 'a', 'B', 'b', 'é', 'ab', '\u{1F600}', '￿'),
});

describe('the order of evidence', () => {
  it('is total: exactly one of before, same, after, and the same only for the same place', () => {
    fc.assert(
      fc.property(position, position, (left, right) => {
        expect(Math.sign(compareEvidence(left, right))).toBe(-Math.sign(compareEvidence(right, left)) + 0);
        expect(compareEvidence(left, right) === 0).toBe(same(left, right));
      }),
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(position, position, position, (a, b, c) => {
        fc.pre(compareEvidence(a, b) <= 0 && compareEvidence(b, c) <= 0);
        expect(compareEvidence(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('goes by time, then attempt, then id by code unit', () => {
    const early: FoldPosition = { at: 1, attempt: 9, id: 'z' };
    expect(compareEvidence(early, { at: 2, attempt: 1, id: 'a' })).toBeLessThan(0);
    expect(compareEvidence(early, { at: 1, attempt: 10, id: 'a' })).toBeLessThan(0);
    expect(compareEvidence({ ...early, id: 'B' }, { ...early, id: 'a' })).toBeLessThan(0);
  });
});

function same(left: FoldPosition, right: FoldPosition): boolean {
  return left.at === right.at && left.attempt === right.attempt && left.id === right.id;
}

const answered = fc.record({
  answered: fc.record({
    day: fc.constant(0),
    question: fc.nat(3),
    sitting: fc.constantFrom('morning', 'evening', null),
    score: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    attempt: fc.integer({ min: 1, max: 3 }),
    difficulty: fc.double({ min: -4, max: 4, noNaN: true }),
    difficultyVariance: fc.constantFrom(0, 0.5),
    discrimination: fc.constantFrom(0.7, 1, 1.5),
    skills: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
  }),
});
const claimed = fc.record({
  claimant: fc.constantFrom('one', 'other'),
  claimed: fc.record({
    day: fc.constant(0),
    skill: fc.constantFrom('a', 'b', 'c'),
    ability: fc.double({ min: -3, max: 3, noNaN: true }),
    variance: fc.constantFrom(1, 4),
  }),
});
const item: fc.Arbitrary<FoldItem> = fc
  .record({
    half: fc.integer({ min: 0, max: 100 }),
    id: fc.string({ maxLength: 4 }),
    content: fc.oneof({ weight: 4, arbitrary: answered }, { weight: 1, arbitrary: claimed }),
  })
  .map(({ half, id, content }) => {
    const day = half / 2;
    const place = { at: day * 86_400_000, id, attempt: 1 };
    return 'answered' in content
      ? { ...place, answered: { ...content.answered, day } }
      : { ...place, claimed: { ...content.claimed, day }, claimant: content.claimant };
  });
const history = fc.array(item, { maxLength: 30 }).map((items) => [...items].sort(compareEvidence));

function folded(...parts: FoldItem[][]): PersonState {
  const person = newPerson<string>(usualParameters);
  for (const part of parts) foldInto(person, part, usualParameters);
  return person;
}

describe('a fold', () => {
  it('gives the same bits in parts as at once', () => {
    fc.assert(
      fc.property(history, fc.nat(30), fc.nat(30), (items, one, other) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)];
        const inParts = folded(items.slice(0, first), items.slice(first, second), items.slice(second));
        expect(inParts).toStrictEqual(folded(items));
      }),
    );
  });

  it('counts every answer for each of its skills, and every claim for its own, and dates each by its last', () => {
    fc.assert(
      fc.property(history, (items) => {
        const { skills } = folded(items);
        for (const skill of ['a', 'b', 'c']) {
          const answers = items.filter(
            (one) => one.answered && Array.from(one.answered.skills).includes(skill),
          );
          const claims = items.filter((one) => one.claimed?.skill === skill);
          expect(skills.get(skill)?.answers ?? 0).toBe(answers.length);
          expect(skills.get(skill)?.claims ?? 0).toBe(claims.length);
          const latest = Math.max(...[...answers, ...claims].map(({ at }) => at / 86_400_000));
          expect(skills.get(skill)?.day ?? -Infinity).toBe(latest);
        }
      }),
    );
  });
});

describe('of all that was accepted', () => {
  const accepted = fc.uniqueArray(item, { maxLength: 30, selector: ({ id }) => id });

  it('all answers count, and of claims by one claimant on one skill the latest', () => {
    fc.assert(
      fc.property(accepted, (items) => {
        const counting = itemsThatCount(items);
        expect(counting).toEqual([...counting].sort(compareEvidence));
        const left = new Set(items.filter((one) => !counting.includes(one)));
        for (const one of left) {
          const later = counting.filter(
            (other) =>
              other.claimed?.skill === one.claimed?.skill &&
              other.claimant === one.claimant &&
              compareEvidence(one, other) < 0,
          );
          expect(later).toHaveLength(1);
        }
        const claims = counting.filter(({ claimed }) => claimed);
        const standings = claims.map(({ claimed, claimant }) => `${claimant!} ${claimed!.skill}`);
        expect(new Set(standings).size).toBe(claims.length);
      }),
    );
  });

  it('what counts does not hang on the order in which it came, nor on whether what counts no more is still there', () => {
    fc.assert(
      fc.property(accepted, (items) => {
        const counting = itemsThatCount(items);
        expect(itemsThatCount([...items].reverse())).toEqual(counting);
        expect(itemsThatCount(counting)).toEqual(counting);
      }),
    );
  });

  it('repeated are the claims that share claimant and skill with another, the latest too', () => {
    fc.assert(
      fc.property(accepted, (items) => {
        const repeated = new Set(repeatedClaims(items));
        const counting = new Set(itemsThatCount(items));
        for (const one of items) if (!counting.has(one)) expect(repeated.has(one.id)).toBe(true);
        const without = items.filter(({ id }) => !repeated.has(id));
        expect(itemsThatCount(without)).toHaveLength(without.length);
        expect(repeated.size === 0).toBe(counting.size === items.length);
      }),
    );
  });
});
