import type { Highs } from 'highs';
import { Relaxation, solveWhole } from './linear-program';
import { cheapestCovering, grainOf } from './set-covering';
import { filledBy, isCovered, readinessOf, skillsOf, type Skills } from './seats-filled';
import { isAllowed, isCertain, meet, type FormedTeam, type TeamProblem } from './team-problem';
import { TeamProgram } from './team-program';
import { isFeasible, searchTeam, valueOf } from './team-search';

/** Rounds of bounding what the linear relaxation misses, before the first whole solution and before each next. */
const rounds = { first: 25, next: 5 };

/**
 * The best team by the problem's objective, proven where the deadline (on the clock of `performance`) allows; undefined
 * where no team is allowed and covers what it must, or none was found in time, which `isProven` of the latter tells.
 */
export function formTeam(
  highs: Highs,
  problem: TeamProblem,
  deadline: number,
): FormedTeam | 'none' | 'none in time' {
  if (problem.mustHave.some((person) => problem.mayNot.includes(person))) return 'none';
  return covering(highs, problem, deadline) ?? new TeamForming(highs, problem, deadline).run();
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

/** The general case: whole solutions of linear programmes that are bounded more closely from one to the next. */
class TeamForming {
  private readonly skills: Skills;
  private readonly program: TeamProgram;
  private readonly relaxation: Relaxation;
  private readonly everybody: readonly number[];
  private readonly grain: number;
  private readonly sign: number;
  private best: { team: ReadonlySet<number>; value: number } | undefined;
  private bound = -Infinity;
  private rowsTaken: number;

  constructor(
    private readonly highs: Highs,
    private readonly problem: TeamProblem,
    private readonly deadline: number,
  ) {
    this.skills = skillsOf(problem);
    this.program = new TeamProgram(problem);
    this.everybody = [...problem.costs.keys()];
    this.sign = problem.objective.kind === 'cheapest' ? 1 : -1;
    this.grain = problem.objective.kind === 'cheapest' ? grainOf(problem.costs) : 0;
    this.relaxation = new Relaxation(highs, this.program.program(this.everybody, false));
    this.rowsTaken = this.program.rowCount;
  }

  run(): FormedTeam | 'none' | 'none in time' {
    try {
      this.offer(searchTeam(this.problem, this.skills, []));
      let open: readonly number[] | undefined = this.tighten(rounds.first);
      while (open && !this.isProven && this.seconds > 0) {
        open = this.solveOnce(open) ? this.tighten(rounds.next) : undefined;
      }
    } finally {
      this.relaxation.close();
    }
    if (!this.best) return this.bound === Infinity ? 'none' : 'none in time';
    return formed(this.problem, this.skills, this.best.team, this.sign * this.bound);
  }

  private get seconds(): number {
    return (this.deadline - performance.now()) / 1_000;
  }

  /** In what is minimised, which is the value below 0 where the best team is sought. */
  private get isProven(): boolean {
    if (this.bound === Infinity) return true;
    return this.best !== undefined && (this.bound >= this.best.value || meet(this.best.value, this.bound));
  }

  /** Takes a team where it is the best so far. */
  private offer(team: ReadonlySet<number> | undefined): void {
    if (!team) return;
    const value = this.sign * valueOf(this.problem, this.skills, team);
    if (!this.best || value < this.best.value) this.best = { team, value };
  }

  private raise(bound: number): void {
    // Costs that are multiples of something add up to multiples of it.
    const whole = this.grain > 0 ? Math.ceil(bound / this.grain - 1e-6) * this.grain : bound;
    this.bound = Math.max(this.bound, whole);
  }

  /**
   * Bounds what the relaxation misses, then leaves out whom it shows to make every team worse than the best known
   * (reduced-cost fixing). Those who are left; undefined where the relaxation proves that there is no team.
   */
  private tighten(most: number): readonly number[] | undefined {
    let left = this.everybody;
    let before = -Infinity;
    for (let round = 0; round < most && this.seconds > 0; round++) {
      for (const row of this.program.rowsFrom(this.rowsTaken)) this.relaxation.add(row);
      this.rowsTaken = this.program.rowCount;
      const solved = this.relaxation.solve(this.seconds);
      if (!solved) return left;
      this.raise(solved.bound);
      if (!solved.values) return undefined;
      left = this.worthwhile(solved.bound, solved.reducedCosts);
      const people = this.everybody.length;
      const isCut = this.program.cutParts(solved.values.subarray(0, people), solved.values.subarray(people));
      const isStill = solved.bound - before < 1e-6 * Math.max(1, Math.abs(solved.bound));
      before = solved.bound;
      if (!isCut || this.isProven || (isStill && round > 2)) break;
    }
    return left;
  }

  private worthwhile(bound: number, reducedCosts: Float64Array): readonly number[] {
    const { best } = this;
    if (!best) return this.everybody;
    const dear =
      this.grain > 0
        ? best.value - this.grain * (1 - 1e-6)
        : best.value - 1e-7 * Math.max(1, Math.abs(best.value));
    const must = new Set(this.problem.mustHave);
    return this.everybody.filter((person) => must.has(person) || bound + (reducedCosts[person] ?? 0) <= dear);
  }

  /** One whole solution, and bounds where its team scores less than it says; false where all is said. */
  private solveOnce(open: readonly number[]): boolean {
    const { problem, skills, program, best } = this;
    const isKept = best && [...best.team].every((person) => open.includes(person));
    const first = isKept
      ? program.columnsOf(open, best.team, filledBy(problem, skills, best.team))
      : undefined;
    const solved = solveWhole(this.highs, program.program(open, true), this.seconds, first);
    if (solved.bound === Infinity) {
      // Nobody else is left who could make a better team.
      this.raise(this.best?.value ?? Infinity);
      return false;
    }
    this.raise(Math.min(solved.bound, this.best?.value ?? Infinity));
    if (!solved.values) return false;
    const team = new Set(open.filter((_, column) => (solved.values?.[column] ?? 0) > 0.5));
    const filled = filledBy(problem, skills, team);
    const { objective } = problem;
    if (isFeasible(problem, skills, team)) this.offer(team);
    this.offer(searchTeam(problem, skills, team));
    if (this.isProven) return false;
    const isCut = program.cutTeam(team, filled, solved.values.subarray(open.length));
    const isMissed = objective.kind === 'cheapest' && !isCovered(readinessOf(filled), objective.probability);
    if (isMissed) program.askBeyond(this.uncoveredWith(team));
    return isCut || isMissed;
  }

  /** A team that does not cover everything, with as many more as leave it so. */
  private uncoveredWith(team: ReadonlySet<number>): ReadonlySet<number> {
    const { objective } = this.problem;
    const wider = new Set(team);
    if (objective.kind === 'best') return wider;
    const filled = filledBy(this.problem, this.skills, team);
    for (const person of this.everybody) {
      if (wider.has(person)) continue;
      const skills = this.skills[person] ?? [];
      const before = skills.map(({ requirement }) => filled[requirement]?.copy());
      for (const { requirement, probability } of skills) filled[requirement]?.add(probability);
      if (!isCovered(readinessOf(filled), objective.probability)) {
        wider.add(person);
        continue;
      }
      skills.forEach(({ requirement }, place) => {
        const kept = before[place];
        if (kept) filled[requirement] = kept;
      });
    }
    return wider;
  }
}
