import fc from 'fast-check';
import { compareEvidence, foldInto, type FoldPosition, type OrderedObservation } from './fold';
import { rasch } from './rasch';
import type { SkillState } from './types';

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

const parameters = { priorMean: 0, priorVariance: 2, fadingPerDay: 0.5 / 365.25 };
const observation: fc.Arbitrary<OrderedObservation> = fc.record({
  at: fc.integer({ min: 0, max: 100 }).map((days) => days * 40_000_000),
  attempt: fc.integer({ min: 1, max: 3 }),
  id: fc.string({ maxLength: 4 }),
  score: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  difficulty: fc.double({ min: -4, max: 4, noNaN: true }),
  skills: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
});
const history = fc.array(observation, { maxLength: 30 }).map((items) => [...items].sort(compareEvidence));

function folded(...parts: OrderedObservation[][]): Map<string, SkillState> {
  const person = new Map<string, SkillState>();
  for (const part of parts) foldInto(person, part, rasch, parameters);
  return person;
}

describe('a fold', () => {
  it('gives the same bits in parts as at once', () => {
    fc.assert(
      fc.property(history, fc.nat(30), fc.nat(30), (items, one, other) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)];
        const inParts = folded(items.slice(0, first), items.slice(first, second), items.slice(second));
        expect([...inParts]).toStrictEqual([...folded(items)]);
      }),
    );
  });

  it('counts every answer for each of its skills, and dates each by its last', () => {
    fc.assert(
      fc.property(history, (items) => {
        const person = folded(items);
        for (const skill of ['a', 'b', 'c']) {
          const answers = items.filter(({ skills }) => skills.includes(skill));
          expect(person.get(skill)?.answers ?? 0).toBe(answers.length);
          expect(person.get(skill)?.lastEvidenceAt).toBe(answers.at(-1)?.at);
        }
      }),
    );
  });

  it('tells of each step before it is taken', () => {
    const person = new Map<string, SkillState>();
    const before: number[] = [];
    const [first, second] = [
      { at: 1, attempt: 1, id: '1', score: 1, difficulty: 0, skills: ['a'] },
      { at: 2, attempt: 1, id: '2', score: 0, difficulty: 0, skills: ['a'] },
    ];
    foldInto(person, [first, second], rasch, parameters, () => before.push(person.get('a')?.answers ?? 0));
    expect(before).toEqual([0, 1]);
  });
});
