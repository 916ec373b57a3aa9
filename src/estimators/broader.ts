import { combinedOn, skillVarianceOn, type GeneralFigures, type OffsetFigures } from './person-state';
import type { Gaussian, ModelParameters } from './types';

/** Where a skill stands in the hierarchy. */
export interface SkillPlace {
  /** The skills directly above it. */
  readonly broader: readonly string[];
  /** How many skills in use are directly below it. */
  readonly narrower: number;
  /** Whether it is in use, and so among those counted below others. */
  readonly inUse: boolean;
}

/** How a broader skill is composed for one person; all shares sum to 1. */
export interface BroaderShares {
  /** For each skill with evidence, its share of the broader skill. */
  readonly known: ReadonlyMap<string, number>;
  /** The share of which nothing is known. */
  readonly unknown: number;
}

/** Stands for the skill with evidence where there is none on the way. */
const nothing = '';

/**
 * How broader skills are divided for a person with evidence on some skills. A broader skill is its narrower skills in
 * equal shares, each of which is divided again; evidence on the broader skill itself counts as one share more. Below a
 * skill with evidence, what is unknown is taken to be as that skill is: the nearest on the way. A skill below several
 * broader ones has a share by each way. Only ways that lead to evidence are walked.
 */
export class KnownBelow {
  private readonly known: ReadonlySet<string>;
  /** For each skill, the skills directly below it that have evidence or lead to some. */
  private readonly leading = new Map<string, string[]>();

  /** The hierarchy holds at least the known skills and everything above them; it has no cycle. */
  constructor(
    known: Iterable<string>,
    private readonly hierarchy: ReadonlyMap<string, SkillPlace>,
  ) {
    this.known = new Set(known);
    const open = [...this.known];
    const seen = new Set(open);
    for (let skill = open.pop(); skill !== undefined; skill = open.pop()) {
      for (const above of this.hierarchy.get(skill)?.broader ?? []) {
        const below = this.leading.get(above);
        if (below) below.push(skill);
        else this.leading.set(above, [skill]);
        if (!seen.has(above)) open.push(above);
        seen.add(above);
      }
    }
  }

  /** Undefined where nothing is known of the skill or below it. */
  sharesOf(broader: string): BroaderShares | undefined {
    if (!this.known.has(broader) && !this.leading.has(broader)) return undefined;
    const ways = this.waysBelow(broader);
    const total = new Map<string, number>();
    const give = (to: string, share: number): void => {
      total.set(to, (total.get(to) ?? 0) + share);
    };
    /** What reaches a skill from above, by the nearest skill with evidence that it comes through. */
    const reaching = new Map([[broader, new Map([[nothing, 1]])]]);
    const ready = [broader];
    for (let skill = ready.pop(); skill !== undefined; skill = ready.pop()) {
      const below = this.leading.get(skill) ?? [];
      const { own, parts } = this.partsOf(skill, below);
      for (const [nearest, share] of reaching.get(skill) ?? []) {
        const through = own ? skill : nearest;
        for (const narrower of below) {
          const there = reaching.get(narrower) ?? new Map<string, number>();
          reaching.set(narrower, there.set(through, (there.get(through) ?? 0) + share / parts));
        }
        give(through, (share * (parts - below.length)) / parts);
      }
      for (const narrower of below) {
        const open = (ways.get(narrower) ?? 0) - 1;
        ways.set(narrower, open);
        if (open === 0) ready.push(narrower);
      }
    }
    const unknown = total.get(nothing) ?? 0;
    total.delete(nothing);
    return { known: total, unknown };
  }

  /** Into how many parts a skill is divided, and whether it is one of them itself. */
  private partsOf(skill: string, below: readonly string[]): { own: boolean; parts: number } {
    const own = this.known.has(skill);
    const outOfUse = below.filter((narrower) => this.hierarchy.get(narrower)?.inUse === false).length;
    const inUse = Math.max(this.hierarchy.get(skill)?.narrower ?? 0, below.length - outOfUse);
    return { own, parts: inUse + outOfUse + (own ? 1 : 0) };
  }

  /** For each skill below, from how many others it is reached: it is divided once all of these have been. */
  private waysBelow(broader: string): Map<string, number> {
    const ways = new Map<string, number>();
    const open = [broader];
    for (let skill = open.pop(); skill !== undefined; skill = open.pop()) {
      for (const narrower of this.leading.get(skill) ?? []) {
        const found = ways.get(narrower) ?? 0;
        ways.set(narrower, found + 1);
        if (found === 0) open.push(narrower);
      }
    }
    return ways;
  }
}

/** A skill with evidence, and its share of a broader one. */
export interface SharedSkill {
  readonly share: number;
  readonly skill: OffsetFigures;
  /** Difficulty of its reference question, logits. */
  readonly reference: number;
}

/** The parts of a broader skill for one person. */
export interface BroaderParts {
  readonly known: readonly SharedSkill[];
  /** The share of which nothing is known. */
  readonly unknown: number;
  /** Difficulty of the broader skill's own reference question, logits: what is unknown is compared with that. */
  readonly reference: number;
}

/**
 * The logit of a right answer in a broader skill on a day: the mean, by shares, of the logits in its parts, each ability
 * less the difficulty of its reference question; a composite of abilities as in Reckase (2009), Multidimensional Item
 * Response Theory. The abilities are jointly Gaussian, so that their weighted sum is too (Anderson 2003, theorem 2.4.1):
 * with shares w, offsets o = a + b g + c u + d l + e and what is unknown as the prior offset z,
 *   X = sum w (a + (1 + b) g + c u + d l + e - difficulty) + w0 (g + z - difficulty0).
 * General ability g is in every part and does not average out; the noises e do, being independent given g, u and l. What is
 * unknown has a single z: nobody has shown that the offsets of skills under one heading would cancel out, and the
 * variance of a sum is never larger than when all of them are the same.
 */
export function broaderAbility(
  person: GeneralFigures,
  { known, unknown, reference }: BroaderParts,
  day: number,
  parameters: ModelParameters,
): Gaussian {
  let perGeneral = unknown;
  let perSitting = 0;
  let perRate = 0;
  let mean = -unknown * reference;
  let variance = unknown * unknown * parameters.skillVariance;
  for (const { share, skill, reference: difficulty } of known) {
    perGeneral += share * (1 + skill.generalSlope);
    perSitting += share * skill.sittingSlope;
    perRate += share * skill.rateSlope;
    mean += share * (skill.intercept - difficulty);
    variance += share * share * skillVarianceOn(skill, day, parameters);
  }
  return combinedOn(person, { own: { mean, variance }, perGeneral, perSitting, perRate }, day, parameters);
}
