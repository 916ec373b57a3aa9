import { normalCdf } from './normal';
import { simulateSupply, type Seats, type SeatsSupply, type Supply } from './supply';
import type { Gaussian } from './types';

/** One skill's beliefs by person. */
export type Abilities = ReadonlyMap<string, Gaussian>;

/** Multiplications that the exact distribution of one skill may cost; about 50 ms. Beyond that, it is simulated. */
const affordable = 2e7;
/** Whatever is less likely than this is left out: far below what matters in a probability. */
const negligible = 1e-12;
/** Draws where exactness costs too much: their number times that of people, and the bounds of their number. */
const drawn = { work: 4e6, fewest: 200, most: 2_000 };

/**
 * What a group can be expected to cover of some seats, as simulateSupply estimates it, but exactly wherever that is
 * affordable. How many people reach one level is Poisson-binomial (Wang 1993, On the number of successes in
 * independent trials): its distribution up to the demand comes from adding one person after the other. Several levels
 * of one skill are counted together. Skills are independent, so the probability that no seat stays empty is the product of theirs.
 */
export function expectedCoverage(
  seats: readonly Seats[],
  abilitiesOf: (skill: string) => Abilities | undefined,
): Supply {
  const bySkill = new Map<string, Seats[]>();
  for (const seat of seats) {
    const there = bySkill.get(seat.skill);
    if (there) there.push(seat);
    else bySkill.set(seat.skill, [seat]);
  }
  const bySeats = new Map<string, SeatsSupply>();
  let allCoveredProbability = 1;
  for (const [skill, wanted] of bySkill) {
    const supply = ofSkill(wanted, abilitiesOf(skill) ?? new Map());
    for (const [id, figures] of supply.bySeats) bySeats.set(id, figures);
    allCoveredProbability *= supply.allCoveredProbability;
  }
  return { bySeats, allCoveredProbability };
}

/** Seats at one required ability, and how many people may be lacking there. */
interface Level {
  readonly threshold: number;
  /** By id; the order of filling seats of one level. */
  readonly seats: readonly Seats[];
  /** Seats of this and all higher levels. */
  readonly demand: number;
  /** Each person's probability to reach it. */
  readonly chances: Float64Array;
  readonly expected: number;
}

function ofSkill(seats: readonly Seats[], abilities: Abilities): Supply {
  const levels = levelsOf(seats, abilities);
  // Chernoff's bound on the lower tail: where a level surely has enough people, none of its own seats stays empty.
  const scarce = levels.filter(
    ({ demand, expected }) =>
      demand > expected || Math.exp(-((expected - demand) ** 2) / (2 * expected)) > negligible,
  );
  const caps = scarce.map(({ demand }) => Math.min(demand, abilities.size));
  if (countsWithin(caps) * abilities.size * (scarce.length + 1) > affordable)
    return bySampling(seats, abilities);
  return figuresOf(levels, scarce, distributionOf(scarce, caps, abilities.size));
}

/** How many counts are possible: a person who reaches a level reaches the lower ones too. */
function countsWithin(caps: readonly number[]): number {
  let ways = [1];
  for (const cap of caps) {
    let sum = 0;
    ways = Array.from({ length: cap + 1 }, (_, count) => (sum += ways[count] ?? 0));
  }
  return ways.reduce((sum, one) => sum + one, 0);
}

/** The levels of a skill, the highest first. */
function levelsOf(seats: readonly Seats[], abilities: Abilities): Level[] {
  const ordered = [...seats].sort((a, b) => b.threshold - a.threshold || (a.id < b.id ? -1 : 1));
  const levels: Level[] = [];
  let demand = 0;
  for (let from = 0; from < ordered.length;) {
    const { threshold } = ordered[from] ?? { threshold: 0 };
    const same = ordered.filter((seat) => seat.threshold === threshold);
    demand += same.reduce((sum, { headcount }) => sum + headcount, 0);
    const chances = Float64Array.from(abilities.values(), ({ mean, variance }) =>
      normalCdf((mean - threshold) / Math.sqrt(variance)),
    );
    const expected = chances.reduce((sum, chance) => sum + chance, 0);
    levels.push({ threshold, seats: same, demand, chances, expected });
    from += same.length;
  }
  return levels;
}

