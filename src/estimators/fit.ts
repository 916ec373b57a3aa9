/** One requirement as fit reads it: how much it matters, and how likely a person meets it; undefined where unknown. */
export interface WeighedRequirement {
  /** Above 0; only its share among the requirements counts. */
  readonly importance: number;
  /** Probability in [0,1] that the level is at least the required one. */
  readonly probability: number | undefined;
}

export type RequirementStatus = 'MEETS' | 'BELOW' | 'UNKNOWN';

export interface Fit {
  /** Importance-weighted probability that the requirements are met, in [0,1]; unknown adds 0. */
  readonly fit: number;
  /** Share of importance on requirements where the person is known, in [0,1]. */
  readonly knownShare: number;
}

export function fitOf(requirements: readonly WeighedRequirement[]): Fit {
  let total = 0;
  let met = 0;
  let known = 0;
  for (const { importance, probability } of requirements) {
    total += importance;
    if (probability === undefined) continue;
    met += importance * probability;
    known += importance;
  }
  return total > 0 ? { fit: met / total, knownShare: known / total } : { fit: 0, knownShare: 0 };
}

/** Unknown is never below. */
export function statusOf(probability: number | undefined, meetsFrom: number): RequirementStatus {
  if (probability === undefined) return 'UNKNOWN';
  return probability >= meetsFrom ? 'MEETS' : 'BELOW';
}
