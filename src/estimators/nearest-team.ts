import type { Highs } from 'highs';
import { filledBy, isCovered, skillsOf } from './seats-filled';
import type { FormedTeam, TeamProblem } from './team-problem';
import { formTeam } from './team-solver';

/** One constraint that may be given up: the size, one person's place, one requirement's seats, or its mentors. */
export type Relaxed =
  | { readonly kind: 'size' }
  | { readonly kind: 'mayNot' | 'mustHave'; readonly person: number }
  | { readonly kind: 'mentors' | 'requirement'; readonly requirement: number };

/** The best team once the fewest constraints are given up with which there is one. */
export interface NearestTeam extends FormedTeam {
  readonly relaxed: readonly Relaxed[];
  /** Whether it is proven that no fewer would do. */
  readonly isFewest: boolean;
}

/** So many constraints are looked for together, besides requirements that nobody can cover. */
const together = 3;

/**
 * The nearest team where there is none that meets all constraints: all sets of constraints are tried, one constraint
 * first. Of equally few the size goes before people, people before mentors, and requirements of little importance before
 * those of much. Undefined where the deadline came first.
 */
export function nearestTeam(highs: Highs, problem: TeamProblem, deadline: number): NearestTeam | undefined {
  const hopeless = hopelessRequirements(problem);
  const others = relaxable(problem).filter(
    (each) =>
      each.kind !== 'requirement' || !hopeless.some(({ requirement }) => requirement === each.requirement),
  );
  let isFewest = true;
  for (let count = 0; count <= together; count++)
    for (const chosen of subsetsOf(others, count)) {
      if (performance.now() > deadline) return undefined;
      const relaxed: readonly Relaxed[] = [...hopeless, ...chosen];
      const team = formTeam(highs, relaxedProblem(problem, relaxed), deadline);
      if (team === 'none in time') isFewest = false;
      if (typeof team === 'string') continue;
      const isLarger = chosen.some(({ kind }) => kind === 'size');
      return { ...(isLarger ? smallest(highs, problem, relaxed, deadline, team) : team), relaxed, isFewest };
    }
  return undefined;
}

/** Requirements that are not covered even if everybody is in the team. */
function hopelessRequirements(problem: TeamProblem): { kind: 'requirement'; requirement: number }[] {
  const { objective } = problem;
  if (objective.kind === 'best') return [];
  return filledBy(problem, skillsOf(problem), problem.costs.keys()).flatMap(({ covered }, requirement) =>
    isCovered(covered, objective.probability) ? [] : [{ kind: 'requirement' as const, requirement }],
  );
}

function relaxable({ requirements, mustHave, mayNot, objective }: TeamProblem): Relaxed[] {
  const places = [...requirements.keys()];
  const byImportance = [...places].sort(
    (a, b) => (requirements[a]?.importance ?? 0) - (requirements[b]?.importance ?? 0),
  );
  return [
    { kind: 'size' },
    ...mayNot.map((person) => ({ kind: 'mayNot' as const, person })),
    ...mustHave.map((person) => ({ kind: 'mustHave' as const, person })),
    ...places
      .filter((place) => (requirements[place]?.learners.length ?? 0) > 0)
      .map((requirement) => ({ kind: 'mentors' as const, requirement })),
    ...(objective.kind === 'cheapest' ? byImportance : []).map((requirement) => ({
      kind: 'requirement' as const,
      requirement,
    })),
  ];
}

function* subsetsOf<Item>(items: readonly Item[], count: number, from = 0): Generator<readonly Item[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const [place, item] of items.entries())
    if (place >= from) for (const rest of subsetsOf(items, count - 1, place + 1)) yield [item, ...rest];
}

/** The problem without these constraints; a size may be given instead of the one that is given up. */
export function relaxedProblem(
  problem: TeamProblem,
  relaxed: readonly Relaxed[],
  most?: number,
): TeamProblem {
  const people = new Set(relaxed.flatMap((each) => ('person' in each ? [each.person] : [])));
  const without = (kind: Relaxed['kind']): Set<number> =>
    new Set(
      relaxed.flatMap((each) => (each.kind === kind && 'requirement' in each ? [each.requirement] : [])),
    );
  const unmentored = without('mentors');
  const uncovered = without('requirement');
  const isSizeFree = relaxed.some(({ kind }) => kind === 'size');
  return {
    ...problem,
    size: isSizeFree ? { least: 0, most: most ?? problem.costs.length } : problem.size,
    mustHave: problem.mustHave.filter((person) => !people.has(person)),
    mayNot: problem.mayNot.filter((person) => !people.has(person)),
    requirements: problem.requirements.flatMap((requirement, place) => {
      if (uncovered.has(place)) return [];
      return [unmentored.has(place) ? { ...requirement, learners: [], mentors: [] } : requirement];
    }),
  };
}

/** The best team of the smallest size with which there is one. */
function smallest(
  highs: Highs,
  problem: TeamProblem,
  relaxed: readonly Relaxed[],
  deadline: number,
  known: FormedTeam,
): FormedTeam {
  let team = known;
  let low = problem.size.most + 1;
  let high = known.people.length;
  while (low < high && performance.now() < deadline) {
    const middle = Math.floor((low + high) / 2);
    const smaller = formTeam(highs, relaxedProblem(problem, relaxed, middle), deadline);
    if (typeof smaller === 'string') low = middle + 1;
    else {
      team = smaller;
      high = middle;
    }
  }
  return team;
}
