import fc from 'fast-check';
import { abilitiesOf } from './abilities';
import { coverageSteps, expectedCoverage } from './coverage';
import { normalCdf } from './normal';
import { simulateSupply, type Seats } from './supply';
import type { Gaussian } from './types';

const belief = fc.record({
  mean: fc.double({ min: -3, max: 3, noNaN: true }),
  variance: fc.double({ min: 0.1, max: 4, noNaN: true }),
});
/** Few levels, so that seats share them. */
const wanted = fc
  .array(
    fc.record({
      skill: fc.constantFrom('skill', 'other'),
      threshold: fc.constantFrom(-1, 0, 0.4, 1.5),
      headcount: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((seats): Seats[] => seats.map((seat, index) => ({ ...seat, id: `seats ${String(index)}` })));

const named = (beliefs: readonly Gaussian[]) =>
  new Map(beliefs.map((one, index) => [`person ${String(index)}`, one]));
const covered = (seats: readonly Seats[], beliefs: readonly Gaussian[]) =>
  expectedCoverage(seats, () => abilitiesOf(named(beliefs)));
const reaches = ({ mean, variance }: Gaussian, threshold: number) =>
  normalCdf((mean - threshold) / Math.sqrt(variance));

/** Every way in which people of one skill can reach levels, with its probability: seats filled by hand in each. */
function byEnumeration(seats: readonly Seats[], beliefs: readonly Gaussian[]) {
  const thresholds = [...new Set(seats.map(({ threshold }) => threshold))].sort((a, b) => b - a);
  let ways: { mass: number; reached: readonly number[] }[] = [{ mass: 1, reached: thresholds.map(() => 0) }];
  for (const one of beliefs) {
    const chances = thresholds.map((threshold) => reaches(one, threshold));
    ways = ways.flatMap(({ mass, reached }) =>
      [...thresholds, -Infinity].map((_, highest) => ({
        mass: mass * ((chances[highest] ?? 1) - (chances[highest - 1] ?? 0)),
        reached: reached.map((count, level) => count + (level >= highest ? 1 : 0)),
      })),
    );
  }
  const ordered = [...seats].sort((a, b) => b.threshold - a.threshold || (a.id < b.id ? -1 : 1));
  const figures = new Map(ordered.map(({ id }) => [id, { shortfall: 0, covered: 0 }]));
  let all = 0;
  for (const { mass, reached } of ways) {
    let [used, empty] = [0, 0];
    for (const { id, threshold, headcount } of ordered) {
      const free = reached[thresholds.indexOf(threshold)]! - used;
      const filled = Math.max(0, Math.min(headcount, free));
      used += filled;
      empty += headcount - filled;
      const found = figures.get(id)!;
      found.shortfall += mass * (headcount - filled);
      if (filled === headcount) found.covered += mass;
    }
    if (empty === 0) all += mass;
  }
  return { figures, all };
}

describe('expected coverage', () => {
  it('is what every way in which people can reach the levels comes to', () => {
    fc.assert(
      fc.property(fc.array(belief, { maxLength: 5 }), wanted, (beliefs, seats) => {
        const { bySeats, allCoveredProbability } = covered(seats, beliefs);
        let all = 1;
        for (const skill of new Set(seats.map((seat) => seat.skill))) {
          const expected = byEnumeration(
            seats.filter((seat) => seat.skill === skill),
            beliefs,
          );
          all *= expected.all;
          for (const [id, { shortfall, covered: likely }] of expected.figures) {
            expect(bySeats.get(id)!.expectedShortfall).toBeCloseTo(shortfall, 9);
            expect(bySeats.get(id)!.coveredProbability).toBeCloseTo(likely, 9);
          }
        }
        expect(allCoveredProbability).toBeCloseTo(all, 9);
        for (const { id, threshold } of seats) {
          const supply = beliefs.reduce((sum, one) => sum + reaches(one, threshold), 0);
          expect(bySeats.get(id)!.expectedSupply).toBeCloseTo(supply, 9);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('agrees with many draws on larger groups', () => {
    const draws = 20_000;
    const tolerance = 5 / Math.sqrt(draws);
    fc.assert(
      fc.property(fc.array(belief, { minLength: 10, maxLength: 30 }), wanted, (beliefs, seats) => {
        const people = new Map(
          [...named(beliefs)].map(([person, one]) => [
            person,
            new Map([
              ['skill', one],
              ['other', one],
            ]),
          ]),
        );
        const exact = covered(seats, beliefs);
        const sampled = simulateSupply(seats, people, draws);
        for (const { id, headcount } of seats) {
          const [one, other] = [exact.bySeats.get(id)!, sampled.bySeats.get(id)!];
          expect(Math.abs(one.coveredProbability - other.coveredProbability)).toBeLessThan(tolerance);
          expect(Math.abs(one.expectedShortfall - other.expectedShortfall)).toBeLessThan(
            headcount * tolerance,
          );
        }
        expect(Math.abs(exact.allCoveredProbability - sampled.allCoveredProbability)).toBeLessThan(tolerance);
      }),
      { numRuns: 4 },
    );
  });

  it('leaves a level out of the count only where it surely has people enough', () => {
    const beliefs = Array.from({ length: 80 }, (_, index) => ({ mean: (index % 9) / 4 - 1, variance: 1 }));
    const [plenty, scarce] = [
      { id: 'plenty', skill: 'skill', threshold: -3, headcount: 4 },
      { id: 'scarce', skill: 'skill', threshold: 1.4, headcount: 9 },
    ];
    const both = covered([plenty, scarce], beliefs);
    const alone = covered([scarce], beliefs);
    expect(both.bySeats.get('scarce')).toEqual(alone.bySeats.get('scarce'));
    expect(both.bySeats.get('scarce')!.coveredProbability).toBeLessThan(0.99);
    expect(both.bySeats.get('plenty')).toMatchObject({ expectedShortfall: 0, coveredProbability: 1 });
    expect(both.allCoveredProbability).toBe(alone.allCoveredProbability);
    // What the higher seats take is not there for the lower ones, however many there are.
    const drained = covered([{ ...scarce, headcount: 78 }, plenty], beliefs);
    expect(drained.bySeats.get('plenty')!.coveredProbability).toBe(1);
    expect(
      covered([{ ...scarce, threshold: -4, headcount: 78 }, plenty], beliefs).allCoveredProbability,
    ).toBe(0);
  });

  it('draws where counting would take too long, and comes to much the same', () => {
    const beliefs = Array.from({ length: 400 }, (_, index) => ({ mean: (index % 9) / 4 - 1, variance: 1 }));
    const seats = [-1, 0, 0.6, 1.2].map((threshold, index) => ({
      id: `seats ${String(index)}`,
      skill: 'skill',
      threshold,
      headcount: 80,
    }));
    const { bySeats } = covered(seats, beliefs);
    for (const { id, threshold } of seats) {
      const supply = beliefs.reduce((sum, one) => sum + reaches(one, threshold), 0);
      expect(bySeats.get(id)!.expectedSupply).not.toBe(supply);
      expect(Math.abs(bySeats.get(id)!.expectedSupply - supply)).toBeLessThan(3);
    }
  });

  it('counts many levels of a few people in steps of a few milliseconds', () => {
    const beliefs = [-0.6, 0.2, 1.1].map((mean) => ({ mean, variance: 0.8 }));
    const seats = Array.from({ length: 67 }, (_, index) => ({
      id: `seats ${String(index)}`,
      skill: 'skill',
      threshold: index / 20 - 1.5,
      headcount: 1,
    }));
    const longest = { count: 0, draw: 0 };
    for (const [kind, people] of [
      ['count', beliefs],
      ['draw', Array.from({ length: 300 }, (_, index) => beliefs[index % 3]!)],
    ] as const) {
      const steps = coverageSteps(seats, () => abilitiesOf(named(people)));
      for (;;) {
        const begun = process.cpuUsage();
        const { done } = steps.next();
        const { user, system } = process.cpuUsage(begun);
        if (done === true) break;
        longest[kind] = Math.max(longest[kind], (user + system) / 1_000);
      }
    }
    // Generous: a step takes some 10 ms, and 5 s where each outcome is written down and looked up.
    expect(longest.count).toBeLessThan(200);
    expect(longest.draw).toBeLessThan(200);
  });

  it('is nobody where nobody is known, and everything where nothing is wanted', () => {
    const seat = { id: 'seats', skill: 'skill', threshold: 0, headcount: 3 };
    const { bySeats, allCoveredProbability } = expectedCoverage([seat], () => undefined);
    expect(bySeats.get('seats')).toEqual({ expectedSupply: 0, expectedShortfall: 3, coveredProbability: 0 });
    expect(allCoveredProbability).toBe(0);
    expect(expectedCoverage([], () => undefined).allCoveredProbability).toBe(1);
  });
});
