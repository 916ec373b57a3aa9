import fc from 'fast-check';
import neo4j from 'neo4j-driver';
import { fromFile, toFile } from './values';

const { Date: DateOnly, DateTime, Duration, LocalDateTime, LocalTime, Point, Time } = neo4j.types;
const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => neo4j.int(value));
const small = (low: number, high: number) =>
  fc.integer({ min: low, max: high }).map((value) => neo4j.int(value));
const day = [small(1, 9999), small(1, 12), small(1, 28)] as const;
const clock = [small(0, 23), small(0, 59), small(0, 59), small(0, 999_999_999)] as const;
const offset = small(-720, 720).map((minutes) => minutes.multiply(60));

/** One of each type that a property can have. */
const scalar = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.double(),
  integer,
  fc.int8Array(),
  fc.tuple(...day).map((parts) => new DateOnly(...parts)),
  fc.tuple(...clock).map((parts) => new LocalTime(...parts)),
  fc.tuple(...clock, offset).map((parts) => new Time(...parts)),
  fc.tuple(...day, ...clock).map((parts) => new LocalDateTime(...parts)),
  fc.tuple(...day, ...clock, offset).map((parts) => new DateTime(...parts)),
  fc
    .tuple(small(-999, 999), small(-999, 999), small(-999, 999), small(0, 999_999_999))
    .map((parts) => new Duration(...parts)),
  fc
    .double()
    .chain((x) => fc.constantFrom(new Point(neo4j.int(7203), x, -0), new Point(neo4j.int(9157), 1, 2, x))),
);

it('brings back every value that a property can have, of the same type, through a line of text', () => {
  fc.assert(
    fc.property(fc.oneof(scalar, fc.array(scalar)), (value) => {
      expect(fromFile(JSON.parse(JSON.stringify(toFile(value))) as never)).toEqual(value);
    }),
    { numRuns: 1_000 },
  );
});

it('brings back a moment in a time zone that has a name', () => {
  const text = '2026-03-29T02:30:00.000000001+02:00[Europe/Berlin]';
  expect(String(fromFile(toFile(DateTime.fromString(text))))).toBe(text);
});

it('tells an integer from a float of the same size', () => {
  expect([toFile(neo4j.int(1)), toFile(1)]).toEqual([{ integer: '1' }, 1]);
});
