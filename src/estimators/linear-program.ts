import loadHighs, { type Highs, type Model } from 'highs';

/** By how little a row may be missed: far below what matters in a probability. */
const precise = 1e-9;

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

/** A linear programme, which is minimised; some of its columns take whole numbers only. */
export interface LinearProgram {
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly whole: readonly boolean[];
  readonly rows: readonly Row[];
}

/** What became of solving one. Nothing is better than the bound, which is infinite where there is no solution at all. */
export interface Solved {
  readonly bound: number;
  /** The best found; undefined where none was. */
  readonly values: Float64Array | undefined;
}

/** The solution without whole numbers, and what each column would add to its costs. */
export interface Relaxed extends Solved {
  readonly reducedCosts: Float64Array;
  /** What each row adds to them. */
  readonly prices: Float64Array;
}

/** Solves a programme whose columns take any value, and again with more rows, from where it was. */
export class Relaxation {
  private readonly model: Model;

  constructor(
    private readonly highs: Highs,
    program: LinearProgram,
  ) {
    this.model = modelOf(highs, program, false);
  }

  add(row: Row): void {
    this.model.addRow(row.lower, row.upper, { indices: row.columns, values: row.values });
  }

  /** Undefined where the time, in seconds, did not suffice. */
  solve(seconds: number): Relaxed | undefined {
    const { model, highs } = this;
    model.zeroAllClocks();
    model.options.set('time_limit', Math.max(0.001, seconds));
    model.run();
    const status = model.getModelStatus();
    const { optimal, infeasible } = highs.constants.modelStatus;
    const { colValue, colDual, rowDual } = model.getSolution();
    if (status === optimal)
      return {
        bound: model.getObjectiveValue(),
        values: colValue,
        reducedCosts: colDual,
        prices: rowDual,
      };
    if (status === infeasible)
      return { bound: Infinity, values: undefined, reducedCosts: colDual, prices: rowDual };
    return undefined;
  }

  close(): void {
    this.model.dispose();
  }
}

/** Solves a programme with its whole numbers within some seconds, from a first solution where one is given. */
export function solveWhole(
  highs: Highs,
  program: LinearProgram,
  seconds: number,
  first?: readonly number[],
): Solved {
  const model = modelOf(highs, program, true);
  try {
    model.options.set({ time_limit: Math.max(0.001, seconds), mip_rel_gap: 0, mip_abs_gap: 1e-9 });
    if (first) model.setSolution({ colValue: first });
    model.run();
    const status = model.getModelStatus();
    const { infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
    if (status === infeasible || status === unboundedOrInfeasible)
      return { bound: Infinity, values: undefined };
    const isFound = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    return {
      bound: Number(model.info.get('mip_dual_bound')),
      values: isFound ? model.getSolution().colValue : undefined,
    };
  } finally {
    model.dispose();
  }
}

function modelOf(highs: Highs, program: LinearProgram, isWhole: boolean): Model {
  const { costs, lower, upper, rows, whole } = program;
  const { integer, continuous } = highs.constants.variableType;
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
    ...(isWhole && { integrality: whole.map((each) => (each ? integer : continuous)) }),
  });
  model.options.set({
    output_flag: false,
    primal_feasibility_tolerance: precise,
    dual_feasibility_tolerance: precise,
    mip_feasibility_tolerance: precise,
  });
  return model;
}
