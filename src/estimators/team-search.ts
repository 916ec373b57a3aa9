import {
  filledBy,
  isCovered,
  readinessOf,
  seatsValueOf,
  type SeatsFilled,
  type Skills,
} from './seats-filled';
import { costOf, isAllowed, type TeamProblem } from './team-problem';

/** How good a team is by the objective: what it costs, or what its filled seats count for. */
export function valueOf(problem: TeamProblem, skills: Skills, team: ReadonlySet<number>): number {
  return problem.objective.kind === 'cheapest'
    ? costOf(problem, team)
    : seatsValueOf(problem, filledBy(problem, skills, team));
}

/** Whether a team is allowed, and covers what it must. */
export function isFeasible(problem: TeamProblem, skills: Skills, team: ReadonlySet<number>): boolean {
  return isAllowed(problem, team) && coversAll(problem, filledBy(problem, skills, team));
}

function coversAll({ objective }: TeamProblem, filled: readonly SeatsFilled[]): boolean {
  return objective.kind === 'best' || isCovered(readinessOf(filled), objective.probability);
}

/**
 * A good team of open people, found greedily from some on and made better by exchanging one at a time; undefined where none is
 * found, which does not say that there is none.
 */
export function searchTeam(
  problem: TeamProblem,
  skills: Skills,
  open: readonly number[],
  from: Iterable<number>,
): ReadonlySet<number> | undefined {
  const byPrice = completed(problem, skills, open, from, true);
  const bySeats =
    problem.objective.kind === 'cheapest' ? completed(problem, skills, open, from, false) : undefined;
  const found = [byPrice, bySeats].flatMap((team) => (team ? [exchanged(problem, skills, open, team)] : []));
  const isBetter = (a: number, b: number): boolean => (problem.objective.kind === 'cheapest' ? a < b : a > b);
  return found.reduce<ReadonlySet<number> | undefined>(
    (best, team) =>
      !best || isBetter(valueOf(problem, skills, team), valueOf(problem, skills, best)) ? team : best,
    undefined,
  );
}

/** Everybody who may be in the team. */
export function openPeople({ costs, mayNot }: TeamProblem): number[] {
  const barred = new Set(mayNot);
  return [...costs.keys()].filter((person) => !barred.has(person));
}

/** Adds whoever adds most, for their cost or at all, until the team is complete, then those whom learners need. */
function completed(
  problem: TeamProblem,
  skills: Skills,
  open: readonly number[],
  from: Iterable<number>,
  isByPrice: boolean,
): ReadonlySet<number> | undefined {
  const { costs, size, objective, mustHave } = problem;
  const team = new Set([...mustHave, ...from]);
  const filled = filledBy(problem, skills, team);
  const isCheapest = objective.kind === 'cheapest';
  const isComplete = (): boolean =>
    team.size >= size.most || (isCheapest && team.size >= size.least && coversAll(problem, filled));
  while (!isComplete()) {
    let next = -1;
    let most = 0;
    for (const person of open) {
      if (team.has(person)) continue;
      let gain = team.size < size.least ? 1e-12 : 0;
      for (const { requirement, probability } of skills[person] ?? [])
        gain += gainOf(problem, filled[requirement], requirement, probability);
      const worth = isCheapest && isByPrice ? gain / ((costs[person] ?? 0) + 1e-9) : gain;
      if (worth <= most) continue;
      most = worth;
      next = person;
    }
    if (next < 0) break;
    team.add(next);
    for (const { requirement, probability } of skills[next] ?? []) filled[requirement]?.add(probability);
  }
  addMentors(problem, open, team);
  if (isCheapest) dropNeedless(problem, skills, team);
  return isFeasible(problem, skills, team) ? team : undefined;
}

