import type { Highs } from 'highs';
import { Relaxation, type Relaxed } from './linear-program';
import { PseudoCosts, WHOLE } from './pseudo-costs';
import { filledBy, isCovered, readinessOf, skillsOf, type Skills } from './seats-filled';
import { grainOf, upToGrain } from './set-covering';
import type { TeamProblem } from './team-problem';
import { TeamProgram } from './team-program';
import { isFeasible, openPeople, searchTeam, valueOf } from './team-search';

/** Rounds of bounding what the linear relaxation misses: with everybody, at the start of the search, and at a node. */
const rounds = { first: 25, root: 10, node: 2 };
/** More people are not searched: those who are left out bound what a team with them can be worth. */
const searched = 400;
/** At every so many nodes a team is made of the relaxed solution. */
const everyNodes = 20;

/** What a node allows of each person's part. */
interface Parts {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * The best team where probabilities make scores bend: branch and cut (Padberg and Rinaldi 1991, A branch-and-cut
 * algorithm; over outer approximations, Quesada and Grossmann 1992, An LP/NLP based branch and bound algorithm). Each
 * node is a linear relaxation, which is bounded where it says more than a team can score. In what is minimised: costs,
 * or what filled seats count for, below 0.
 */
export class TeamForming {
  private readonly skills: Skills;
  private readonly program: TeamProgram;
  private readonly grain: number;
  private readonly sign: number;
  private best: { team: ReadonlySet<number>; value: number } | undefined;
  /** The lowest bound of what was left out or not searched for want of time. */
  private unsearched = Infinity;
  private nodes = 0;
  private readonly pseudoCosts = new PseudoCosts();

  constructor(
    private readonly highs: Highs,
    private readonly problem: TeamProblem,
    private readonly deadline: number,
  ) {
    this.skills = skillsOf(problem);
    this.program = new TeamProgram(problem);
    this.sign = problem.objective.kind === 'cheapest' ? 1 : -1;
    this.grain = problem.objective.kind === 'cheapest' ? grainOf(problem.costs) : 0;
  }

  run(from: readonly number[]): { team: ReadonlySet<number>; bound: number } | 'none' | 'none in time' {
    const everybody = openPeople(this.problem);
    this.offer(searchTeam(this.problem, this.skills, everybody, from));
    if (from.length > 0) this.offer(searchTeam(this.problem, this.skills, everybody, []));
    const promising = this.leaveOut(everybody);
    if (promising) this.search(promising.people, promising.bound);
    if (!this.best) return this.unsearched === Infinity ? 'none' : 'none in time';
    const bound = upToGrain(Math.min(this.unsearched, this.best.value), this.grain);
    return { team: this.best.team, bound: this.sign * bound };
  }

  private get seconds(): number {
    return (this.deadline - performance.now()) / 1_000;
  }

  /** What any team is worth at the best: nothing spent, or every seat filled. */
  private get leastBound(): number {
    const { objective, requirements } = this.problem;
    return objective.kind === 'cheapest'
      ? 0
      : -requirements.reduce((sum, { importance, seats }) => sum + importance * seats, 0);
  }

  /** Whatever costs more than this is no better than the best. */
  private get limit(): number {
    if (!this.best) return Infinity;
    const { value } = this.best;
    return this.grain > 0 ? value - this.grain * (1 - 1e-6) : value - 3e-7 * Math.max(1, Math.abs(value));
  }

  private offer(team: ReadonlySet<number> | undefined): void {
    if (!team) return;
    const value = this.sign * valueOf(this.problem, this.skills, team);
    if (!this.best || value < this.best.value) this.best = { team, value };
  }

  private leave(bound: number): void {
    this.unsearched = Math.min(this.unsearched, bound);
  }

  /**
   * Leaves out whom the relaxation shows to make every team worse than the best known (reduced-cost fixing), and of the
   * others those who promise least where there are too many. Undefined where nothing is left to search.
   */
  private leaveOut(everybody: readonly number[]): { people: readonly number[]; bound: number } | undefined {
    const relaxation = new Relaxation(this.highs, this.program.program(everybody));
    try {
      const solved = this.tightened(relaxation, everybody, rounds.first, this.leastBound);
      if (!solved) return undefined;
      const { bound, reducedCosts } = solved;
      const must = new Set(this.problem.mustHave);
      const adds = (place: number): number => Math.max(0, reducedCosts[place] ?? 0);
      const promising = [...everybody.keys()]
        .filter((place) => must.has(everybody[place] ?? -1) || bound + adds(place) <= this.limit)
        .sort((a, b) => adds(a) - adds(b) || a - b);
      const kept = promising.filter((place, rank) => rank < searched || must.has(everybody[place] ?? -1));
      const firstLeft = promising.find(
        (place, rank) => rank >= searched && !must.has(everybody[place] ?? -1),
      );
      if (firstLeft !== undefined) this.leave(bound + adds(firstLeft));
      return {
        people: kept.map((place) => everybody[place] ?? 0).sort((a, b) => a - b),
        bound: upToGrain(bound, this.grain),
      };
    } finally {
      relaxation.close();
    }
  }

