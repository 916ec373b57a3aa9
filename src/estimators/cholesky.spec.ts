import { factored, inverseDiagonal, solvedBy } from './cholesky';

/** Golub & Van Loan's kind of example, small enough to be checked by hand: its determinant is 36. */
const matrix = Float64Array.from([4, 12, -16, 12, 37, -43, -16, -43, 98]);

it('factors, solves and inverts what can be checked by hand', () => {
  const factor = factored(matrix, 3);
  expect([...factor.lower]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
  expect(Math.abs(factor.logDeterminant - Math.log(36))).toBeLessThan(1e-9);
  const solution = solvedBy(factor, Float64Array.from([0, 6, 39]));
  [1, 1, 1].forEach((expected, i) => expect(Math.abs(solution[i]! - expected)).toBeLessThan(1e-9));
  const diagonal = [1777 / 36, 136 / 36, 4 / 36];
  inverseDiagonal(factor).forEach((value, i) => expect(Math.abs(value - diagonal[i]!)).toBeLessThan(1e-9));
});

it('goes on where a pivot is nothing', () => {
  expect(factored(Float64Array.from([1, 1, 1, 1]), 2).lower[3]).toBeGreaterThan(0);
});
