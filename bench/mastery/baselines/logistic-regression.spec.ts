import { logistic, logit } from '../../../src/estimators/normal';
import { seededUniforms } from '../../../src/estimators/random';
import { fitLogistic, probabilities } from './logistic-regression';
import { SparseRows } from './sparse-rows';

function rowsOf(table: readonly (readonly number[])[]): SparseRows {
  const rows = new SparseRows(table[0]?.length ?? 0);
  for (const values of table) {
    values.forEach((value, column) => rows.put(column, value));
    rows.end();
  }
  return rows;
}

it('has, with no column, the log-odds of the mean score as intercept', () => {
  const scores = Float64Array.of(1, 1, 0.5, 0);
  const fitted = fitLogistic(rowsOf([[], [], [], []]), scores);
  expect(fitted.intercept).toBeCloseTo(logit(2.5 / 4), 3);
  expect(probabilities(fitted, rowsOf([[]]))[0]).toBeCloseTo(2.5 / 4, 3);
});

it('meets the conditions of the least: each weight is the sum of residuals times its column', () => {
  const random = seededUniforms(4);
  // Columns of quite different size, as counts and marks are; every third value is 0.
  const table = Array.from({ length: 300 }, (_, row) =>
    [1, 20, 0.05].map((size, column) => ((row + column) % 3 === 0 ? 0 : size * random())),
  );
  const scores = Float64Array.from(table, ([a = 0, b = 0]) =>
    random() < 0.1 ? 0.4 : random() < logistic(2 * a - b / 10) ? 1 : 0,
  );
  const rows = rowsOf(table);
  const fitted = fitLogistic(rows, scores);
  const residuals = probabilities(fitted, rows).map((probability, row) => scores[row]! - probability);
  expect(Math.abs(residuals.reduce((sum, one) => sum + one, 0))).toBeLessThan(0.01);
  fitted.weights.forEach((weight, column) => {
    const pull = residuals.reduce((sum, one, row) => sum + one * table[row]![column]!, 0);
    const size = Math.sqrt(1 + table.reduce((sum, values) => sum + values[column]! ** 2, 0) / 4);
    // What is left of the gradient, in the units in which the fit ends below the root of a millionth.
    expect(Math.abs(pull - weight) / size).toBeLessThan(1.1e-3);
  });
  expect(fitted.weights[0]).toBeGreaterThan(1);
  expect(fitted.weights[1]).toBeLessThan(-0.05);
});

it('draws a weight that one row alone speaks for toward 0', () => {
  // With the intercept near 0 the weight w of the one right answer meets w = 1 - logistic(w), whose root is 0.4012.
  const table = Array.from({ length: 2_001 }, (_, row) => [row === 0 ? 1 : 0]);
  const scores = Float64Array.from({ length: 2_001 }, (_, row) => (row === 0 ? 1 : row % 2));
  expect(fitLogistic(rowsOf(table), scores).weights[0]).toBeCloseTo(0.4012, 1);
});
