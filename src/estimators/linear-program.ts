import loadHighs, { type Highs, type Model } from 'highs';

let loaded: Promise<Highs> | undefined;

/** HiGHS (Huangfu and Hall 2018, Parallelizing the dual revised simplex method), compiled for any machine: loaded once. */
export function loadSolver(): Promise<Highs> {
  loaded ??= loadHighs();
  return loaded;
}

/** Lower ≤ the sum of values times columns ≤ upper. */
export interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** A linear programme, which is minimised. */
export interface LinearProgram {
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly Row[];
}

/** A solution of one. Nothing costs less than the bound, which is infinite where there is no solution at all. */
export interface Relaxed {
  readonly bound: number;
  /** By column; undefined where there is no solution. */
  readonly values: Float64Array | undefined;
  /** What each column would add. */
  readonly reducedCosts: Float64Array;
  /** What each row adds. */
  readonly prices: Float64Array;
}

/** Solves a programme, and again with more rows or within other bounds, from where it was. */
export class Relaxation {
  private readonly model: Model;

  constructor(
    private readonly highs: Highs,
    program: LinearProgram,
  ) {
    this.model = modelOf(highs, program);
  }

  add(row: Row): void {
    this.model.addRow(row.lower, row.upper, { indices: row.columns, values: row.values });
  }

  /** The first columns stay within other bounds. */
  within(lower: Float64Array, upper: Float64Array): void {
    if (lower.length > 0)
      this.model.changeColsBounds({ kind: 'range', from: 0, to: lower.length - 1 }, lower, upper);
  }

  /** Undefined where the time, in seconds, did not suffice, or rounding kept it from an end. */
  solve(seconds: number): Relaxed | undefined {
    const { model, highs } = this;
    const { error } = highs.constants.status;
    model.zeroAllClocks();
    model.options.set('time_limit', Math.max(0.001, seconds));
    if (model.raw.run().status === error) {
      // From where it was it came to no end: once more from nothing.
      model.clearSolver();
      if (model.raw.run().status === error) return undefined;
    }
    const { optimal, infeasible } = highs.constants.modelStatus;
    const status = model.getModelStatus();
    if (status !== optimal && status !== infeasible) return undefined;
    const { colValue, colDual, rowDual } = model.getSolution();
    const isFound = status === optimal;
    return {
      bound: isFound ? model.getObjectiveValue() : Infinity,
      values: isFound ? colValue : undefined,
      reducedCosts: colDual,
      prices: rowDual,
    };
  }

  close(): void {
    this.model.dispose();
  }
}

function modelOf(highs: Highs, program: LinearProgram): Model {
  const { costs, lower, upper, rows } = program;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    for (const column of row.columns) indices.push(column);
    for (const value of row.values) values.push(value);
    starts.push(indices.length);
  }
  const model = highs.createModel({
    numCols: costs.length,
    numRows: rows.length,
    colCost: costs,
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: { format: 'csr', numRows: rows.length, numCols: costs.length, starts, indices, values },
  });
  model.options.set({ output_flag: false, solver: 'simplex' });
  return model;
}
