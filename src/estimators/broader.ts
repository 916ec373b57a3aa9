import { combinedOn, skillVarianceOn, type PersonState, type SkillState } from './person-state';
import type { Gaussian, ModelParameters } from './types';

/** Where a skill stands among others. */
export interface SkillPlace {
  /** What is directly above it. */
  readonly broader: readonly string[];
  /** How many skills in use are directly below it. */
  readonly narrower: number;
  /** Whether it is in use, and so among those counted below others. */
  readonly inUse: boolean;
}

/** What a broader skill is made of for one person; all shares sum to 1. */
export interface BroaderShares {
  /** By skill with evidence, how much of the broader skill it stands for. */
  readonly known: ReadonlyMap<string, number>;
  /** How much of it nothing is known of. */
  readonly unknown: number;
}

/** In place of a skill with evidence: there is none on the way. */
const nothing = '';

/**
 * How broader skills are shared out for a person with evidence on some skills. A broader skill is its narrower skills in
 * equal shares, each of which is shared out again, and where there is evidence on the broader skill itself, that as one
 * more. Under a skill with evidence what is unknown stands as that skill does: the nearest on the way. A skill under
 * several broader ones has a share by each way. Only ways that lead to evidence are walked.
 */
export class KnownBelow {
  private readonly known: ReadonlySet<string>;
  /** Directly below a skill what has evidence, or leads to it. */
  private readonly leading = new Map<string, string[]>();

  /** The hierarchy holds at least what is above the known skills, and these; it has no circle. */
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

  /** In how many parts a skill is shared out, and whether it is one of them itself. */
  private partsOf(skill: string, below: readonly string[]): { own: boolean; parts: number } {
    const own = this.known.has(skill);
    const outOfUse = below.filter((narrower) => this.hierarchy.get(narrower)?.inUse === false).length;
    const inUse = Math.max(this.hierarchy.get(skill)?.narrower ?? 0, below.length - outOfUse);
    return { own, parts: inUse + outOfUse + (own ? 1 : 0) };
  }

  /** Of each skill below by how many others it is reached from there: shared out once all have been. */
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

/** A skill with evidence, and how much of a broader one it stands for. */
export interface SharedSkill {
  readonly share: number;
  readonly skill: SkillState;
  /** Difficulty of its reference question, logits. */
  readonly reference: number;
}

/** What a broader skill is made of for one person. */
export interface BroaderParts {
  readonly known: readonly SharedSkill[];
  /** The share of which nothing is known. */
  readonly unknown: number;
  /** Difficulty of the broader skill's own reference question, logits: what is unknown is held against that. */
  readonly reference: number;
}

/**
 * The logit of a right answer in a broader skill on a day: the mean, by shares, of the logits in its parts, each ability
 * less the difficulty of its reference question; a composite of abilities as in Reckase (2009), Multidimensional Item
 * Response Theory. The abilities are jointly Gaussian, so that their weighted sum is too (Anderson 2003, theorem 2.4.1):
 * with shares w, offsets o = a + b g + c u + e and what is unknown as the prior offset z,
 *   X = sum w (a + (1 + b) g + c u + e - difficulty) + w0 (g + z - difficulty0).
 * General ability g is in every part and does not average out; the noises e do, being independent given g and u. What is
 * unknown has one z in all: of skills under one heading nobody has shown that what is apart in each would cancel out,
 * and the variance of a sum is never larger than with all of them alike.
 */
export function broaderAbility<Skill>(
  person: PersonState<Skill>,
  { known, unknown, reference }: BroaderParts,
  day: number,
  parameters: ModelParameters,
): Gaussian {
  let perGeneral = unknown;
  let perSitting = 0;
  let mean = -unknown * reference;
  let variance = unknown * unknown * parameters.skillVariance;
  for (const { share, skill, reference: difficulty } of known) {
    perGeneral += share * (1 + skill.generalSlope);
    perSitting += share * skill.sittingSlope;
    mean += share * (skill.intercept - difficulty);
    variance += share * share * skillVarianceOn(skill, day, parameters);
  }
  return combinedOn(person, { own: { mean, variance }, perGeneral, perSitting }, day, parameters);
}
