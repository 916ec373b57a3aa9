import fc from 'fast-check';
import { normalCdf } from './normal';
import { simulateSupply, type Seats } from './supply';
import type { Gaussian } from './types';

type People = Map<string, Map<string, Gaussian>>;

const expert: Gaussian = { mean: 8, variance: 0.01 };
const novice: Gaussian = { mean: -8, variance: 0.01 };
const seatsOf = (given: Partial<Seats>): Seats => ({
  id: 'seats',
  skill: 'skill',
  threshold: 0,
  headcount: 1,
  ...given,
});
const peopleOf = (given: Readonly<Record<string, Readonly<Record<string, Gaussian>>>>): People =>
  new Map(Object.entries(given).map(([person, beliefs]) => [person, new Map(Object.entries(beliefs))]));
const knownIn = (beliefs: readonly Gaussian[]): People =>
  new Map(beliefs.map((belief, index) => [`person ${String(index)}`, new Map([['skill', belief]])]));

const belief = fc.record({
  mean: fc.double({ min: -3, max: 3, noNaN: true }),
  variance: fc.double({ min: 0.1, max: 4, noNaN: true }),
});
const group = fc.array(belief, { maxLength: 12 });
const wanted = fc.array(
  fc.record({
    skill: fc.constantFrom('skill', 'other'),
    threshold: fc.double({ min: -2, max: 2, noNaN: true }),
    headcount: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const numbered = (seats: Omit<Seats, 'id'>[]): Seats[] =>
  seats.map((seat, index) => ({ ...seat, id: `seats ${String(index)}` }));

/** How many of independent people are able, exactly: the Poisson-binomial distribution by dynamic programming. */
function poissonBinomial(probabilities: readonly number[]): number[] {
  let distribution = [1];
  for (const p of probabilities) {
    const next = Array<number>(distribution.length + 1).fill(0);
    distribution.forEach((mass, count) => {
      next[count]! += mass * (1 - p);
      next[count + 1]! += mass * p;
    });
    distribution = next;
  }
  return distribution;
}

const draws = 20_000;
/** Five standard errors of a mean of draws with this standard deviation at most, and four draws where it is rare. */
const tolerance = (deviation: number) => (5 * deviation) / Math.sqrt(draws) + 4 / draws;
const reaches = ({ mean, variance }: Gaussian, threshold: number) =>
  normalCdf((mean - threshold) / Math.sqrt(variance));

describe('simulated supply', () => {
  it('is the exact Poisson-binomial supply, shortfall and cover, within the error of the draws', () => {
    fc.assert(
      fc.property(group, fc.integer({ min: 1, max: 6 }), (beliefs, headcount) => {
        const { bySeats, allCoveredProbability } = simulateSupply(
          [seatsOf({ threshold: 0.4, headcount })],
          knownIn(beliefs),
          draws,
        );
        const probabilities = beliefs.map((one) => reaches(one, 0.4));
        const distribution = poissonBinomial(probabilities);
        const supply = probabilities.reduce((sum, p) => sum + p, 0);
        const deviation = Math.sqrt(probabilities.reduce((sum, p) => sum + p * (1 - p), 0));
        const shortfall = distribution.reduce((sum, mass, n) => sum + mass * Math.max(0, headcount - n), 0);
        const covered = distribution.slice(headcount).reduce((sum, mass) => sum + mass, 0);
        const found = bySeats.get('seats')!;
        expect(Math.abs(found.expectedSupply - supply)).toBeLessThanOrEqual(tolerance(deviation));
        expect(Math.abs(found.expectedShortfall - shortfall)).toBeLessThanOrEqual(tolerance(deviation));
        expect(Math.abs(found.coveredProbability - covered)).toBeLessThanOrEqual(tolerance(0.5));
        expect(allCoveredProbability).toBe(found.coveredProbability);
      }),
      { numRuns: 25 },
    );
  });

  it('fills two levels of one skill as the exact count of people in each band does', () => {
    const beliefs = [-1, -0.5, 0, 0.5, 1, 1.5].map((mean) => ({ mean, variance: 1 }));
    const [high, low] = [
      seatsOf({ id: 'high', threshold: 1, headcount: 2 }),
      seatsOf({ id: 'low', threshold: 0, headcount: 2 }),
    ];
    const { bySeats } = simulateSupply([low, high], knownIn(beliefs), draws);
    // The mass of (people above high, people between low and high), person by person.
    let bands = new Map([['0 0', 1]]);
    for (const one of beliefs) {
      const next = new Map<string, number>();
      const add = (key: string, mass: number) => next.set(key, (next.get(key) ?? 0) + mass);
      const [above, between] = [reaches(one, 1), reaches(one, 0) - reaches(one, 1)];
      for (const [key, mass] of bands) {
        const [a, b] = key.split(' ').map(Number) as [number, number];
        add(`${String(a + 1)} ${String(b)}`, mass * above);
        add(`${String(a)} ${String(b + 1)}`, mass * between);
        add(key, mass * (1 - above - between));
      }
      bands = next;
    }
    let expected = { high: 0, low: 0 };
    for (const [key, mass] of bands) {
      const [a, b] = key.split(' ').map(Number) as [number, number];
      const filledHigh = Math.min(2, a);
      const filledLow = Math.min(2, a - filledHigh + b);
      expected = {
        high: expected.high + mass * (2 - filledHigh),
        low: expected.low + mass * (2 - filledLow),
      };
    }
    expect(Math.abs(bySeats.get('high')!.expectedShortfall - expected.high)).toBeLessThan(tolerance(1));
    expect(Math.abs(bySeats.get('low')!.expectedShortfall - expected.low)).toBeLessThan(tolerance(1));
  });

  it('does not change with the order of people or of seats, and is the same each time', () => {
    fc.assert(
      fc.property(group, wanted, (beliefs, seats) => {
        const people: People = new Map(
          beliefs.map((one, index) => [
            `person ${String(index)}`,
            new Map([
              ['skill', one],
              ['other', one],
            ]),
          ]),
        );
        const backwards = new Map([...people].reverse());
        const there = simulateSupply(numbered(seats), people, 200);
        const back = simulateSupply(numbered(seats).reverse(), backwards, 200);
        expect(Object.fromEntries(back.bySeats)).toStrictEqual(Object.fromEntries(there.bySeats));
        expect(back.allCoveredProbability).toBe(there.allCoveredProbability);
      }),
    );
  });

  it('keeps what others are drawn when somebody arrives', () => {
    const there = knownIn([{ mean: 0.2, variance: 1 }]);
    const alone = simulateSupply([seatsOf({})], there, 2_000).bySeats.get('seats')!;
    const withNovice = new Map([['newcomer', new Map([['skill', novice]])], ...there]);
    expect(simulateSupply([seatsOf({})], withNovice, 2_000).bySeats.get('seats')).toStrictEqual(alone);
  });

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(group, wanted, (beliefs, seats) => {
        const { bySeats, allCoveredProbability } = simulateSupply(numbered(seats), knownIn(beliefs), 200);
        let least = 1;
        for (const { id, headcount } of numbered(seats)) {
          const { expectedSupply, expectedShortfall, coveredProbability } = bySeats.get(id)!;
          expect(expectedSupply).toBeGreaterThanOrEqual(0);
          expect(expectedSupply).toBeLessThanOrEqual(beliefs.length);
          expect(expectedShortfall).toBeGreaterThanOrEqual(0);
          expect(expectedShortfall).toBeLessThanOrEqual(headcount);
          expect(coveredProbability).toBeGreaterThanOrEqual(0);
          expect(coveredProbability).toBeLessThanOrEqual(1);
          least = Math.min(least, coveredProbability);
        }
        expect(allCoveredProbability).toBeGreaterThanOrEqual(0);
        expect(allCoveredProbability).toBeLessThanOrEqual(least);
      }),
    );
  });

  it('takes one more seat as never easier to cover', () => {
    fc.assert(
      fc.property(group, wanted, fc.nat(3), (beliefs, seats, which) => {
        const before = numbered(seats);
        const grown = before[which % before.length]!;
        const after = before.map((one) => (one === grown ? { ...one, headcount: one.headcount + 1 } : one));
        const [fewer, more] = [before, after].map((these) => simulateSupply(these, knownIn(beliefs), 200));
        const [left, right] = [fewer!.bySeats.get(grown.id)!, more!.bySeats.get(grown.id)!];
        expect(right.expectedShortfall).toBeGreaterThanOrEqual(left.expectedShortfall);
        expect(right.coveredProbability).toBeLessThanOrEqual(left.coveredProbability);
        expect(right.expectedSupply).toBe(left.expectedSupply);
        expect(more!.allCoveredProbability).toBeLessThanOrEqual(fewer!.allCoveredProbability);
      }),
    );
  });
});

