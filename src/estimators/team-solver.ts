import type { Highs } from 'highs';
import { cheapestCovering } from './set-covering';
import { skillsOf, type Skills } from './seats-filled';
import { isAllowed, isCertain, meet, type FormedTeam, type TeamProblem } from './team-problem';
import { TeamForming } from './team-forming';
import { valueOf } from './team-search';

/**
 * The best team by the problem's objective, proven where the deadline (on the clock of `performance`) allows; 'none'
 * where no team is allowed and covers what it must. The search may begin with a team, or part of one.
 */
export function formTeam(
  highs: Highs,
  problem: TeamProblem,
  deadline: number,
  from: readonly number[] = [],
): FormedTeam | 'none' | 'none in time' {
  if (problem.mustHave.some((person) => problem.mayNot.includes(person))) return 'none';
  const covered = covering(highs, problem, deadline);
  if (covered) return covered;
  const found = new TeamForming(highs, problem, deadline).run(from);
  return typeof found === 'string' ? found : formed(problem, skillsOf(problem), found.team, found.bound);
}

/** Where everybody is certain and nothing else binds, the cheapest team is a covering; undefined where it is none. */
function covering(highs: Highs, problem: TeamProblem, deadline: number): FormedTeam | 'none' | undefined {
  const { requirements, objective, costs, mustHave, mayNot } = problem;
  if (
    objective.kind !== 'cheapest' ||
    !requirements.every(({ probabilities }) => probabilities.every(isCertain))
  )
    return undefined;
  const closed = new Set([...mustHave, ...mayNot]);
  const open = [...costs.keys()].filter((person) => !closed.has(person));
  const must = new Set(mustHave);
  const skills = skillsOf(problem);
  const found = cheapestCovering(
    highs,
    {
      costs: open.map((person) => costs[person] ?? 0),
      rowsOf: open.map((person) => (skills[person] ?? []).map(({ requirement }) => requirement)),
      needs: requirements.map(({ seats, people }) =>
        Math.max(0, seats - people.filter((person) => must.has(person)).length),
      ),
    },
    deadline,
  );
  if (!found) return 'none';
  const team = new Set([...mustHave, ...found.chosen.map((place) => open[place] ?? 0)]);
  if (!isAllowed(problem, team)) return undefined;
  const fixed = mustHave.reduce((sum, person) => sum + (costs[person] ?? 0), 0);
  return formed(problem, skills, team, found.bound + fixed);
}

function formed(problem: TeamProblem, skills: Skills, team: ReadonlySet<number>, bound: number): FormedTeam {
  const value = valueOf(problem, skills, team);
  const isProven =
    meet(value, bound) || (problem.objective.kind === 'cheapest' ? bound >= value : bound <= value);
  return { people: [...team].sort((a, b) => a - b), value, bound: isProven ? value : bound, isProven };
}
