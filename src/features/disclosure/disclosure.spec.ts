import fc from 'fast-check';
import { withheldGroups } from './disclosure';

const people = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `person ${String(from + index)}`);
const few = (some: readonly string[]) => some.length > 0 && some.length < 5;
/** Everybody is known where nobody is said to be unknown. */
const counted = (all: readonly string[], unknown: readonly string[] = []) => ({
  people: all,
  known: all.filter((one) => !unknown.includes(one)),
});
const withheld = (
  whole: readonly string[],
  groups: Record<string, readonly string[]>,
  unknown: readonly string[] = [],
) =>
  [
    ...withheldGroups(
      counted(whole, unknown),
      new Map(Object.entries(groups).map(([name, members]) => [name, counted(members, unknown)])),
      few,
    ),
  ].sort();

describe('what is withheld of groups beside their whole', () => {
  it('is nothing where all are large enough', () => {
    expect(withheld(people(0, 20), { a: people(0, 10), b: people(10, 20) })).toEqual([]);
  });

  it('is a small group and the next smallest, from which it would follow', () => {
    expect(withheld(people(0, 20), { a: people(0, 3), b: people(3, 13), c: people(13, 20) })).toEqual([
      'a',
      'c',
    ]);
  });

  it('is the small groups alone where there are enough of them, or others without a group', () => {
    expect(withheld(people(0, 20), { a: people(0, 3), b: people(3, 6), c: people(6, 20) })).toEqual([
      'a',
      'b',
    ]);
    expect(withheld(people(0, 20), { a: people(0, 3), b: people(3, 13) })).toEqual(['a']);
  });

  it('is a group that all but few of the whole, or of another group, belong to', () => {
    expect(withheld(people(0, 20), { a: people(0, 17) })).toEqual(['a']);
    expect(withheld(people(0, 40), { a: people(0, 10), b: people(0, 12) })).toEqual(['a']);
    expect(withheld(people(0, 40), { a: people(0, 10), b: people(0, 10) })).toEqual([]);
  });

  it('goes by those who are known as well', () => {
    const unknown = people(3, 12);
    expect(withheld(people(0, 30), { a: people(0, 12), b: people(12, 30) }, unknown)).toEqual(['a', 'b']);
    expect(withheld(people(0, 40), { a: people(3, 40), b: people(3, 12) }, unknown)).toEqual(['a']);
  });

  it('never lets one subtraction give away few people', () => {
    const group = fc.uniqueArray(fc.nat(29), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 8 }), group, (given, missing) => {
        const name = (one: number) => `person ${String(one)}`;
        const [whole, unknown] = [people(0, 30), missing.map(name)];
        const groups = given.map((members, index) => [String(index), members.map(name)] as const);
        const hidden = withheld(whole, Object.fromEntries(groups), unknown);
        const shown = groups.filter(([id]) => !hidden.includes(id)).map(([, members]) => members);
        const fine = (some: readonly string[]) => {
          expect(few(some)).toBe(false);
          expect(few(counted(some, unknown).known)).toBe(false);
        };
        for (const inner of [...shown, shown.flat()]) {
          for (const outer of [whole, ...shown]) {
            if (!inner.every((one) => outer.includes(one)) || inner.length === 0) continue;
            // Those whom both count alike cancel out; whoever knows that all of the rest is unknown knows enough.
            fine(outer.filter((one) => !inner.includes(one)));
          }
        }
        shown.forEach(fine);
      }),
    );
  });
});