describe('people who fill seats', () => {
  it('are distinct within a skill: one expert does not fill two seats', () => {
    const { bySeats } = simulateSupply(
      [seatsOf({ headcount: 2 })],
      peopleOf({ ann: { skill: expert } }),
      100,
    );
    expect(bySeats.get('seats')).toEqual({ expectedSupply: 1, expectedShortfall: 1, coveredProbability: 0 });
  });

  it('take the highest seat first', () => {
    const seats = [
      seatsOf({ id: 'low', threshold: -1 }),
      seatsOf({ id: 'high', threshold: 2 }),
      seatsOf({ id: 'middle', threshold: 0 }),
    ];
    const { bySeats, allCoveredProbability } = simulateSupply(
      seats,
      peopleOf({ ann: { skill: expert } }),
      100,
    );
    expect(bySeats.get('high')!.expectedShortfall).toBe(0);
    expect(bySeats.get('middle')!.expectedShortfall).toBe(1);
    expect(bySeats.get('low')!.expectedShortfall).toBe(1);
    expect(bySeats.get('low')!.expectedSupply).toBe(1);
    expect(allCoveredProbability).toBe(0);
  });

  it('may fill seats of two skills', () => {
    const seats = [seatsOf({ id: 'one' }), seatsOf({ id: 'two', skill: 'other' })];
    const people = peopleOf({ ann: { skill: expert, other: expert } });
    const { bySeats, allCoveredProbability } = simulateSupply(seats, people, 100);
    expect(bySeats.get('one')!.coveredProbability).toBe(1);
    expect(bySeats.get('two')!.coveredProbability).toBe(1);
    expect(allCoveredProbability).toBe(1);
  });

  it('leave a seat that only the less able could take when the able are used up', () => {
    const seats = [seatsOf({ id: 'high', threshold: 2 }), seatsOf({ id: 'low', threshold: -10 })];
    const { allCoveredProbability } = simulateSupply(
      seats,
      peopleOf({ ann: { skill: expert }, bob: { skill: novice } }),
      100,
    );
    expect(allCoveredProbability).toBe(1);
  });

  it('are no part of supply where unknown: neither able nor in the way', () => {
    const known = peopleOf({ ann: { skill: { mean: 0, variance: 1 } } });
    const withUnknown = peopleOf({
      ann: { skill: { mean: 0, variance: 1 } },
      bob: {},
      eve: { other: expert },
    });
    expect(simulateSupply([seatsOf({})], withUnknown, 500)).toStrictEqual(
      simulateSupply([seatsOf({})], known, 500),
    );
  });

  it('cover nothing where there are none, and everything where nothing is wanted', () => {
    expect(simulateSupply([seatsOf({ headcount: 3 })], new Map(), 100).bySeats.get('seats')).toEqual({
      expectedSupply: 0,
      expectedShortfall: 3,
      coveredProbability: 0,
    });
    expect(simulateSupply([], knownIn([expert]), 100).allCoveredProbability).toBe(1);
  });
});
