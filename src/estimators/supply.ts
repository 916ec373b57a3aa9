import { seededUniforms } from './random';
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
  const uncovered = new Uint8Array(draws);
  const bySeats = new Map<string, SeatsSupply>();
  for (const [skill, wanted] of groupBySkill(seats)) {
    const drawn = drawAbilities(skill, people, draws);
    const totals = wanted.map(() => ({ supply: 0, shortfall: 0, covered: 0 }));
    const abilities = new Float64Array(drawn.length);
    for (let draw = 0; draw < draws; draw++) {
      drawn.forEach((samples, index) => (abilities[index] = samples[draw] ?? 0));
      abilities.sort();
      let next = abilities.length - 1;
      wanted.forEach((seat, index) => {
        const total = totals[index];
        if (!total) return;
        total.supply += abilities.length - firstAtLeast(abilities, seat.threshold);
        let filled = 0;
        while (filled < seat.headcount && next >= 0 && (abilities[next] ?? 0) >= seat.threshold) {
          filled++;
          next--;
        }
        total.shortfall += seat.headcount - filled;
        if (filled === seat.headcount) total.covered++;
        else uncovered[draw] = 1;
      });
    }
    wanted.forEach((seat, index) => {
      const total = totals[index];
      if (!total) return;
      bySeats.set(seat.id, {
        expectedSupply: total.supply / draws,
        expectedShortfall: total.shortfall / draws,
        coveredProbability: total.covered / draws,
      });
    });
  }
  const open = uncovered.reduce((sum, one) => sum + one, 0);
  return { bySeats, allCoveredProbability: (draws - open) / draws };
}

/** Highest threshold first within a skill; the id breaks ties. */
function groupBySkill(seats: readonly Seats[]): Map<string, Seats[]> {
  const groups = new Map<string, Seats[]>();
  const ordered = [...seats].sort((a, b) => b.threshold - a.threshold || (a.id < b.id ? -1 : 1));
  for (const seat of ordered) groups.set(seat.skill, [...(groups.get(seat.skill) ?? []), seat]);
  return groups;
}

function drawAbilities(
  skill: string,
  people: ReadonlyMap<string, ReadonlyMap<string, Gaussian>>,
  draws: number,
): Float64Array[] {
  const drawn: Float64Array[] = [];
  for (const [person, beliefs] of people) {
    const belief = beliefs.get(skill);
    if (!belief) continue;
    const normal = standardNormals(hash(`${person} ${skill}`));
    const deviation = Math.sqrt(belief.variance);
    drawn.push(Float64Array.from({ length: draws }, () => belief.mean + deviation * normal()));
  }
  return drawn;
}

function firstAtLeast(sorted: Float64Array, threshold: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < threshold) low = middle + 1;
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
