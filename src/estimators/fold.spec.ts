import fc from 'fast-check';
import { compareEvidence, foldInto, type FoldItem, type FoldPosition } from './fold';
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
      : { ...place, claimed: { ...content.claimed, day } };
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
