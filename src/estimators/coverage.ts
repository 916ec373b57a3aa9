import { abilitiesOf as columnsOf, beliefsOf, type Abilities } from './abilities';
import { distributionOf, waysWithin, type Outcomes, type RisingCounts } from './coverage-outcomes';
import { normalCdf } from './normal';
import { resultOf } from './steps';
import { simulationSteps, type Seats, type SeatsSupply, type Supply } from './supply';

const nobody = columnsOf([]);

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
  return resultOf(coverageSteps(seats, abilitiesOf));
}

/** The same in steps of a few milliseconds: between two of them whoever computes it can do something else, or stop. */
export function* coverageSteps(
  seats: readonly Seats[],
  abilitiesOf: (skill: string) => Abilities | undefined,
): Generator<void, Supply> {
  const supplies: Supply[] = [];
  for (const [skill, wanted] of seatsBySkill(seats))
    supplies.push(yield* stepsOfSkill(wanted, abilitiesOf(skill) ?? nobody));
  return supplyOfSkills(supplies);
}

/** Seats by their skill, both in the order in which they come. */
export function seatsBySkill(seats: readonly Seats[]): Map<string, Seats[]> {
  const bySkill = new Map<string, Seats[]>();
  for (const seat of seats) {
    const there = bySkill.get(seat.skill);
    if (there) there.push(seat);
    else bySkill.set(seat.skill, [seat]);
  }
  return bySkill;
}

/** What is covered of several skills, from what is of each: skills are independent. */
export function supplyOfSkills(supplies: Iterable<Supply>): Supply {
  const bySeats = new Map<string, SeatsSupply>();
  let allCoveredProbability = 1;
  for (const supply of supplies) {
    for (const [id, figures] of supply.bySeats) bySeats.set(id, figures);
    allCoveredProbability *= supply.allCoveredProbability;
  }
  return { bySeats, allCoveredProbability };
}

function* stepsOfSkill(seats: readonly Seats[], abilities: Abilities): Generator<void, Supply> {
  return (yield* countedSteps(seats, abilities)) ?? (yield* drawnSteps(seats, abilities));
}

/** Seats at one required ability, and how many people may be lacking there. */
interface Level {
  readonly threshold: number;
  /** By id; the order of filling seats of one level. */
  readonly seats: readonly Seats[];
  /** Seats of this and all higher levels. */
  readonly demand: number;
  /** How many people are expected to reach it. */
  readonly expected: number;
}

/** The seats of one skill, counted, for which nobody's name is needed; undefined where that costs too much. */
export function* countedSteps(
  seats: readonly Seats[],
  { means, variances }: Pick<Abilities, 'means' | 'variances'>,
): Generator<void, Supply | undefined> {
  const people = means.length;
  const deviations = variances.map(Math.sqrt);
  const levels = yield* levelsOf(seats, means, deviations);
  // Chernoff's bound on the lower tail: where a level surely has enough people, none of its own seats stays empty.
  const scarce = levels.filter(
    ({ demand, expected }) =>
      demand > expected || Math.exp(-((expected - demand) ** 2) / (2 * expected)) > negligible,
  );
  const caps = scarce.map(({ demand }) => Math.min(demand, people));
  const most = affordable / (Math.max(1, people) * (scarce.length + 1));
  if (waysWithin(caps, most) > most) return undefined;
  const chances = scarce.map(({ threshold }) => chancesAt(threshold, means, deviations));
  // Where nothing is scarce nobody has to be counted.
  const counted = scarce.length > 0 ? people : 0;
  return yield* figuresOf(levels, scarce, yield* distributionOf(caps, chances, counted));
}

/** The levels of a skill, the highest first. */
function* levelsOf(
  seats: readonly Seats[],
  means: Float64Array,
  deviations: Float64Array,
): Generator<void, Level[]> {
  const byThreshold = new Map<number, Seats[]>();
  for (const seat of [...seats].sort((a, b) => b.threshold - a.threshold || (a.id < b.id ? -1 : 1))) {
    const there = byThreshold.get(seat.threshold);
    if (there) there.push(seat);
    else byThreshold.set(seat.threshold, [seat]);
  }
  const levels: Level[] = [];
  let demand = 0;
  for (const [threshold, same] of byThreshold) {
    demand += same.reduce((sum, { headcount }) => sum + headcount, 0);
    const expected = expectedAt(threshold, means, deviations);
    levels.push({ threshold, seats: same, demand, expected });
    yield;
  }
  return levels;
}

/** Each person's probability to reach a level. */
function chancesAt(threshold: number, means: Float64Array, deviations: Float64Array): Float64Array {
  const chances = new Float64Array(means.length);
  for (let person = 0; person < chances.length; person++)
    chances[person] = normalCdf(((means[person] ?? NaN) - threshold) / (deviations[person] ?? NaN));
  return chances;
}

