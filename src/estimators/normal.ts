/** The normal distribution and integrals over it. Pure; every function is deterministic to the bit. */

/** 0.95 quantile of the standard normal: the half-width of a central 90 % interval in standard deviations. */
export const z90 = 1.6448536269514722;

/** 0.975 quantile of the standard normal: the half-width of a central 95 % interval in standard deviations. */
export const z95 = 1.959963984540054;

export function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

/** log of `logistic`, whatever x. */
export function logLogistic(x: number): number {
  return x >= 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
}

export function logit(p: number): number {
  return Math.log(p) - Math.log1p(-p);
}

/**
 * Standard normal distribution function, absolute error below 1e-14 (checked against a series in its spec): the rational
 * approximations of Cody (1969, Mathematics of Computation 23; 1993, ACM TOMS 19, algorithm 715). Nested by hand: it is
 * called for every requirement and everybody.
 */
export function normalCdf(x: number): number {
  const size = Math.abs(x);
  if (size <= 0.67448975) {
    const square = size * size;
    const above =
      (((0.06568233791820745 * square + 2.2352520354606837) * square + 161.02823106855587) * square +
        1067.6894854603709) *
        square +
      18154.98125334356;
    const below =
      (((square + 47.202581904688245) * square + 976.0985517377767) * square + 10260.932208618979) * square +
      45507.78933502673;
    return 0.5 + (x * above) / below;
  }
  const tail = size <= 5.656854249492381 ? middleTail(size) : farTail(size);
  const upper = tail * Math.exp(-0.5 * size * size);
  return x > 0 ? 1 - upper : upper;
}

/** Where the normal distribution function is this probability, in (0,1): found by halving, for what is not asked of everybody. */
export function normalQuantile(probability: number): number {
  let [low, high] = [-9, 9];
  for (let halved = 0; halved < 60; halved++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The upper tail beyond 0.674 to 4 times the root of 2, without its exponential. */
function middleTail(x: number): number {
  const above =
    (((((((1.0765576773720192e-8 * x + 0.39894151208813466) * x + 8.883149794388377) * x +
      93.50665613217785) *
      x +
      597.2702763948002) *
      x +
      2494.5375852903726) *
      x +
      6848.190450536283) *
      x +
      11602.651437647351) *
      x +
    9842.714838383978;
  const below =
    (((((((x + 22.266688044328117) * x + 235.387901782625) * x + 1519.3775994075547) * x +
      6485.558298266761) *
      x +
      18615.571640885097) *
      x +
      34900.95272114598) *
      x +
      38912.00328609327) *
      x +
    19685.429676859992;
  return above / below;
}

/** The same farther out. */
function farTail(x: number): number {
  const square = 1 / (x * x);
  const above =
    ((((0.02307344176494017 * square + 0.215898534057957) * square + 0.12740116116024736) * square +
      0.022235277649802737) *
      square +
      0.0014216191932278936) *
      square +
    2.9112874951168793e-5;
  const below =
    ((((square + 1.284260096144911) * square + 0.4682382124808651) * square + 0.06598813786892856) * square +
      0.0037823963320275824) *
      square +
    7.297515550839662e-5;
  return (0.3989422804014327 - (square * above) / below) / x;
}

/**
 * Nodes and weights of Gauss-Hermite quadrature for the standard normal density: the expectation of f is the
 * sum of weight * f(node). Computed by Newton's method on the orthonormal Hermite polynomials (Press et al.,
 * Numerical Recipes 3rd ed., section 4.6.1), so that no table has to be trusted.
 */
function gaussHermite(order: number): { nodes: Float64Array; weights: Float64Array } {
  const nodes = new Float64Array(order);
  const weights = new Float64Array(order);
  let z = 0;
  for (let i = 0; i < Math.ceil(order / 2); i++) {
    z = firstGuess(i, order, z, nodes);
    let slope = 1;
    for (let iteration = 0; iteration < 50; iteration++) {
      let current = Math.PI ** -0.25;
      let before = 0;
      for (let j = 0; j < order; j++) {
        const next = z * Math.sqrt(2 / (j + 1)) * current - Math.sqrt(j / (j + 1)) * before;
        before = current;
        current = next;
      }
      slope = Math.sqrt(2 * order) * before;
      const correction = current / slope;
      z -= correction;
      if (Math.abs(correction) < 1e-15) break;
    }
    const weight = 2 / (slope * slope) / Math.sqrt(Math.PI);
    nodes[i] = z;
    nodes[order - 1 - i] = -z;
    weights[i] = weight;
    weights[order - 1 - i] = weight;
  }
  return { nodes: nodes.map((node) => node * Math.SQRT2), weights };
}

function firstGuess(i: number, order: number, previous: number, nodes: Float64Array): number {
  if (i === 0) return Math.sqrt(2 * order + 1) - 1.85575 * (2 * order + 1) ** (-1 / 6);
  if (i === 1) return previous - (1.14 * order ** 0.426) / previous;
  if (i === 2) return 1.86 * previous - 0.86 * (nodes[0] ?? 0);
  if (i === 3) return 1.91 * previous - 0.91 * (nodes[1] ?? 0);
  return 2 * previous - (nodes[i - 2] ?? 0);
}

/** Enough for a logistic integrand under variances up to about 4 squared logits: error below 1e-4. */
export const quadrature = gaussHermite(21);

/** With fewer nodes, for what is integrated over two unknowns and for many at a time. */
export const fewerNodes = gaussHermite(11);

/** Probability of success, averaged over a normal logit. */
export function expectedLogistic(mean: number, variance: number): number {
  const deviation = Math.sqrt(variance);
  const { nodes, weights } = quadrature;
  let sum = 0;
  for (let i = 0; i < nodes.length; i++)
    sum += (weights[i] ?? 0) * logistic(mean + deviation * (nodes[i] ?? 0));
  return Math.min(1, Math.max(0, sum));
}