/** How many people reach each scarce level, counted up to its demand, and how likely that is. */
interface Outcome {
  readonly counts: readonly number[];
  likely: number;
}

/** The joint distribution of these counts: every possible one, the fullest first. */
function distributionOf(scarce: readonly Level[], caps: readonly number[], people: number): Outcome[] {
  const outcomes = outcomesWithin(caps);
  const places = new Map(outcomes.map(({ counts }, place) => [counts.join(), place]));
  // By outcome and level: where one person more at that level, and at all that are lower, leads.
  const steps = outcomes.map(({ counts }) =>
    caps.map((_, from) => {
      const next = counts.map((count, level) =>
        level < from ? count : Math.min(count + 1, caps[level] ?? 0),
      );
      return places.get(next.join()) ?? 0;
    }),
  );
  const mass = new Float64Array(outcomes.length);
  mass[mass.length - 1] = 1;
  // Counts only rise: begun with the fullest, what a person adds lands where that person was counted already.
  for (let person = 0; person < people; person++) {
    for (let place = 0; place < mass.length; place++) {
      const here = mass[place] ?? 0;
      if (here === 0) continue;
      mass[place] = 0;
      let to = place;
      let reachesLower = 1;
      for (let level = scarce.length - 1; level >= 0; level--) {
        const reaches = Math.min(reachesLower, scarce[level]?.chances[person] ?? 0);
        mass[to] = (mass[to] ?? 0) + here * (reachesLower - reaches);
        reachesLower = reaches;
        to = steps[place]?.[level] ?? 0;
      }
      mass[to] = (mass[to] ?? 0) + here * reachesLower;
    }
  }
  return outcomes.map(({ counts }, place) => ({ counts, likely: mass[place] ?? 0 }));
}

/** Counts that rise from level to level, none above its cap; the fullest first. */
function outcomesWithin(caps: readonly number[]): Outcome[] {
  const outcomes: Outcome[] = [];
  const counts: number[] = [];
  const descend = (level: number): void => {
    const cap = caps[level];
    if (cap === undefined) {
      outcomes.push({ counts: [...counts], likely: 0 });
      return;
    }
    for (let count = cap; count >= (counts[level - 1] ?? 0); count--) {
      counts[level] = count;
      descend(level + 1);
      counts.length = level;
    }
  };
  descend(0);
  return outcomes;
}

/** Seats of a level stay empty where, from the highest level to here, more were wanted than there are people. */
function figuresOf(levels: readonly Level[], scarce: readonly Level[], outcomes: readonly Outcome[]): Supply {
  const bySeats = new Map(
    levels.flatMap(({ seats, expected }) =>
      seats.map(({ id }) => [id, { expectedSupply: expected, expectedShortfall: 0, coveredProbability: 1 }]),
    ),
  );
  let allCoveredProbability = 1;
  for (const { counts, likely } of outcomes) {
    let empty = 0;
    scarce.forEach(({ seats, demand }, level) => {
      let wanted = demand - seats.reduce((sum, { headcount }) => sum + headcount, 0);
      for (const { id, headcount } of seats) {
        wanted += headcount;
        const lacking = Math.max(0, wanted - (counts[level] ?? 0) - empty);
        const figures = bySeats.get(id);
        if (lacking === 0 || !figures) continue;
        empty += lacking;
        figures.expectedShortfall += likely * lacking;
        figures.coveredProbability = Math.max(0, figures.coveredProbability - likely);
      }
    });
    if (empty > 0) allCoveredProbability = Math.max(0, allCoveredProbability - likely);
  }
  return { bySeats, allCoveredProbability };
}

function bySampling(seats: readonly Seats[], abilities: Abilities): Supply {
  const skill = seats[0]?.skill ?? '';
  const people = new Map([...abilities].map(([person, ability]) => [person, new Map([[skill, ability]])]));
  const draws = Math.floor(drawn.work / Math.max(1, abilities.size));
  return simulateSupply(seats, people, Math.min(drawn.most, Math.max(drawn.fewest, draws)));
}