  /** The relaxed solution once what it misses is bounded; undefined where nothing better is left, or no time. */
  private tightened(
    relaxation: Relaxation,
    people: readonly number[],
    most: number,
    boundBefore: number,
  ): (Relaxed & { values: Float64Array }) | undefined {
    let before = -Infinity;
    let idle = 0;
    for (let round = 0; ; round++) {
      const solved = relaxation.solve(this.seconds);
      if (!solved) {
        this.leave(boundBefore);
        return undefined;
      }
      const { values, bound } = solved;
      if (!values || upToGrain(bound, this.grain) > this.limit) return undefined;
      const found = { ...solved, values };
      const rows = this.program.rowCount;
      const isWhole = !values.subarray(0, people.length).some((part) => part > WHOLE && part < 1 - WHOLE);
      idle = bound - before < 1e-6 * Math.max(1, Math.abs(bound)) ? idle + 1 : 0;
      before = bound;
      if (isWhole) {
        if (!this.cutWhole(people, values)) return undefined;
      } else if (round >= most || idle === 5 || !this.cutParts(people, values)) return found;
      for (const row of this.program.rowsFrom(rows, people)) relaxation.add(row);
    }
  }

  private cutParts(people: readonly number[], values: Float64Array): boolean {
    const { program, problem } = this;
    const parts = new Float64Array(problem.costs.length);
    people.forEach((person, place) => (parts[person] = values[place] ?? 0));
    const isCut = program.cutParts(parts, values.subarray(people.length));
    return program.cutLearners(parts) || isCut;
  }

  /** Takes a whole team and bounds what it scores; false where all that the relaxation says of it is so. */
  private cutWhole(people: readonly number[], values: Float64Array): boolean {
    const { program, problem, skills } = this;
    const team = new Set(people.filter((_, place) => (values[place] ?? 0) > 0.5));
    const filled = filledBy(problem, skills, team);
    if (isFeasible(problem, skills, team)) this.offer(team);
    const isCut = program.cutTeam(team, filled, values.subarray(people.length));
    const parts = Float64Array.from(problem.costs, (_, person) => (team.has(person) ? 1 : 0));
    const isUnmentored = program.cutLearners(parts);
    const { objective } = problem;
    if (objective.kind === 'best' || isCovered(readinessOf(filled), objective.probability))
      return isCut || isUnmentored;
    program.askBeyond(this.uncoveredWith(team, people));
    return true;
  }

  private search(people: readonly number[], bound: number): void {
    const { problem } = this;
    const must = new Set(problem.mustHave);
    const relaxation = new Relaxation(this.highs, this.program.program(people));
    try {
      const lower = Float64Array.from(people, (person) => (must.has(person) ? 1 : 0));
      this.descend(relaxation, people, { lower, upper: new Float64Array(people.length).fill(1) }, 0, bound);
    } finally {
      relaxation.close();
    }
  }

  /** Searches what is within the parts; its relaxed bound, where it has one. */
  private descend(
    relaxation: Relaxation,
    people: readonly number[],
    { lower, upper }: Parts,
    depth: number,
    boundBefore: number,
  ): number | undefined {
    this.nodes++;
    if (boundBefore > this.limit) return undefined;
    if (this.seconds <= 0) {
      this.leave(boundBefore);
      return undefined;
    }
    relaxation.within(lower, upper);
    const solved = this.tightened(relaxation, people, depth === 0 ? rounds.root : rounds.node, boundBefore);
    if (!solved) return undefined;
    const { values, reducedCosts } = solved;
    if (depth === 0 || this.nodes % everyNodes === 0)
      this.offer(searchTeam(this.problem, this.skills, people, rounding(people, values)));
    const bound = Math.max(boundBefore, upToGrain(solved.bound, this.grain));
    if (bound > this.limit) return solved.bound;
    const allowed = { lower: lower.slice(), upper: upper.slice() };
    for (let each = 0; each < people.length; each++) {
      const adds = reducedCosts[each] ?? 0;
      const part = values[each] ?? 0;
      if (part <= WHOLE && solved.bound + adds > this.limit) allowed.upper[each] = 0;
      if (part >= 1 - WHOLE && solved.bound - adds > this.limit) allowed.lower[each] = 1;
    }
    const place = this.pseudoCosts.hardest(values.subarray(0, people.length));
    if (place === undefined) {
      this.leave(bound);
      return solved.bound;
    }
    const part = values[place] ?? 0;
    for (const isIn of part >= 0.5 ? [true, false] : [false, true]) {
      const next = { lower: allowed.lower.slice(), upper: allowed.upper.slice() };
      if (isIn) next.lower[place] = 1;
      else next.upper[place] = 0;
      const reached = this.descend(relaxation, people, next, depth + 1, bound);
      if (reached !== undefined)
        this.pseudoCosts.learn(place, isIn, (reached - solved.bound) / (isIn ? 1 - part : part));
    }
    return solved.bound;
  }

  /** A team that does not cover everything, with as many more as leave it so, whoever is not searched included. */
  private uncoveredWith(team: ReadonlySet<number>, people: readonly number[]): ReadonlySet<number> {
    const { problem, skills } = this;
    const { objective, costs } = problem;
    const wider = new Set(team);
    if (objective.kind === 'best') return wider;
    const filled = filledBy(problem, skills, team);
    const likely = new Set(people);
    const others = [...costs.keys()].filter((person) => !team.has(person));
    // People whom the search may still take come last: they are whom it has to take of.
    for (const person of others.sort((a, b) => Number(likely.has(a)) - Number(likely.has(b)) || a - b)) {
      const skilled = skills[person] ?? [];
      const before = skilled.map(({ requirement }) => filled[requirement]?.copy());
      for (const { requirement, probability } of skilled) filled[requirement]?.add(probability);
      if (!isCovered(readinessOf(filled), objective.probability)) {
        wider.add(person);
        continue;
      }
      skilled.forEach(({ requirement }, place) => {
        const kept = before[place];
        if (kept) filled[requirement] = kept;
      });
    }
    return wider;
  }
}

/** Those of whom at least half is in a solution. */
function rounding(people: readonly number[], values: Float64Array): number[] {
  return people.filter((_, place) => (values[place] ?? 0) >= 0.5);
}
