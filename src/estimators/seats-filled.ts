import type { TeamProblem } from './team-problem';

/**
 * How many of some seats a team fills: the distribution of min(seats, number of people who meet the requirement), where
 * people meet it independently of each other (Poisson-binomial, cut at the seats: Wang 1993, On the number of successes in
 * independent trials).
 */
export class SeatsFilled {
  private readonly chances: Float64Array;

  constructor(readonly seats: number) {
    this.chances = new Float64Array(seats + 1);
    this.chances[0] = 1;
  }

  copy(): SeatsFilled {
    const copied = new SeatsFilled(this.seats);
    copied.chances.set(this.chances);
    return copied;
  }

  /** One more person, who meets the requirement with this probability. */
  add(probability: number): void {
    const { chances, seats } = this;
    chances[seats] = (chances[seats] ?? 0) + probability * (chances[seats - 1] ?? 0);
    for (let filled = seats - 1; filled >= 0; filled--)
      chances[filled] =
        (chances[filled] ?? 0) * (1 - probability) +
        (filled > 0 ? (chances[filled - 1] ?? 0) : 0) * probability;
  }

  /** The probability that no seat stays empty. */
  get covered(): number {
    return Math.min(1, this.chances[this.seats] ?? 0);
  }

  /** The probability that no seat stays empty once somebody joins who meets it with this probability. */
  coveredWith(probability: number): number {
    return Math.min(1, (this.chances[this.seats] ?? 0) + probability * (this.chances[this.seats - 1] ?? 0));
  }

  /** The expected number of filled seats. */
  get expected(): number {
    return this.chances.reduce((sum, chance, filled) => sum + chance * filled, 0);
  }

  /** How many more seats are expected to be filled once somebody joins who meets it with this probability. */
  expectedGain(probability: number): number {
    return probability * Math.max(0, 1 - (this.chances[this.seats] ?? 0));
  }
}

/** The probability that at least so many of some people reach a level, each with a probability of their own. */
export function probabilityOfAtLeast(needed: number, probabilities: readonly number[]): number {
  const filled = new SeatsFilled(needed);
  for (const probability of probabilities) filled.add(probability);
  return filled.covered;
}

/** For each person, the requirements that they may meet. */
export type Skills = readonly (readonly { readonly requirement: number; readonly probability: number }[])[];

export function skillsOf(problem: TeamProblem): Skills {
  const skills = problem.costs.map((): { requirement: number; probability: number }[] => []);
  problem.requirements.forEach(({ people, probabilities }, requirement) => {
    people.forEach((person, place) => {
      const probability = probabilities[place] ?? 0;
      if (probability > 0) skills[person]?.push({ requirement, probability });
    });
  });
  return skills;
}

/** What a team fills of each requirement's seats. */
export function filledBy(problem: TeamProblem, skills: Skills, team: Iterable<number>): SeatsFilled[] {
  const filled = problem.requirements.map(({ seats }) => new SeatsFilled(seats));
  for (const person of team)
    for (const { requirement, probability } of skills[person] ?? []) filled[requirement]?.add(probability);
  return filled;
}

/** The probability that a team covers all requirements. */
export function readinessOf(filled: readonly SeatsFilled[]): number {
  return filled.reduce((product, { covered }) => product * covered, 1);
}

/** Importance times expected number of filled seats, over the requirements. */
export function seatsValueOf(problem: TeamProblem, filled: readonly SeatsFilled[]): number {
  return filled.reduce(
    (sum, { expected }, place) => sum + (problem.requirements[place]?.importance ?? 0) * expected,
    0,
  );
}

/** Rounding must not make a team miss the probability that it reaches exactly. */
export function isCovered(readiness: number, probability: number): boolean {
  return readiness >= probability * (1 - 1e-9);
}
