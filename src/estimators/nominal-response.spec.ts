import { logistic } from './normal';
import { logisticEvidence } from './logistic-evidence';
import { fitOptions, type ChoiceTable, type OptionPrior } from './nominal-response';

const abilities = Float64Array.from([-2, -1, 0, 1, 2]);
const wide = (options: number): OptionPrior => ({
  slope: new Float64Array(options),
  slopeVariance: new Float64Array(options).fill(100),
  ease: new Float64Array(options),
  easeVariance: new Float64Array(options).fill(100),
});

function chosen(slope: readonly number[], ease: readonly number[], people: number): ChoiceTable {
  const counts = [...abilities].flatMap((ability) => {
    const odds = slope.map((one, option) => Math.exp((ease[option] ?? 0) + one * ability));
    const total = odds.reduce((sum, part) => sum + part, 0);
    return odds.map((part) => (people * part) / total);
  });
  return { abilities, options: slope.length, counts: Float64Array.from(counts) };
}

it('finds the slopes and eases that the choices were drawn from, up to what they share', () => {
  const [slope, ease] = [
    [1, -0.5, -0.5],
    [0.8, -0.2, -0.6],
  ];
  const fit = fitOptions(chosen(slope, ease, 10_000), wide(3));
  for (const option of [1, 2]) {
    expect(fit.slope[0]! - fit.slope[option]!).toBeCloseTo(slope[0]! - slope[option]!, 3);
    expect(fit.ease[0]! - fit.ease[option]!).toBeCloseTo(ease[0]! - ease[option]!, 3);
  }
});

it('is the same fit from wherever it starts', () => {
  const table = chosen([1, 0, -0.3, 0], [1, 0, 0.5, -1], 7);
  const fit = fitOptions(table, wide(4));
  const again = fitOptions(table, wide(4), fitOptions(chosen([-1, 2, 0, 0], [0, 0, 0, 0], 50), wide(4)));
  expect(again.logEvidence).toBeCloseTo(fit.logEvidence, 6);
  fit.slope.forEach((slope, option) => expect(again.slope[option]).toBeCloseTo(slope, 5));
});

it('says as much of scores as a sum over a grid does', () => {
  const columns = [new Float64Array(6).fill(1)];
  const scores = Float64Array.from([1, 1, 1, 0, 1, 0.5]);
  let sum = 0;
  for (let ease = -8; ease <= 8; ease += 0.001) {
    const right = logistic(ease);
    const density = Math.exp(-((ease - 1) ** 2) / (2 * 0.5)) / Math.sqrt(2 * Math.PI * 0.5);
    sum += 0.001 * density * right ** 4.5 * (1 - right) ** 1.5;
  }
  expect(logisticEvidence(columns, scores, [{ mean: 1, variance: 0.5 }])).toBeCloseTo(Math.log(sum), 1);
});
