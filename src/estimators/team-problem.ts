/** One requirement of a team: seats of one skill at one level, and who may fill them. People are named by their place. */
export interface TeamRequirement {
  /** How many of the team are to meet it, asked redundancy included; a whole number above 0. */
  readonly seats: number;
  /** What one filled seat counts for in the best team; above 0. */
  readonly importance: number;
  /** Those who may meet it, each once. Whoever is not named meets it with probability 0. */
  readonly people: readonly number[];
  /** The probability in (0,1] with which each of them meets it; people and requirements are independent. */
  readonly probabilities: readonly number[];
  /** Those who may be in the team only beside one of the mentors; empty where nobody needs one. */
  readonly learners: readonly number[];
  /** Those who can be a mentor. */
  readonly mentors: readonly number[];
}

/**
 * What makes a team good.
 *
 * `cheapest`: the least sum of costs of a team with which all requirements are covered with at least the stated
 * probability, all of them together: the product over the requirements of the probability that at least as many of the
 * team meet it as it has seats.
 *
 * `best`: the largest sum over the requirements of importance times the expected number of filled seats,
 * E[min(seats, how many of the team meet it)].
 */
export type TeamObjective =
  { readonly kind: 'cheapest'; readonly probability: number } | { readonly kind: 'best' };

export interface TeamProblem {
  /** What each person costs; none below 0. */
  readonly costs: readonly number[];
  readonly requirements: readonly TeamRequirement[];
  readonly objective: TeamObjective;
  /** How many people the team has, from the least to the most. */
  readonly size: { readonly least: number; readonly most: number };
  readonly mustHave: readonly number[];
  readonly mayNot: readonly number[];
}

/** A team, how good it is, and how good any team can be. */
export interface FormedTeam {
  /** Places, rising. */
  readonly people: readonly number[];
  /** By the objective, exactly. */
  readonly value: number;
  /** No team is better than this: at least this dear where the cheapest is sought, at most this good where the best is. */
  readonly bound: number;
  /** Whether value and bound meet within a millionth of the value. */
  readonly isProven: boolean;
}

/** How near value and bound are where they are said to meet, by the value, or by 1 where that is less. */
export const provenWithin = 1e-6;

export function meet(value: number, bound: number): boolean {
  return Math.abs(value - bound) <= provenWithin * Math.max(1, Math.abs(value));
}

/** From here on somebody is as good as certain; a difference below cannot be told from rounding. */
const certainFrom = 1 - 1e-12;

export function isCertain(probability: number): boolean {
  return probability >= certainFrom;
}

export function costOf(problem: TeamProblem, team: Iterable<number>): number {
  let sum = 0;
  for (const person of team) sum += problem.costs[person] ?? 0;
  return sum;
}

/** Whether everybody in the team who needs a mentor has one there. */
export function isMentored(problem: TeamProblem, team: ReadonlySet<number>): boolean {
  return problem.requirements.every(
    ({ learners, mentors }) =>
      !learners.some((person) => team.has(person)) || mentors.some((person) => team.has(person)),
  );
}

/** Whether a team is of the size asked for, with whom it must have, without whom it may not, and mentored. */
export function isAllowed(problem: TeamProblem, team: ReadonlySet<number>): boolean {
  const { size, mustHave, mayNot } = problem;
  return (
    team.size >= size.least &&
    team.size <= size.most &&
    mustHave.every((person) => team.has(person)) &&
    !mayNot.some((person) => team.has(person)) &&
    isMentored(problem, team)
  );
}
