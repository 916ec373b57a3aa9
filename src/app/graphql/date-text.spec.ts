import fc from 'fast-check';
import { GraphQLISODateTime } from 'type-graphql';
import { dateText } from './date-text';

describe('The text of a date in a compiled answer', () => {
  it('is that of its scalar, for every moment there is', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(dateText(date)).toBe(GraphQLISODateTime.serialize(date));
      }),
    );
  });

  it.each(['2026-11-30T01:02:03.004Z', 1_767_225_600_000])('is that of its scalar for %p, too', (value) => {
    expect(dateText(value)).toBe(GraphQLISODateTime.serialize(value));
  });

  it.each([new Date(NaN), 'yesterday', {}])('is refused by its scalar for %p', (value) => {
    expect(() => dateText(value)).toThrow();
  });
});
