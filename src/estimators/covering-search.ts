import { CHOSEN, FREE, LEFT_OUT, type CoveringProblem, CoveringState } from './covering-state';
import { LagrangianBound } from './lagrangian-bound';

/** A covering, what it costs, and how little any covering can cost. */
export interface Covering {
  /** Columns, rising. */
  readonly chosen: readonly number[];
  readonly value: number;
  readonly bound: number;
}

/** Steps along the subgradient, and how far they go: at the start, at each node after, and to compare ways to branch. */
const effort = {
  start: { steps: 150, share: 0.5 },
  node: { steps: 25, share: 0.3 },
  trial: { steps: 8, share: 0.2 },
};
/** How many columns are tried to branch on. */
const trials = 8;

/**
 * Searches all coverings, depth first, and leaves out what costs too much by its Lagrangian bound. It branches on the
 * column whose two decisions raise the bound most (strong branching: Achterberg, Koch and Martin 2005, Branching rules
 * revisited). Exact where it ends by itself.
 */
export class CoveringSearch {
  private readonly state: CoveringState;
  private readonly bounds: LagrangianBound;
  private best: { chosen: readonly number[]; value: number };
  /** The lowest bound of what was not searched for want of time. */
  private unsearched = Infinity;
  private nodes = 0;

  /** Costs are multiples of the grain, or any where it is 0; whatever improves costs less by as much. */
  constructor(
    problem: CoveringProblem,
    first: { chosen: readonly number[]; value: number },
    private readonly grain: number,
    private readonly deadline: number,
  ) {
    this.state = new CoveringState(problem);
    this.bounds = new LagrangianBound(this.state);
    this.best = first;
  }

  run(prices: Float64Array): Covering {
    this.search(prices, 0, 0);
    const { chosen, value } = this.best;
    return { chosen, value, bound: Math.min(value, this.unsearched) };
  }

  /** Whatever costs more than this is no better than the best. */
  private get limit(): number {
    const { value } = this.best;
    return this.grain > 0 ? value - this.grain * (1 - 1e-6) : value - 1e-8 * Math.max(1, value);
  }

  private search(pricesBefore: Float64Array, depth: number, boundBefore: number): void {
    const { state } = this;
    this.nodes++;
    if (performance.now() > this.deadline) {
      this.unsearched = Math.min(this.unsearched, boundBefore);
      return;
    }
    const mark = state.mark;
    const prices = pricesBefore.slice();
    const bound = this.tighten(prices, depth, boundBefore);
    if (bound !== undefined) this.branch(prices, depth, bound);
    state.backTo(mark);
  }

  /** Decides what can be decided here; undefined where nothing better is left, else its bound. */
  private tighten(prices: Float64Array, depth: number, boundBefore: number): number | undefined {
    const { bounds } = this;
    const { steps, share } = depth === 0 ? effort.start : effort.node;
    let bound = boundBefore;
    for (let round = 0; round < 4; round++) {
      if (!this.isOpen()) return undefined;
      bound = Math.max(bound, bounds.improve(prices, steps, share, this.best.value, this.limit));
      if (bound > this.limit) return undefined;
      if (depth < 4 || this.nodes % 8 === 0) this.complete();
      if (bounds.fix(bound, this.limit) === 0) return bound;
    }
    return this.isOpen() ? bound : undefined;
  }

  /** Settles what is left no choice; false where all is covered, which may be the best so far, or cannot be. */
  private isOpen(): boolean {
    const { state } = this;
    if (!state.settle()) return false;
    if (!state.isCovered) return true;
    if (state.spent < this.best.value) this.best = { chosen: state.chosen(), value: state.spent };
    return false;
  }

  private branch(prices: Float64Array, depth: number, bound: number): void {
    const { state } = this;
    const choice = this.hardest(prices);
    if (choice === undefined) return;
    // Something was decided while comparing: it is looked at anew.
    if (choice === 'decided') {
      this.search(prices, depth, bound);
      return;
    }
    const decisions = choice.isBetterChosen ? [CHOSEN, LEFT_OUT] : [LEFT_OUT, CHOSEN];
    for (const decision of decisions) {
      const mark = state.mark;
      state.decide(choice.column, decision === CHOSEN ? CHOSEN : LEFT_OUT);
      this.search(prices, depth + 1, bound);
      state.backTo(mark);
    }
  }

