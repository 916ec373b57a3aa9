import { CHOSEN, FREE, LEFT_OUT, type CoveringState } from './covering-state';

/**
 * Lower bounds on what covering the open rows costs: rows are relaxed at a price each, and the prices are moved along
 * the subgradient (Held, Wolfe and Crowder 1974, Validation of subgradient optimization; for set covering: Balas and
 * Carrera 1996, A dynamic subgradient-based branch-and-bound procedure for set covering).
 */
export class LagrangianBound {
  /** What each free column would add to the best bound that was found last; below 0 what leaving it out would. */
  readonly reduced: Float64Array;
  /** How often each column was chosen of late at the prices that were tried: near a half where it is hard to say. */
  readonly leaning: Float64Array;
  private readonly tried: Float64Array;
  private readonly slope: Float64Array;

  constructor(private readonly state: CoveringState) {
    this.reduced = new Float64Array(state.columns);
    this.leaning = new Float64Array(state.columns);
    this.tried = new Float64Array(state.columns);
    this.slope = new Float64Array(state.rows);
  }

  /**
   * The best bound in some steps, or the first that is above the limit. The prices become those that it was found at.
   * The length of steps is a share of the distance to what a covering is known to cost.
   */
  improve(prices: Float64Array, steps: number, share: number, known: number, limit: number): number {
    const moving = prices.slice();
    let best = -Infinity;
    let idle = 0;
    for (let step = 0; step < steps; step++) {
      const bound = this.boundAt(moving);
      idle = bound > best + 1e-3 * Math.abs(limit - this.state.spent) ? 0 : idle + 1;
      if (bound > best) {
        best = bound;
        prices.set(moving);
        this.reduced.set(this.tried);
        if (best > limit) return best;
      }
      if (idle === 4) {
        share *= 0.6;
        idle = 0;
      }
      if (!this.move(moving, share * Math.max(1e-3, known - bound))) return best;
    }
    return best;
  }

  /** Decides those columns whose other decision would cost more than the limit; tells how many. */
  fix(bound: number, limit: number): number {
    const { state, reduced } = this;
    let fixed = 0;
    for (let column = 0; column < state.columns; column++) {
      if (state.decided[column] !== FREE) continue;
      const adds = reduced[column] ?? 0;
      if (bound + Math.abs(adds) <= limit) continue;
      state.decide(column, adds >= 0 ? LEFT_OUT : CHOSEN);
      fixed++;
    }
    return fixed;
  }

  private boundAt(prices: Float64Array): number {
    const { state, slope, tried, leaning } = this;
    const { needs, decided, costs, columnStarts, rowsOfColumns } = state;
    let bound = state.spent;
    for (let row = 0; row < state.rows; row++) {
      const need = Math.max(0, needs[row] ?? 0);
      slope[row] = need;
      bound += need * (prices[row] ?? 0);
    }
    for (let column = 0; column < state.columns; column++) {
      if (decided[column] !== FREE) continue;
      const end = columnStarts[column + 1] ?? 0;
      const start = columnStarts[column] ?? 0;
      let adds = costs[column] ?? 0;
      for (let place = start; place < end; place++) {
        const row = rowsOfColumns[place] ?? 0;
        if ((needs[row] ?? 0) > 0) adds -= prices[row] ?? 0;
      }
      tried[column] = adds;
      const lean = leaning[column] ?? 0;
      if (adds >= 0) {
        leaning[column] = 0.9 * lean;
        continue;
      }
      leaning[column] = 0.9 * lean + 0.1;
      bound += adds;
      for (let place = start; place < end; place++) {
        const row = rowsOfColumns[place] ?? 0;
        slope[row] = (slope[row] ?? 0) - 1;
      }
    }
    return bound;
  }

  /** Moves prices of open rows along the slope; false where it has none. */
  private move(prices: Float64Array, distance: number): boolean {
    const { state, slope } = this;
    const { needs } = state;
    let square = 0;
    for (let row = 0; row < state.rows; row++) {
      const along = slope[row] ?? 0;
      if ((needs[row] ?? 0) > 0 && ((prices[row] ?? 0) > 0 || along > 0)) square += along * along;
    }
    if (square === 0) return false;
    const length = distance / square;
    for (let row = 0; row < state.rows; row++)
      if ((needs[row] ?? 0) > 0) prices[row] = Math.max(0, (prices[row] ?? 0) + length * (slope[row] ?? 0));
    return true;
  }
}
