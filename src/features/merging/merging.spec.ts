import fc from 'fast-check';
import { ItemErrorCode } from '../../shared/items';
import { Merging } from './merging';

const mergedBy = (...items: readonly (readonly [keep: string, merge: string])[]) => {
  const merging = new Merging('person');
  const codes = items.map(([keep, merge]) => merging.add(keep, merge)?.code);
  return { merging, codes, pairs: merging.pairs().map(({ keep, merge }) => `${merge} -> ${keep}`) };
};

describe('who becomes whom', () => {
  it('leaves those as they are who are one already, before the batch or by items of it', () => {
    expect(mergedBy(['a', 'a'])).toMatchObject({ codes: [undefined], pairs: [] });
    expect(mergedBy(['a', 'b'], ['b', 'c'], ['c', 'a'], ['a', 'b'])).toMatchObject({
      codes: [undefined, undefined, undefined, undefined],
      pairs: ['b -> a', 'c -> a'],
    });
  });

  it('refuses to merge away twice whom an earlier item merged away', () => {
    const { codes, pairs } = mergedBy(['a', 'b'], ['c', 'b'], ['a', 'b']);
    expect(codes).toEqual([undefined, ItemErrorCode.INVALID, undefined]);
    expect(pairs).toEqual(['b -> a']);
  });

  it('follows a chain to its end, whichever way it is written', () => {
    expect(mergedBy(['a', 'b'], ['c', 'a'], ['c', 'd']).pairs).toEqual(['a -> c', 'b -> c', 'd -> c']);
    expect(mergedBy(['b', 'c'], ['a', 'b']).pairs).toEqual(['b -> a', 'c -> a']);
    expect(mergedBy(['a', 'b'], ['b', 'c']).pairs).toEqual(['b -> a', 'c -> a']);
  });

  it('ends in groups that are those of the good items, each with one who stays', () => {
    const person = fc.integer({ min: 0, max: 7 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.tuple(person, person), { maxLength: 20 }), (items) => {
        const { merging, codes } = mergedBy(...items);
        const good = items.filter((_, index) => codes[index] === undefined);
        for (const [keep, merge] of good) expect(merging.keptFor(keep)).toBe(merging.keptFor(merge));
        const pairs = merging.pairs();
        // Nothing was joined that no item joins, and nobody goes twice.
        const groups = new Map<string, string>();
        const groupOf = (one: string): string => (groups.has(one) ? groupOf(groups.get(one)!) : one);
        for (const [keep, merge] of good) {
          const [into, from] = [groupOf(keep), groupOf(merge)];
          if (into !== from) groups.set(from, into);
        }
        expect(pairs).toHaveLength(groups.size);
        expect(new Set(pairs.map(({ merge }) => merge)).size).toBe(groups.size);
        for (const { keep, merge } of pairs) {
          expect(merging.keptFor(merge)).toBe(keep);
          expect(merging.keptFor(keep)).toBe(keep);
        }
      }),
    );
  });
});
