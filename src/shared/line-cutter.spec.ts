import fc from 'fast-check';
import { LineCutter } from './line-cutter';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 30 });

test('cuts the same lines, however the text comes in parts, and of long ones the beginning', () => {
  fc.assert(
    fc.property(fc.array(text), fc.integer({ min: 1, max: 8 }), (parts, longest) => {
      const cutter = new LineCutter(longest);
      const lines = parts.flatMap((part) => cutter.take(part, '\n'));
      expect(cutter.waiting).toBeLessThanOrEqual(longest);
      const rest = cutter.rest();
      const whole = parts.join('').split(/(?<=\n)/u);
      const expected = whole.filter(Boolean).map((line) => line.slice(0, longest));
      expect(rest === '' ? lines : [...lines, rest]).toEqual(expected);
    }),
  );
});
