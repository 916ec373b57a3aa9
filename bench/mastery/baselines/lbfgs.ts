/** Writes the gradient at a point and gives the value there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

const remembered = 10;
const mostRounds = 1_000;
const mostTrials = 30;
const sufficientDecrease = 1e-4;
const curvatureShare = 0.9;

/**
 * Minimizes a smooth convex function from 0 by L-BFGS (Nocedal & Wright 2006, algorithm 7.5), until the squared length of
 * the gradient is below `settled`. Where variables are scaled so that curvatures are near 1, half of that is about how far
 * the value is above its least.
 */
export function minimize(objective: Objective, size: number, settled: number): Float64Array {
  let point = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  const history: Correction[] = [];
  for (let round = 0; round < mostRounds && dot(gradient, gradient) > settled; round++) {
    const direction = descent(gradient, history);
    const next = along(objective, point, direction, value, gradient, round === 0);
    if (!next) break;
    const step = next.point.map((one, i) => one - point[i]!);
    const change = next.gradient.map((one, i) => one - gradient[i]!);
    const curvature = dot(step, change);
    if (curvature > 0) history.push({ step, change, curvature });
    if (history.length > remembered) history.shift();
    ({ point, gradient, value } = next);
  }
  return point;
}

interface Correction {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly curvature: number;
}

/** The two-loop recursion (Nocedal & Wright 2006, algorithm 7.4). */
function descent(gradient: Float64Array, history: readonly Correction[]): Float64Array {
  const direction = gradient.map((one) => -one);
  const shares: number[] = [];
  for (const { step, change, curvature } of history.toReversed()) {
    const share = dot(step, direction) / curvature;
    shares.push(share);
    add(direction, change, -share);
  }
  const last = history.at(-1);
  if (last) {
    const scale = last.curvature / dot(last.change, last.change);
    for (let i = 0; i < direction.length; i++) direction[i] = direction[i]! * scale;
  }
  for (const { step, change, curvature } of history)
    add(direction, step, shares.pop()! - dot(change, direction) / curvature);
  return direction;
}

interface Place {
  readonly point: Float64Array<ArrayBuffer>;
  readonly gradient: Float64Array<ArrayBuffer>;
  readonly value: number;
}

/** A place along the direction that meets the weak Wolfe conditions, by bisection (Lewis & Overton 2013, algorithm 4.6). */
function along(
  objective: Objective,
  from: Float64Array,
  direction: Float64Array,
  value: number,
  gradient: Float64Array,
  isFirst: boolean,
): Place | undefined {
  const slope = dot(gradient, direction);
  let [low, high] = [0, Infinity];
  let length = isFirst ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
  for (let trial = 0; trial < mostTrials; trial++) {
    const point = from.map((one, i) => one + length * direction[i]!);
    const there = new Float64Array(point.length);
    const reached = objective(point, there);
    if (!(reached <= value + sufficientDecrease * length * slope)) high = length;
    else if (dot(there, direction) < curvatureShare * slope) low = length;
    else return { point, gradient: there, value: reached };
    length = high < Infinity ? (low + high) / 2 : 2 * low;
  }
  return undefined;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += left[i]! * right[i]!;
  return sum;
}

function add(target: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < target.length; i++) target[i] = target[i]! + times * what[i]!;
}
