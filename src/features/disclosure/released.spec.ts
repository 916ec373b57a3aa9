import fc from 'fast-check';
import { released, type KnownPerson } from './released';

const day = 86_400_000;
const known = (names: string, team: string | undefined, ...moments: number[]): KnownPerson[] =>
  [...names].map((person) => ({ person, team, moments }));
const shown = (people: readonly KnownPerson[], now = 10) =>
  released(people, now).map(({ team, people: names, upTo }) => [team, names.join(''), upTo]);

describe('what is released of a group', () => {
  it('is nothing of fewer than five people', () => {
    expect(shown(known('abcd', 'team', 1))).toEqual([]);
    expect(shown(known('abcd', undefined, 1))).toEqual([]);
  });

  it('is of five people of a team, or of five of no team', () => {
    expect(shown([...known('abcde', 'one', 1), ...known('fghij', undefined, 2)])).toEqual([
      ['one', 'abcde', 1],
      [undefined, 'fghij', 2],
    ]);
  });

  it('is everybody of whom something became known at one moment', () => {
    expect(shown(known('abcdefg', 'one', 1))).toEqual([['one', 'abcdefg', 1]]);
  });

  it('stays until something is known of five people more', () => {
    const five = known('abcde', 'one', 1);
    expect(shown([...five, ...known('fghi', 'one', 2)])).toEqual([['one', 'abcde', 1]]);
    expect(shown([...five, ...known('fghij', 'one', 2)])).toEqual([['one', 'abcdefghij', 2]]);
    expect(shown(known('abcde', 'one', 1, 3))).toEqual([['one', 'abcde', 3]]);
    expect(shown([...known('abcd', 'one', 1, 3), ...known('e', 'one', 1)])).toEqual([['one', 'abcde', 1]]);
  });

  it('keeps small teams waiting for a day, and then has them with people of other teams', () => {
    const small = [...known('abc', 'one', 1), ...known('def', 'two', 2)];
    expect(shown(small, day)).toEqual([]);
    expect(shown(small, day + 2)).toEqual([[undefined, 'abcdef', day + 2]]);
    expect(shown([...small, ...known('ghijk', 'one', day + 5)], day + 5)).toEqual([
      ['one', 'ghijk', day + 5],
      [undefined, 'abcdef', day + 2],
    ]);
  });

  it('says nothing of what is not known yet', () => {
    expect(shown(known('abcde', 'one', 11), 10)).toEqual([]);
  });
});

/** What a figure over some of the groups is made of: which moments of whom. */
function behind(
  people: readonly KnownPerson[],
  now: number,
  teams: readonly (string | undefined)[],
): Set<string> {
  const momentsOf = new Map(people.map(({ person, moments }) => [person, moments]));
  return new Set(
    released(people, now)
      .filter(({ team }) => teams.includes(team))
      .flatMap(({ people: names, upTo }) =>
        names.flatMap((person) =>
          (momentsOf.get(person) ?? []).filter((at) => at <= upTo).map((at) => `${person} ${String(at)}`),
        ),
      ),
  );
}

it('differs, of whichever groups at whichever moments, by what is known of five people at least or not at all', () => {
  const teams = [undefined, 'one', 'two', 'three'] as const;
  const moment = fc.integer({ min: 0, max: 40 }).map((eighths) => (eighths * day) / 8);
  const people = fc
    .array(
      fc.record({
        team: fc.constantFrom(...teams),
        moments: fc.array(moment, { minLength: 1, maxLength: 4 }),
      }),
      {
        minLength: 4,
        maxLength: 40,
      },
    )
    .map((all) => all.map((one, index) => ({ ...one, person: String(index) })));
  const query = fc.tuple(moment, fc.subarray([...teams]));
  fc.assert(
    fc.property(people, query, query, (all, first, second) => {
      const [left, right] = [first, second].map(([now, asked]) => behind(all, now, asked)) as [
        Set<string>,
        Set<string>,
      ];
      const differing = [...left, ...right]
        .filter((one) => left.has(one) !== right.has(one))
        .map((one) => one.split(' ')[0]);
      const count = new Set(differing).size;
      expect(count === 0 || count >= 5).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});
