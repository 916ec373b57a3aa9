import fc from 'fast-check';
import { real } from '../../test/kit/modelled';
import { minimise } from './minimise';

const thorough = { iterations: 200, tolerance: 1e-12 };

it('finds the bottom of a bowl of any shape', () => {
  const bowl = fc.array(fc.record({ at: real(-3, 3), bend: real(0.3, 20), start: real(-3, 3) }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(bowl, real(-0.9, 0.9), (axes, tilt) => {
      const objective = (x: readonly number[]): number => {
        const off = x.map((part, i) => part - axes[i]!.at);
        const own = off.map((part, i) => axes[i]!.bend * part ** 2);
        const crossed = off.map((part, i) => {
          const next = (i + 1) % off.length;
          if (next === i) return 0;
          return tilt * 0.4 * Math.sqrt(axes[i]!.bend * axes[next]!.bend) * part * off[next]!;
        });
        return [...own, ...crossed].reduce((sum, part) => sum + part, 0);
      };
      const start = axes.map((axis) => axis.start);
      const { x, value } = minimise(objective, start, thorough);
      expect(value).toBeCloseTo(0, 3);
      x.forEach((part, i) => expect(part).toBeCloseTo(axes[i]!.at, 1));
    }),
  );
});

it('follows a bent valley to its end', () => {
  const valley = ([x = 0, y = 0]: readonly number[]): number => 10 * (y - x * x) ** 2 + (1 - x) ** 2;
  const { x, value } = minimise(valley, [-1, 1], thorough);
  expect(value).toBeLessThan(0.05);
  expect(x[0]).toBeCloseTo(1, 0);
});

it('finds the most likely mean and spread of a sample', () => {
  const sample = [1.2, 0.4, 2.5, 1.9, 0.7, 1.4];
  const loss = ([mean = 0, logSpread = 0]: readonly number[]): number =>
    sample.reduce((sum, one) => sum + logSpread + ((one - mean) / Math.exp(logSpread)) ** 2 / 2, 0);
  const { x } = minimise(loss, [0, 0], thorough);
  const mean = sample.reduce((sum, one) => sum + one, 0) / sample.length;
  const variance = sample.reduce((sum, one) => sum + (one - mean) ** 2, 0) / sample.length;
  expect(x[0]).toBeCloseTo(mean, 2);
  expect(Math.exp(x[1]!) ** 2).toBeCloseTo(variance, 1);
});

it('never ends higher than it began, however rough the function', () => {
  fc.assert(
    fc.property(fc.array(real(-5, 5), { minLength: 1, maxLength: 4 }), real(0, 30), (start, roughness) => {
      const objective = (x: readonly number[]): number =>
        x.reduce((sum, part) => sum + Math.abs(part) + Math.sin(roughness * part), 0);
      const { x, value } = minimise(objective, start, { iterations: 20, tolerance: 1e-6 });
      expect(value).toBeLessThanOrEqual(objective(start));
      expect(objective(x)).toBe(value);
    }),
  );
});

it('stays where nothing is gained, and where there is nothing to move', () => {
  expect(minimise(() => 3, [1, 2], thorough)).toEqual({ x: [1, 2], value: 3 });
  expect(minimise(() => 3, [], thorough)).toEqual({ x: [], value: 3 });
  expect(minimise(([x = 0]) => x ** 2, [4], { iterations: 0, tolerance: 0 })).toEqual({ x: [4], value: 16 });
});
