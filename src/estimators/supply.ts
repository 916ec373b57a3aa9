import { seededUniforms } from './random';
import { resultOf } from './steps';
import type { Gaussian } from './types';

/** Seats of one skill at one required ability, to be filled by distinct people. */
export interface Seats {
  readonly id: string;
  readonly skill: string;
  /** Required ability in logits. */
  readonly threshold: number;
  readonly headcount: number;
}

/** What a group can be expected to cover of some seats. */
export interface SeatsSupply {
  /** Expected number of people at or above the threshold, whatever other seats they fill. */
  readonly expectedSupply: number;
  /** Expected number of seats left empty once distinct people fill all seats of the skill. */
  readonly expectedShortfall: number;
  /** Probability that none of these seats is left empty. */
  readonly coveredProbability: number;
}

export interface Supply {
  readonly bySeats: ReadonlyMap<string, SeatsSupply>;
  /** Probability that no seat of any skill is left empty. */
  readonly allCoveredProbability: number;
}

/** How many of all seats are expected to stay empty. */
export function shortfallOf({ bySeats }: Pick<Supply, 'bySeats'>): number {
  return [...bySeats.values()].reduce((sum, { expectedShortfall }) => sum + expectedShortfall, 0);
}

/**
 * Draws everybody's abilities many times and fills the seats each time: per skill, distinct people, highest seat
 * and highest ability first (which fills as many seats as any assignment does, the demands being nested).
 * One person may fill seats of different skills. Someone without a belief on a skill is no part of its supply.
 * The same people and seats give the same figures: each person's draws on a skill are seeded by their ids,
 * so that neither the order of people nor somebody else's arrival changes them.
 */
export function simulateSupply(
  seats: readonly Seats[],
  people: ReadonlyMap<string, ReadonlyMap<string, Gaussian>>,
  draws: number,
): Supply {
  return resultOf(simulationSteps(seats, people, draws));
}

/** The same in steps of a few milliseconds: between two of them whoever computes it can do something else, or stop. */
export function* simulationSteps(
  seats: readonly Seats[],
  people: ReadonlyMap<string, ReadonlyMap<string, Gaussian>>,
  draws: number,
): Generator<void, Supply> {
  const uncovered = new Uint8Array(draws);
  const bySeats = new Map<string, SeatsSupply>();
  for (const [skill, wanted] of groupBySkill(seats)) {
    const thresholds = Float64Array.from(new Set(wanted.map(({ threshold }) => threshold)));
    const levelOf = wanted.map(({ threshold }) => thresholds.indexOf(threshold));
    const reached = yield* drawHighestLevels(skill, thresholds, people, draws);
    const totals = wanted.map(() => ({ supply: 0, shortfall: 0, covered: 0 }));
    for (let draw = 0; draw < draws; draw++) {
      if (fill(wanted, levelOf, reached.subarray(draw * thresholds.length), totals)) uncovered[draw] = 1;
      yield;
    }
    wanted.forEach(({ id }, index) => {
      const total = totals[index];
      if (!total) return;
      bySeats.set(id, {
        expectedSupply: total.supply / draws,
        expectedShortfall: total.shortfall / draws,
        coveredProbability: total.covered / draws,
      });
    });
  }
  const open = uncovered.reduce((sum, one) => sum + one, 0);
  return { bySeats, allCoveredProbability: (draws - open) / draws };
}

/** What the draws of one seat come to. */
interface SeatTotal {
  supply: number;
  shortfall: number;
  covered: number;
}

/** Fills the seats in one draw, from how many people have each level as their highest; tells whether one stays empty. */
function fill(
  wanted: readonly Seats[],
  levelOf: readonly number[],
  reached: Int32Array,
  totals: readonly SeatTotal[],
): boolean {
  let level = -1;
  let supply = 0;
  let taken = 0;
  let isOpen = false;
  wanted.forEach(({ headcount }, index) => {
    const total = totals[index];
    if (!total) return;
    while (level < (levelOf[index] ?? 0)) supply += reached[++level] ?? 0;
    const filled = Math.min(headcount, supply - taken);
    taken += filled;
    total.supply += supply;
    total.shortfall += headcount - filled;
    if (filled === headcount) total.covered++;
    else isOpen = true;
  });
  return isOpen;
}

/** Highest threshold first within a skill; the id breaks ties. */
function groupBySkill(seats: readonly Seats[]): Map<string, Seats[]> {
  const groups = new Map<string, Seats[]>();
  for (const seat of [...seats].sort((a, b) => b.threshold - a.threshold || (a.id < b.id ? -1 : 1))) {
    const there = groups.get(seat.skill);
    if (there) there.push(seat);
    else groups.set(seat.skill, [seat]);
  }
  return groups;
}

/** By draw, and within it by level: how many people reach that level and no higher one. A step for each person. */
function* drawHighestLevels(
  skill: string,
  thresholds: Float64Array,
  people: ReadonlyMap<string, ReadonlyMap<string, Gaussian>>,
  draws: number,
): Generator<void, Int32Array> {
  const reached = new Int32Array(draws * thresholds.length);
  for (const [person, beliefs] of people) {
    const belief = beliefs.get(skill);
    if (!belief) continue;
    const normal = standardNormals(hash(`${person} ${skill}`));
    const deviation = Math.sqrt(belief.variance);
    for (let draw = 0; draw < draws; draw++) {
      const level = firstAtMost(thresholds, belief.mean + deviation * normal());
      if (level === thresholds.length) continue;
      const place = draw * thresholds.length + level;
      reached[place] = (reached[place] ?? 0) + 1;
    }
    yield;
  }
  return reached;
}

/** Place of the first of some falling thresholds that an ability reaches; their number where it reaches none. */
function firstAtMost(thresholds: Float64Array, ability: number): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((thresholds[middle] ?? 0) > ability) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Seeded standard normals, by the polar method of Marsaglia and Bray (1964). */
function standardNormals(seed: number): () => number {
  const uniform = seededUniforms(seed);
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  };
}
