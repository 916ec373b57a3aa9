/** Rows of a matrix of which most is 0, one after the other (compressed sparse rows). */
export class SparseRows {
  private columnOf = new Int32Array(1_024);
  private valueOf = new Float64Array(1_024);
  private readonly ends: number[] = [];
  private size = 0;

  constructor(readonly columns: number) {}

  get rows(): number {
    return this.ends.length;
  }

  /** Puts a value into the row that is being built. */
  put(column: number, value: number): void {
    if (value === 0) return;
    if (this.size === this.columnOf.length) this.grow();
    this.columnOf[this.size] = column;
    this.valueOf[this.size++] = value;
  }

  /** Ends the row. */
  end(): void {
    this.ends.push(this.size);
  }

  /** Each row times the weights, plus the intercept. */
  times(weights: Float64Array, intercept: number): Float64Array {
    const products = new Float64Array(this.rows);
    let at = 0;
    for (let row = 0; row < products.length; row++) {
      let sum = intercept;
      for (const end = this.ends[row]!; at < end; at++)
        sum += weights[this.columnOf[at]!]! * this.valueOf[at]!;
      products[row] = sum;
    }
    return products;
  }

  /** Adds to each column's sum its values, or their squares, each times the factor of its row. */
  addColumns(sums: Float64Array, factors: Float64Array, power: 1 | 2 = 1): void {
    let at = 0;
    for (let row = 0; row < factors.length; row++) {
      const factor = factors[row]!;
      for (const end = this.ends[row]!; at < end; at++) {
        const column = this.columnOf[at]!;
        const value = this.valueOf[at]!;
        sums[column] = sums[column]! + factor * (power === 1 ? value : value * value);
      }
    }
  }

  private grow(): void {
    const [columns, values] = [this.columnOf, this.valueOf];
    this.columnOf = new Int32Array(2 * this.size);
    this.valueOf = new Float64Array(2 * this.size);
    this.columnOf.set(columns);
    this.valueOf.set(values);
  }
}
