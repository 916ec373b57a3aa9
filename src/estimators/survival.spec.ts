import * as fc from 'fast-check';
import { survivalCurve, type Passage } from './survival';

const z95 = 1.959963984540054;

const passage = (to: number, left = true, from = 0): Passage => ({ from, to, left });

/** Weeks in remission under 6-MP of 21 children with leukaemia (Freireich and others 1963, Blood 21; Gehan 1965); true: relapsed. */
const remissions = [
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map((week) => passage(week)),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((week) => passage(week, false)),
];

it('gives the published curve of remissions under 6-MP', () => {
  const curve = survivalCurve(remissions, z95);
  expect(curve.map(({ at, atRisk, left }) => [at, atRisk, left])).toEqual([
    [6, 21, 3],
    [7, 17, 1],
    [10, 15, 1],
    [13, 12, 1],
    [16, 11, 1],
    [22, 7, 1],
    [23, 6, 1],
  ]);
  let [surviving, hazards] = [1, 0];
  for (const step of curve) {
    surviving *= 1 - step.left / step.atRisk;
    hazards += step.left / (step.atRisk * (step.atRisk - step.left));
    expect(Math.abs(step.surviving - surviving)).toBeLessThan(1e-9);
    expect(Math.abs(step.variance - surviving ** 2 * hazards)).toBeLessThan(1e-9);
  }
  // Collett 2015, Modelling Survival Data in Medical Research, and the output of Stata's sts list, to four digits.
  const published = [
    [0.8571, 0.0764, 0.6197, 0.9516],
    [0.8067, 0.0869, 0.5631, 0.9228],
    [0.7529, 0.0963, 0.5032, 0.8894],
    [0.6902, 0.1068, 0.4316, 0.8491],
    [0.6275, 0.1141, 0.3675, 0.8049],
    [0.5378, 0.1282, 0.2678, 0.7468],
    [0.4482, 0.1346, 0.1881, 0.6801],
  ];
  expect(
    curve.map(({ surviving: share, variance, low, high }) =>
      [share, Math.sqrt(variance), low, high].map((value) => Number(value.toFixed(4))),
    ),
  ).toEqual(published);
});

it('counts late entrants from where they came in', () => {
  const curve = survivalCurve(
    [
      passage(2),
      passage(4),
      passage(5, false),
      passage(4, true, 2),
      passage(6, true, 3),
      passage(3, false, 2),
    ],
    z95,
  );
  expect(curve.map(({ at, atRisk, left }) => [at, atRisk, left])).toEqual([
    [2, 3, 1],
    [4, 4, 2],
    [6, 1, 1],
  ]);
  const shares = [2 / 3, 1 / 3, 0];
  curve.forEach(({ surviving }, i) => expect(Math.abs(surviving - shares[i]!)).toBeLessThan(1e-9));
  expect(Math.abs(curve[1]!.variance - (1 / 9) * (1 / 6 + 1 / 4))).toBeLessThan(1e-9);
  expect(curve[2]).toMatchObject({ variance: NaN, low: NaN, high: NaN });
});

it('is the share of those who went on, where everybody is seen to leave', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 }), (pages) => {
      for (const { at, surviving, low, high } of survivalCurve(
        pages.map((page) => passage(page)),
        z95,
      )) {
        expect(surviving).toBeCloseTo(pages.filter((page) => page > at).length / pages.length, 12);
        if (surviving > 0) {
          expect(low).toBeLessThanOrEqual(surviving);
          expect(high).toBeGreaterThanOrEqual(surviving);
        }
      }
    }),
  );
});

it('says nothing where nobody left', () => {
  expect(survivalCurve([passage(3, false)], z95)).toEqual([]);
});