/** How many people are expected to reach a level: the sum of their probabilities, which nobody keeps. */
function expectedAt(threshold: number, means: Float64Array, deviations: Float64Array): number {
  let expected = 0;
  for (let person = 0; person < means.length; person++)
    expected += normalCdf(((means[person] ?? NaN) - threshold) / (deviations[person] ?? NaN));
  return expected;
}

/** Seats of the scarce levels in the order of filling them. */
interface FilledInOrder {
  readonly seats: readonly Seats[];
  /** Place of each one's level among the scarce ones. */
  readonly levels: Int32Array;
  /** How many people the level's seats up to this one want, with all of higher levels. */
  readonly wanted: Float64Array;
}

function filledInOrder(scarce: readonly Level[]): FilledInOrder {
  const seats = scarce.flatMap((level) => level.seats);
  const levels = Int32Array.from(scarce.flatMap((level, place) => level.seats.map(() => place)));
  const wanted = new Float64Array(seats.length);
  let place = 0;
  for (const level of scarce) {
    let sum = level.demand - level.seats.reduce((total, { headcount }) => total + headcount, 0);
    for (const { headcount } of level.seats) wanted[place++] = sum += headcount;
  }
  return { seats, levels, wanted };
}

/** Outcomes are gone through in steps of so many seats. */
const seatsInStep = 1e5;

/** Seats of a level stay empty where, from the highest level to here, more were wanted than there are people. */
function* figuresOf(
  levels: readonly Level[],
  scarce: readonly Level[],
  outcomes: Outcomes,
): Generator<void, Supply> {
  const filled = filledInOrder(scarce);
  const { seats } = filled;
  const sums = {
    shortfalls: new Float64Array(seats.length),
    covered: new Float64Array(seats.length).fill(1),
    allCovered: 1,
  };
  outcomes.counts.toFullest();
  const inStep = Math.ceil(seatsInStep / Math.max(1, seats.length));
  for (let from = 0; from < outcomes.mass.length; from += inStep) {
    addOutcomes(sums, filled, outcomes, from, Math.min(outcomes.mass.length, from + inStep));
    yield;
  }
  const { shortfalls, covered, allCovered: allCoveredProbability } = sums;
  const bySeats = new Map<string, SeatsSupply>();
  for (const { seats: same, expected } of levels)
    for (const { id } of same)
      bySeats.set(id, { expectedSupply: expected, expectedShortfall: 0, coveredProbability: 1 });
  seats.forEach(({ id }, seat) => {
    bySeats.set(id, {
      expectedSupply: bySeats.get(id)?.expectedSupply ?? 0,
      expectedShortfall: shortfalls[seat] ?? 0,
      coveredProbability: covered[seat] ?? 1,
    });
  });
  return { bySeats, allCoveredProbability };
}

/** What outcomes add up to, by seats and for all of them. */
interface OutcomeSums {
  readonly shortfalls: Float64Array;
  readonly covered: Float64Array;
  allCovered: number;
}

/** Adds the outcomes of some places, the first of which the counts are at. */
function addOutcomes(
  sums: OutcomeSums,
  filled: FilledInOrder,
  { mass, counts }: Outcomes,
  from: number,
  to: number,
): void {
  for (let outcome = from; outcome < to; outcome++) {
    const likely = mass[outcome] ?? 0;
    if (likely > 0) addOutcome(sums, filled, likely, counts);
    counts.toNext();
  }
}

function addOutcome(
  sums: OutcomeSums,
  { levels, wanted }: FilledInOrder,
  likely: number,
  counts: RisingCounts,
): void {
  const { shortfalls, covered } = sums;
  let empty = 0;
  for (let seat = 0; seat < wanted.length; seat++) {
    const lacking = (wanted[seat] ?? 0) - counts.at(levels[seat] ?? 0) - empty;
    if (lacking <= 0) continue;
    empty += lacking;
    shortfalls[seat] = (shortfalls[seat] ?? 0) + likely * lacking;
    covered[seat] = Math.max(0, (covered[seat] ?? 0) - likely);
  }
  if (empty > 0) sums.allCovered = Math.max(0, sums.allCovered - likely);
}

/** The same simulated, whatever there is to count: draws are seeded by people's names. */
export function drawnSteps(seats: readonly Seats[], abilities: Abilities): Generator<void, Supply> {
  const skill = seats[0]?.skill ?? '';
  const people = new Map(
    [...beliefsOf(abilities)].map(([person, ability]) => [person, new Map([[skill, ability]])]),
  );
  const draws = Math.floor(drawn.work / Math.max(1, people.size));
  return simulationSteps(seats, people, Math.min(drawn.most, Math.max(drawn.fewest, draws)));
}
