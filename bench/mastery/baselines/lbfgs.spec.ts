import { minimize } from './lbfgs';

it('finds the least of a quadratic function whose curvatures are far apart', () => {
  const curvatures = [1, 10, 100, 1_000];
  const least = [3, -2, 1, 0.5];
  const point = minimize(
    (at, gradient) => {
      let value = 0;
      curvatures.forEach((curvature, i) => {
        const distance = at[i]! - least[i]!;
        value += (curvature * distance * distance) / 2;
        gradient[i] = curvature * distance;
      });
      return value;
    },
    4,
    1e-16,
  );
  point.forEach((one, i) => expect(one).toBeCloseTo(least[i]!, 7));
});

it('finds the least of a function that is flat far out and steep near by', () => {
  // ln(e^(x - 1) + e^(1 - x)) + x / 2: its slope tanh(x - 1) + 1/2 is 0 at 1 - artanh(1/2).
  const [point = NaN] = minimize(
    (at, gradient) => {
      const x = at[0]!;
      gradient[0] = Math.tanh(x - 1) + 0.5;
      return Math.log(Math.exp(x - 1) + Math.exp(1 - x)) + x / 2;
    },
    1,
    1e-18,
  );
  expect(point).toBeCloseTo(1 - Math.atanh(0.5), 8);
});

it('stays where there is nothing to gain', () => {
  expect([...minimize(() => 7, 3, 1e-9)]).toEqual([0, 0, 0]);
});
