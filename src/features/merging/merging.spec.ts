import fc from 'fast-check';
import { ItemErrorCode } from '../../shared/items';
import { Merging } from './merging';

const mergedBy = (...items: readonly (readonly [keep: string, merge: string])[]) => {
  const merging = new Merging('person');
  const codes = items.map(([keep, merge]) => merging.add(keep, merge)?.code);
  return { merging, codes, pairs: merging.pairs().map(({ keep, merge }) => `${merge} -> ${keep}`) };
};

describe('who becomes whom', () => {
  it('refuses a person merged into themselves, by one item or by several', () => {
    expect(mergedBy(['a', 'a']).codes).toEqual([ItemErrorCode.INVALID]);
    expect(mergedBy(['a', 'b'], ['b', 'c'], ['c', 'a']).codes).toEqual([
      undefined,
      undefined,
      ItemErrorCode.INVALID,
    ]);
  });

  it('refuses to merge away twice whom an earlier item merged away', () => {
    const { codes, pairs } = mergedBy(['a', 'b'], ['c', 'b'], ['a', 'b']);
    expect(codes).toEqual([undefined, ItemErrorCode.INVALID, ItemErrorCode.INVALID]);
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
        // As many go as items were good: nothing was joined that no item joins.
        expect(pairs).toHaveLength(good.length);
        expect(new Set(pairs.map(({ merge }) => merge)).size).toBe(good.length);
        for (const { keep, merge } of pairs) {
          expect(merging.keptFor(merge)).toBe(keep);
          expect(merging.keptFor(keep)).toBe(keep);
        }
      }),
    );
  });
});
