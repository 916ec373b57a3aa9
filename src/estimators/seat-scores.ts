import { logFactorial } from './log-factorial';
import type { TeamObjective } from './team-problem';

type Kind = TeamObjective['kind'];

/** −ln(1 − p): of people who meet something independently, the sum says how likely none does. */
export function bernoulliHazard(probability: number): number {
  return -Math.log1p(-probability);
}

/**
 * The probability that of some people who are all alike at least so many meet a requirement. The hazard is the sum of
 * theirs; without number (Infinity) they are a Poisson process of that mean.
 */
export function atLeast(seats: number, people: number, hazard: number): number {
  if (seats <= 0) return 1;
  if (seats > people || hazard <= 0) return 0;
  // The shorter tail is summed, so that neither end is lost in rounding.
  let below = 0;
  for (let meet = 0; meet < seats; meet++) below += exactly(meet, people, hazard);
  if (below < 0.5) return 1 - below;
  let sum = 0;
  for (let meet = seats; meet <= people; meet++) {
    const chance = exactly(meet, people, hazard);
    sum += chance;
    if (chance < 1e-18 * sum) break;
  }
  return sum;
}

/** The same for exactly so many: binomial, or Poisson. */
function exactly(meet: number, people: number, hazard: number): number {
  if (meet < 0 || meet > people) return 0;
  if (people === Infinity) return Math.exp(meet * Math.log(hazard) - hazard - logFactorial(meet));
  const each = hazard / people;
  const ways = logFactorial(people) - logFactorial(meet) - logFactorial(people - meet);
  return Math.exp(ways + (meet > 0 ? meet * Math.log(-Math.expm1(-each)) : 0) - (people - meet) * each);
}

/** The score of some seats that people alike fill. */
export function scoreAt(kind: Kind, seats: number, people: number, hazard: number): number {
  if (kind === 'cheapest') return Math.log(atLeast(seats, people, hazard));
  let expected = 0;
  for (let filled = 1; filled <= seats; filled++) expected += atLeast(filled, people, hazard);
  return expected;
}

/** How steeply it rises with the sum of hazards. */
export function slopeAt(kind: Kind, seats: number, people: number, hazard: number): number {
  const fewer = people === Infinity ? Infinity : people - 1;
  const others = people === Infinity ? hazard : (hazard * fewer) / people;
  const misses = people === Infinity ? 1 : Math.exp(-hazard / people);
  if (kind === 'best') return misses * (1 - atLeast(seats, fewer, others));
  const covered = atLeast(seats, people, hazard);
  const oneShort = fewer === 0 ? 1 : exactly(seats - 1, fewer, others);
  return covered > 0 ? (misses * oneShort) / covered : Infinity;
}
