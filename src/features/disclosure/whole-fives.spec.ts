import fc from 'fast-check';
import { countShown, inWholeGroups, itemsShown } from './whole-fives';

const by = (people: string) => [...people].map((person, place) => ({ person, place }));
const personOf = ({ person }: { person: string }) => person;

describe('a count of people', () => {
  it.each([
    [0, null],
    [4, null],
    [5, 5],
    [9, 5],
    [10, 10],
  ])('of %d is shown as %p', (people, shown) => {
    expect(countShown(people)).toBe(shown);
  });
});

describe('items that figures may be made of', () => {
  it('are those of five people at least, each the first of theirs, then the second', () => {
    expect(itemsShown(by('abcd'), personOf)).toEqual([]);
    expect(itemsShown(by('aaaaaaab'), personOf)).toEqual([]);
    expect(itemsShown(by('abacdef'), personOf).map(personOf).join('')).toBe('abcde');
    expect(itemsShown(by('abcdeabcde'), personOf)).toHaveLength(10);
  });

  it('change with whatever one person adds by the items of five people or not at all', () => {
    const people = fc.array(fc.constantFrom(...'abcdefghijkl'), { maxLength: 80 });
    fc.assert(
      fc.property(people, fc.constantFrom(...'abcdefghijklm'), (before, one) => {
        const items = by(before.join(''));
        const shown = itemsShown(items, personOf);
        const after = itemsShown([...items, { person: one, place: items.length }], personOf);
        const added = after.filter((item) => !shown.includes(item));
        expect(shown.every((item) => after.includes(item))).toBe(true);
        expect([0, 5]).toContain(added.length);
        expect(new Set(added.map(personOf)).size).toBe(added.length);
        expect(shown.length).toBe(inWholeGroups(shown.length));
      }),
    );
  });
});
