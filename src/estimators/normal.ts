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
 * Standard normal distribution function, absolute error below 1e-9 (checked against a series in its spec):
 * the complementary error function by the Chebyshev fit of Press et al., Numerical Recipes 3rd ed., section 6.2.2.
 */
export function normalCdf(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 2 / (2 + z);
  const ty = 4 * t - 2;
  let d = 0;
  let dd = 0;
  for (let j = chebyshev.length - 1; j > 0; j--) {
    const previous = d;
    d = ty * d - dd + (chebyshev[j] ?? 0);
    dd = previous;
  }
  const upperTail = 0.5 * t * Math.exp(-z * z + 0.5 * ((chebyshev[0] ?? 0) + ty * d) - dd);
  return x > 0 ? 1 - upperTail : upperTail;
}

const chebyshev = [
  -1.3026537197817094, 0.6419697923564902, 1.9476473204185836e-2, -9.56151478680863e-3, -9.46595344482036e-4,
  3.66839497852761e-4, 4.2523324806907e-5, -2.0278578112534e-5, -1.624290004647e-6, 1.30365583558e-6,
  1.5626441722e-8, -8.5238095915e-8, 6.529054439e-9, 5.059343495e-9, -9.91364156e-10, -2.27365122e-10,
  9.6467911e-11, 2.394038e-12, -6.886027e-12, 8.94487e-13, 3.13092e-13, -1.12708e-13, 3.81e-16, 7.106e-15,
];

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

/** Probability of success, averaged over a normal logit. */
export function expectedLogistic(mean: number, variance: number): number {
  const deviation = Math.sqrt(variance);
  const { nodes, weights } = quadrature;
  let sum = 0;
  for (let i = 0; i < nodes.length; i++)
    sum += (weights[i] ?? 0) * logistic(mean + deviation * (nodes[i] ?? 0));
  return Math.min(1, Math.max(0, sum));
}
