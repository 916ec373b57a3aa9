import { atLeast, bernoulliHazard, scoreAt, slopeAt } from './seat-scores';
import type { SeatsFilled } from './seats-filled';
import { isCertain, type TeamObjective, type TeamRequirement } from './team-problem';

/**
 * An upper bound on the score of one requirement, linear in who is in the team: a constant, and for each of the
 * requirement's people, in their order, what they add. No team has a higher score.
 */
export interface SeatCut {
  readonly constant: number;
  readonly adds: readonly number[];
}

type Kind = TeamObjective['kind'];

/** What the objective makes of filled seats: the logarithm of the probability that all are, or how many are expected to be. */
export function scoreOf(kind: Kind, filled: SeatsFilled): number {
  return kind === 'cheapest' ? Math.log(filled.covered) : filled.expected;
}

/**
 * The bound that is exact at one team. Both scores are submodular in the team: the later somebody joins, the less they
 * add (for the logarithm because tails of Poisson-binomials are log-concave). So no team scores more than this one and
 * what each other would add to it (Nemhauser and Wolsey 1981, Maximizing submodular set functions).
 */
export function cutAtTeam(
  kind: Kind,
  requirement: TeamRequirement,
  filled: SeatsFilled,
  team: ReadonlySet<number>,
): SeatCut {
  const constant = scoreOf(kind, filled);
  const adds = requirement.people.map((person, place) => {
    if (team.has(person)) return 0;
    const probability = requirement.probabilities[place] ?? 0;
    return kind === 'cheapest'
      ? Math.log(filled.coveredWith(probability)) - constant
      : filled.expectedGain(probability);
  });
  return { constant, adds };
}

/** The bound by expected numbers: no more seats are filled than people are expected to meet the requirement. */
export function cutByMean({ probabilities }: TeamRequirement): SeatCut {
  return { constant: 0, adds: probabilities };
}

/** Where an envelope touches: how many uncertain people, the sum of their hazards, and how many seats they are to fill. */
export interface Touching {
  readonly people: number;
  readonly hazard: number;
  readonly seats: number;
}

/** So many more people than seats are bounded one number by one; any more people as if they were without number. */
const counted = 12;
/** What rounding of the maxima below could hide. */
const rounding = 1e-9;

/** A plane over how many people are in a team and the sum of their hazards. */
export interface Plane {
  readonly constant: number;
  /** What each person adds, and what each unit of hazard does. */
  readonly each: number;
  readonly slope: number;
  /** What somebody adds who is certain; nobody adds more. */
  readonly certain: number;
}

/**
 * A plane that no team is above: by how many people are in the team and the sum of their hazards, −ln(1 − p). Of all
 * people of one sum, as many score most where they are all alike (both scores are Schur-concave in the hazards), and
 * then concave in the sum: order statistics of exponentials have log-concave densities. So a plane that is above the
 * curve of each number is above every team; people without number are a Poisson process. Whoever is certain fills a seat.
 */
export function planeOver(kind: Kind, seats: number, most: number, touching: Touching): Plane {
  const few = Math.max(1, Math.round(touching.people));
  const slope = slopeAt(kind, touching.seats, few, touching.hazard);
  // One seat is filled as likely by few as by many of the same sum.
  const each =
    seats === 1
      ? 0
      : Math.max(
          0,
          scoreAt(kind, touching.seats, few + 1, touching.hazard) -
            scoreAt(kind, touching.seats, few, touching.hazard),
        );
  const numbers = seats === 1 ? [] : numbersOf(seats, most);
  const endless = seats === 1 ? 0 : seats + counted + 1;
  const highest = (open: number): number => {
    if (open === 0) return 0;
    const heights = numbers
      .filter((number) => kind === 'best' || number >= open)
      .map((number) => highestOver(kind, open, number, slope) - each * number);
    if (most >= endless) heights.push(highestOver(kind, open, Infinity, slope) - each * endless);
    return Math.max(kind === 'best' ? 0 : -Infinity, ...heights);
  };
  const constant = highest(seats) + rounding;
  let certain = 0;
  for (let filled = 1; filled <= seats; filled++) {
    const height = (kind === 'best' ? filled : 0) + highest(seats - filled);
    certain = Math.max(certain, (height + rounding - constant) / filled);
  }
  return { constant, each, slope, certain };
}

/** The bound by a plane. */
export function cutByPlane(
  { probabilities }: TeamRequirement,
  { constant, each, slope, certain }: Plane,
): SeatCut {
  const adds = probabilities.map((probability) =>
    isCertain(probability) ? certain : Math.min(certain, slope * bernoulliHazard(probability) + each),
  );
  return { constant, adds };
}

function numbersOf(seats: number, most: number): number[] {
  return Array.from({ length: Math.min(most, seats + counted) }, (_, place) => place + 1);
}

/** The maximum over the sum of hazards of the score of so many people alike less slope times the sum. */
function highestOver(kind: Kind, seats: number, people: number, slope: number): number {
  let low = 0;
  let high = 1;
  while (slopeAt(kind, seats, people, high) > slope && high < 1e3) high *= 2;
  for (let halving = 0; halving < 45; halving++) {
    const middle = (low + high) / 2;
    if (slopeAt(kind, seats, people, middle) > slope) low = middle;
    else high = middle;
  }
  return scoreAt(kind, seats, people, high) - slope * high;
}

/** The sum of hazards at which so many people alike cover the seats with a probability. */
export function hazardOf(seats: number, people: number, probability: number): number {
  let low = 0;
  let high = 1;
  while (atLeast(seats, people, high) < probability && high < 1e3) high *= 2;
  for (let halving = 0; halving < 45; halving++) {
    const middle = (low + high) / 2;
    if (atLeast(seats, people, middle) < probability) low = middle;
    else high = middle;
  }
  return high;
}
