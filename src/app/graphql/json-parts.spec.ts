import fc from 'fast-check';
import { jsonParts } from './json-parts';

/** Values that an answer may hold; some so long that they are written in several parts. */
const long = fc.integer({ min: 1, max: 400_000 }).map((length) => 'é"\n'.repeat(length).slice(0, length));
const data = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.date(), fc.constantFrom(null, undefined), long),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 6 }),
  ),
})).value;

it('writes in parts what JSON.stringify writes at once', () => {
  fc.assert(
    fc.property(data, (value) => {
      const written = [...jsonParts({ data: value })].join('');
      expect(written === JSON.stringify({ data: value })).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('writes a long list in parts of a few milliseconds, and a short answer at once', () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => ({ index, text: 'x'.repeat(40) }));
  const parts = [...jsonParts({ data: { one: { rows }, other: rows } })];
  expect(parts.length).toBeGreaterThan(20);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(500_000);
  expect([...jsonParts({ data: { rows: rows.slice(0, 1_000) } })]).toHaveLength(1);
});
