/** A symmetric positive definite matrix as the product of a lower triangle and its transpose; row by row. */
export interface Factored {
  readonly size: number;
  readonly lower: Float64Array;
  readonly logDeterminant: number;
}

/** Pivots below this are taken for it, so that rounding cannot end a fit. */
const leastPivot = 1e-12;

/** Cholesky's decomposition (Golub & Van Loan 2013, Matrix Computations, section 4.2). */
export function factored(matrix: Float64Array, size: number): Factored {
  const lower = new Float64Array(size * size);
  let logDeterminant = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0);
      if (i === j) {
        const pivot = Math.max(sum, leastPivot);
        lower[i * size + i] = Math.sqrt(pivot);
        logDeterminant += Math.log(pivot);
      } else lower[i * size + j] = sum / (lower[j * size + j] ?? 1);
    }
  }
  return { size, lower, logDeterminant };
}

/** The solution of matrix · x = right. */
export function solvedBy({ size, lower }: Factored, right: Float64Array): Float64Array {
  const x = right.slice();
  for (let i = 0; i < size; i++) {
    let sum = x[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (lower[i * size + k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (lower[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < size; k++) sum -= (lower[k * size + i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (lower[i * size + i] ?? 1);
  }
  return x;
}

/** The diagonal of the inverse: variances, where the matrix is one of precisions. */
export function inverseDiagonal(matrix: Factored): Float64Array {
  return Float64Array.from({ length: matrix.size }, (_, i) => {
    const unit = new Float64Array(matrix.size);
    unit[i] = 1;
    return solvedBy(matrix, unit)[i] ?? 0;
  });
}
