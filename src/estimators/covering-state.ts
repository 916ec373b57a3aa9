/** Choose columns, the cheapest that cover each row as often as it needs (the weighted set multicover problem). */
export interface CoveringProblem {
  readonly costs: readonly number[];
  /** For each column, the rows that it covers, each once. */
  readonly rowsOf: readonly (readonly number[])[];
  /** How many columns each row needs; a whole number from 0. */
  readonly needs: readonly number[];
}

export const FREE = 0;
export const CHOSEN = 1;
export const LEFT_OUT = -1;

/**
 * What a search through coverings has decided so far, and what is open. Decisions are taken back in their order. Rows
 * and columns lie in flat arrays: the bounds go through them hundreds of thousands of times a second.
 */
export class CoveringState {
  readonly columns: number;
  readonly rows: number;
  readonly costs: Float64Array;
  /** Rows of column c: rowsOfColumns from columnStarts[c] up to columnStarts[c + 1]. */
  readonly columnStarts: Int32Array;
  readonly rowsOfColumns: Int32Array;
  readonly rowStarts: Int32Array;
  readonly columnsOfRows: Int32Array;
  readonly decided: Int8Array;
  /** How many more columns each row needs; 0 or less where it is covered. */
  readonly needs: Int32Array;
  /** How many free columns each row has. */
  readonly free: Int32Array;
  /** What the chosen columns cost. */
  spent = 0;
  private readonly trail: number[] = [];

  constructor({ costs, rowsOf, needs }: CoveringProblem) {
    this.columns = costs.length;
    this.rows = needs.length;
    this.costs = Float64Array.from(costs);
    this.needs = Int32Array.from(needs);
    this.decided = new Int8Array(this.columns);
    this.columnStarts = new Int32Array(this.columns + 1);
    this.rowStarts = new Int32Array(this.rows + 1);
    rowsOf.forEach((rows, column) => {
      this.columnStarts[column + 1] = (this.columnStarts[column] ?? 0) + rows.length;
      for (const row of rows) this.rowStarts[row + 1] = (this.rowStarts[row + 1] ?? 0) + 1;
    });
    for (let row = 0; row < this.rows; row++)
      this.rowStarts[row + 1] = (this.rowStarts[row + 1] ?? 0) + (this.rowStarts[row] ?? 0);
    this.rowsOfColumns = Int32Array.from(rowsOf.flat());
    this.columnsOfRows = new Int32Array(this.rowsOfColumns.length);
    const next = this.rowStarts.slice();
    rowsOf.forEach((rows, column) => {
      for (const row of rows) {
        const place = next[row] ?? 0;
        this.columnsOfRows[place] = column;
        next[row] = place + 1;
      }
    });
    this.free = this.rowStarts.subarray(1).map((end, row) => end - (this.rowStarts[row] ?? 0));
  }

  /** How many decisions were taken: a place to come back to. */
  get mark(): number {
    return this.trail.length;
  }

  decide(column: number, decision: typeof CHOSEN | typeof LEFT_OUT): void {
    this.decided[column] = decision;
    this.trail.push(column);
    this.count(column, decision === CHOSEN ? 1 : 0, 1);
    if (decision === CHOSEN) this.spent += this.costs[column] ?? 0;
  }

  /** Takes back what was decided after a mark. */
  backTo(mark: number): void {
    for (let column = this.trail.pop(); column !== undefined; column = this.trail.pop()) {
      if (this.trail.length < mark) {
        this.trail.push(column);
        return;
      }
      const isChosen = this.decided[column] === CHOSEN;
      this.decided[column] = FREE;
      this.count(column, isChosen ? -1 : 0, -1);
      if (isChosen) this.spent -= this.costs[column] ?? 0;
    }
  }

  /** Decides what is left no choice: false where a row can no longer be covered. */
  settle(): boolean {
    for (let isNew = true; isNew;) {
      isNew = false;
      for (let row = 0; row < this.rows; row++) {
        const need = this.needs[row] ?? 0;
        if (need <= 0) continue;
        const free = this.free[row] ?? 0;
        if (free < need) return false;
        if (free > need) continue;
        isNew = true;
        for (let place = this.rowStarts[row] ?? 0; place < (this.rowStarts[row + 1] ?? 0); place++) {
          const column = this.columnsOfRows[place] ?? 0;
          if (this.decided[column] === FREE) this.decide(column, CHOSEN);
        }
      }
    }
    for (let column = 0; column < this.columns; column++)
      if (this.decided[column] === FREE && !this.isOfUse(column)) this.decide(column, LEFT_OUT);
    return true;
  }

  get isCovered(): boolean {
    return this.needs.every((need) => need <= 0);
  }

  /** The chosen columns, rising. */
  chosen(): number[] {
    const columns: number[] = [];
    this.decided.forEach((decision, column) => {
      if (decision === CHOSEN) columns.push(column);
    });
    return columns;
  }

  private isOfUse(column: number): boolean {
    for (let place = this.columnStarts[column] ?? 0; place < (this.columnStarts[column + 1] ?? 0); place++)
      if ((this.needs[this.rowsOfColumns[place] ?? 0] ?? 0) > 0) return true;
    return false;
  }

  private count(column: number, covers: number, decides: number): void {
    for (let place = this.columnStarts[column] ?? 0; place < (this.columnStarts[column + 1] ?? 0); place++) {
      const row = this.rowsOfColumns[place] ?? 0;
      this.needs[row] = (this.needs[row] ?? 0) - covers;
      this.free[row] = (this.free[row] ?? 0) - decides;
    }
  }
}
