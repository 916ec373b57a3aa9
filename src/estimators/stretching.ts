import { fitOf } from './fit';

/** From this probability on that it is met a requirement stretches somebody, and up to that one: neither out of reach nor within it. */
export const leastStretch = 0.25;
export const mostStretch = 0.6;
const leastKnown = 0.5;

/** What a piece of work requires, with the probability that somebody meets it; undefined where they are unknown. */
export interface RequiredOfWork {
  readonly importance: number;
  readonly probability: number | undefined;
}

/** How a piece of work would stretch somebody. */
export interface Stretch {
  /** Positions of the requirements that do. */
  readonly by: readonly number[];
  readonly fit: number;
}

/**
 * Whether work would stretch somebody: of what it requires they are known in half at least, nothing of that is out of their reach, and something
 * is neither that nor met for sure. Undefined where not.
 */
export function stretchOf(required: readonly RequiredOfWork[]): Stretch | undefined {
  const by: number[] = [];
  for (const [at, { probability }] of required.entries()) {
    if (probability === undefined) continue;
    if (probability < leastStretch) return undefined;
    if (probability <= mostStretch) by.push(at);
  }
  const { fit, knownShare } = fitOf(required);
  return by.length > 0 && knownShare >= leastKnown ? { by, fit } : undefined;
}
