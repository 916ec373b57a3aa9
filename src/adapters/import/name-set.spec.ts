import fc from 'fast-check';
import { NameSet } from './name-set';

test('a set of names has what was added and nothing else, however it has grown', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 200 }), fc.string(), (names, other) => {
      const set = new NameSet();
      for (let copy = 0; copy < 10; copy++) for (const name of names) set.add(`${name} ${String(copy)}`);
      for (const name of names) expect(set.has(`${name} 9`)).toBe(true);
      expect(set.has(`${other} 10`)).toBe(false);
    }),
  );
});