/** What somebody adds: seats, and where the cheapest team is sought how much likelier they make it that all are covered. */
function gainOf(
  { objective, requirements }: TeamProblem,
  filled: SeatsFilled | undefined,
  requirement: number,
  probability: number,
): number {
  if (!filled) return 0;
  const seats = filled.expectedGain(probability);
  if (objective.kind === 'best') return (requirements[requirement]?.importance ?? 0) * seats;
  const unlikely = -10;
  const before = Math.max(unlikely, Math.log(filled.covered));
  return seats + Math.max(unlikely, Math.log(filled.coveredWith(probability))) - before;
}

/** Adds the cheapest mentor wherever one is missing. */
function addMentors({ requirements, costs }: TeamProblem, open: readonly number[], team: Set<number>): void {
  const isOpen = new Set(open);
  for (const { learners, mentors } of requirements) {
    if (!learners.some((person) => team.has(person)) || mentors.some((person) => team.has(person))) continue;
    const possible = mentors.filter((person) => isOpen.has(person));
    if (possible.length === 0) continue;
    team.add(possible.reduce((best, person) => ((costs[person] ?? 0) < (costs[best] ?? 0) ? person : best)));
  }
}

/** Leaves out whoever is not needed, the dearest first. */
function dropNeedless(problem: TeamProblem, skills: Skills, team: Set<number>): void {
  const { costs, size, mustHave } = problem;
  for (const person of [...team].sort((a, b) => (costs[b] ?? 0) - (costs[a] ?? 0))) {
    if (team.size <= size.least || mustHave.includes(person)) continue;
    team.delete(person);
    if (!isFeasible(problem, skills, team)) team.add(person);
  }
}

/** How often the whole team is gone through. */
const passes = 5;

/** Exchanges one member for one other as long as that makes the team better. */
function exchanged(
  problem: TeamProblem,
  skills: Skills,
  open: readonly number[],
  start: ReadonlySet<number>,
): ReadonlySet<number> {
  const team = new Set(start);
  let isNew = true;
  for (let pass = 0; pass < passes && isNew; pass++) {
    isNew = false;
    for (const person of start.size > 60 ? [] : [...team]) {
      if (problem.mustHave.includes(person)) continue;
      const other = betterInsteadOf(problem, skills, open, team, person);
      if (other === undefined) continue;
      team.delete(person);
      team.add(other);
      isNew = true;
    }
    if (isNew && problem.objective.kind === 'cheapest') dropNeedless(problem, skills, team);
  }
  return team;
}

function betterInsteadOf(
  problem: TeamProblem,
  skills: Skills,
  open: readonly number[],
  team: Set<number>,
  person: number,
): number | undefined {
  const { costs, objective } = problem;
  const isCheapest = objective.kind === 'cheapest';
  const rest = new Set(team);
  rest.delete(person);
  const filled = filledBy(problem, skills, rest);
  const readiness = isCheapest ? readinessOf(filled) : 0;
  const worthOf = (other: number): number => {
    if (isCheapest) return -(costs[other] ?? 0);
    return (skills[other] ?? []).reduce(
      (sum, { requirement, probability }) =>
        sum + gainOf(problem, filled[requirement], requirement, probability),
      0,
    );
  };
  const covers = (other: number): boolean => {
    if (objective.kind === 'best') return true;
    const skilled = skills[other] ?? [];
    // Where something is not covered at all, the product cannot be divided by it.
    if (readiness === 0) return isFeasible(problem, skills, new Set([...rest, other]));
    const product = skilled.reduce((sum, { requirement, probability }) => {
      const each = filled[requirement];
      return each ? (sum * each.coveredWith(probability)) / each.covered : sum;
    }, readiness);
    return isCovered(product, objective.probability);
  };
  let best: number | undefined;
  let most = worthOf(person) + 1e-9;
  for (const other of open) {
    if (team.has(other) || worthOf(other) <= most || !covers(other)) continue;
    if (!isAllowed(problem, new Set([...rest, other]))) continue;
    most = worthOf(other);
    best = other;
  }
  return best;
}