  /** The column to branch on; 'decided' where one decision of some column cannot be, undefined where neither can. */
  private hardest(prices: Float64Array): { column: number; isBetterChosen: boolean } | 'decided' | undefined {
    const { state, bounds, limit } = this;
    const reduced = bounds.reduced.slice();
    const leaning = bounds.leaning.slice();
    const doubtful = [...leaning.keys()]
      .filter((column) => state.decided[column] === FREE)
      .sort((a, b) => Math.abs((leaning[a] ?? 0) - 0.5) - Math.abs((leaning[b] ?? 0) - 0.5));
    let hardest: { column: number; isBetterChosen: boolean } | undefined;
    let raised = -Infinity;
    let isDecided = false;
    for (const column of doubtful.slice(0, trials)) {
      if (state.decided[column] !== FREE) continue;
      const chosen = this.boundWith(column, CHOSEN, prices);
      const leftOut = this.boundWith(column, LEFT_OUT, prices);
      if (chosen > limit && leftOut > limit) return undefined;
      if (chosen > limit || leftOut > limit) {
        state.decide(column, chosen > limit ? LEFT_OUT : CHOSEN);
        if (!state.settle()) return undefined;
        isDecided = true;
        continue;
      }
      const raises = 3 * Math.min(chosen, leftOut) + Math.max(chosen, leftOut);
      if (raises <= raised) continue;
      raised = raises;
      hardest = { column, isBetterChosen: chosen <= leftOut };
    }
    bounds.reduced.set(reduced);
    bounds.leaning.set(leaning);
    return isDecided ? 'decided' : hardest;
  }

  private boundWith(column: number, decision: typeof CHOSEN | typeof LEFT_OUT, prices: Float64Array): number {
    const { state, bounds } = this;
    const { steps, share } = effort.trial;
    const mark = state.mark;
    state.decide(column, decision);
    const bound = state.settle()
      ? bounds.improve(prices.slice(), steps, share, this.best.value, this.limit)
      : Infinity;
    state.backTo(mark);
    return bound;
  }

  /** Completes what was decided greedily, by what columns add at the best prices, and keeps it where it is the best. */
  private complete(): void {
    const { state, bounds } = this;
    const completed = completeGreedily(state, bounds.reduced);
    if (completed && completed.value < this.best.value) this.best = completed;
  }
}

/** Adds free columns until all is covered, those first that add the least for each row, then leaves out what is too much. */
export function completeGreedily(
  state: CoveringState,
  adds: Float64Array,
): { chosen: number[]; value: number } | undefined {
  const needs = state.needs.slice();
  const rowsOf = (column: number): Int32Array =>
    state.rowsOfColumns.subarray(state.columnStarts[column], state.columnStarts[column + 1]);
  let open = needs.reduce((sum, need) => sum + Math.max(0, need), 0);
  const taken = new Set<number>();
  while (open > 0) {
    let next = -1;
    let least = Infinity;
    for (let column = 0; column < state.columns; column++) {
      if (state.decided[column] !== FREE || taken.has(column)) continue;
      let covers = 0;
      for (
        let place = state.columnStarts[column] ?? 0;
        place < (state.columnStarts[column + 1] ?? 0);
        place++
      )
        if ((needs[state.rowsOfColumns[place] ?? 0] ?? 0) > 0) covers++;
      if (covers === 0) continue;
      const added = adds[column] ?? 0;
      const each = added > 0 ? added / covers : added * covers;
      if (each >= least) continue;
      least = each;
      next = column;
    }
    if (next < 0) return undefined;
    taken.add(next);
    for (const row of rowsOf(next)) {
      const need = needs[row] ?? 0;
      if (need > 0) open--;
      needs[row] = need - 1;
    }
  }
  for (const column of [...taken].sort((a, b) => (state.costs[b] ?? 0) - (state.costs[a] ?? 0))) {
    const rows = rowsOf(column);
    if (!rows.every((row) => (needs[row] ?? 0) < 0)) continue;
    taken.delete(column);
    for (const row of rows) needs[row] = (needs[row] ?? 0) + 1;
  }
  const chosen = [...state.chosen(), ...taken].sort((a, b) => a - b);
  return { chosen, value: chosen.reduce((sum, column) => sum + (state.costs[column] ?? 0), 0) };
}
