/** A function of several variables, to be made small. */
export type Objective = (x: readonly number[]) => number;

const differenceStep = 0.1;
const smallestStep = 1e-3;

/**
 * Quasi-Newton minimisation (BFGS; Nocedal and Wright, Numerical Optimization, 2nd ed., section 6.1) with central
 * differences: for smooth functions of up to some twenty variables, each scaled so that a step of 1 is a large one.
 * Stops when an iteration gains less than `tolerance`.
 */
export function minimise(
  objective: Objective,
  start: readonly number[],
  { iterations, tolerance }: { readonly iterations: number; readonly tolerance: number },
): { readonly x: number[]; readonly value: number } {
  let x = [...start];
  let value = objective(x);
  let { gradient, curvature } = slopesOf(objective, x, value);
  let inverse = diagonal(curvature);
  for (let iteration = 0; iteration < iterations; iteration++) {
    let direction = inverse.map((row) => -dot(row, gradient));
    if (dot(direction, gradient) >= 0) {
      inverse = diagonal(curvature);
      direction = inverse.map((row) => -dot(row, gradient));
    }
    const longest = Math.max(...direction.map(Math.abs));
    if (longest > 1) direction = direction.map((part) => part / longest);
    const found = searchAlong(objective, x, direction, value);
    if (found === undefined) break;
    const gained = value - found.value;
    const step = found.x.map((to, i) => to - (x[i] ?? 0));
    const next = slopesOf(objective, found.x, found.value);
    const change = next.gradient.map((slope, i) => slope - (gradient[i] ?? 0));
    inverse = updated(inverse, step, change);
    ({ x, value } = found);
    ({ gradient, curvature } = next);
    if (gained < tolerance) break;
  }
  return { x, value };
}

/** Slope and curvature along each variable. */
function slopesOf(
  objective: Objective,
  x: readonly number[],
  value: number,
): { gradient: number[]; curvature: number[] } {
  const gradient: number[] = [];
  const curvature: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const at = (offset: number): number => objective(x.map((part, j) => (j === i ? part + offset : part)));
    const [up, down] = [at(differenceStep), at(-differenceStep)];
    gradient.push((up - down) / (2 * differenceStep));
    curvature.push((up + down - 2 * value) / differenceStep ** 2);
  }
  return { gradient, curvature };
}

/** Halves the step until the function is smaller; undefined where no step makes it so. */
function searchAlong(
  objective: Objective,
  x: readonly number[],
  direction: readonly number[],
  value: number,
): { x: number[]; value: number } | undefined {
  for (let length = 1; length > smallestStep; length /= 2) {
    const there = x.map((part, i) => part + length * (direction[i] ?? 0));
    const reached = objective(there);
    if (reached < value) return { x: there, value: reached };
  }
  return undefined;
}

function updated(inverse: number[][], step: readonly number[], change: readonly number[]): number[][] {
  const curvature = dot(step, change);
  if (!(curvature > 1e-12)) return inverse;
  const moved = inverse.map((row) => dot(row, change));
  const scale = (1 + dot(change, moved) / curvature) / curvature;
  return inverse.map((row, i) =>
    row.map((entry, j) => {
      const [si, sj] = [step[i] ?? 0, step[j] ?? 0];
      return entry + scale * si * sj - ((moved[i] ?? 0) * sj + si * (moved[j] ?? 0)) / curvature;
    }),
  );
}

function diagonal(curvature: readonly number[]): number[][] {
  return curvature.map((bend, i) => curvature.map((_, j) => (i === j ? 1 / Math.max(bend, 0.25) : 0)));
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, part, i) => sum + part * (right[i] ?? 0), 0);
}
