import { statusOf, type Fit } from '../../estimators/fit';
import { levelOf, probabilityAtLeast, type Level } from '../../estimators/level';
import type { Gaussian } from '../../estimators/types';
import { levelInWords } from '../../shared/bands';
import { percent } from '../../shared/percent';
import type { Person } from '../people/person.type';
import type { Requirement } from '../projects/requirement.type';
import { RequirementStatus, type Candidate, type RequirementFit } from './candidate.type';
import type { Holder, Need } from './candidates.read';

/** A person's place in the order of fit, with ability on the date by skill. */
export interface Ranked extends Fit {
  /** Internal id. */
  readonly key: string;
  readonly holder: Holder;
  readonly abilities: ReadonlyMap<string, Gaussian>;
}

/** Probability that the level is at least the required one; undefined where the person is unknown in the skill. */
export function probabilityOf(need: Need, abilities: ReadonlyMap<string, Gaussian>): number | undefined {
  const ability = abilities.get(need.skillKey);
  return ability && probabilityAtLeast(ability, need.level, need.reference);
}

/** From which probability a requirement is met, and whether the viewer may see the person's own figures. */
interface Shown {
  readonly meetsFrom: number;
  readonly isSeen: boolean;
}

/**
 * A candidate with the reason for each requirement, in the order of the needs; sentences and levels when asked for. Of
 * somebody whom the viewer may not see it says how well they fit, in tenths, and what is met.
 */
export function candidateOf(
  person: Person,
  { fit: exact, knownShare, abilities }: Ranked,
  needs: readonly Need[],
  requirements: readonly Requirement[],
  shown: Shown,
): Candidate {
  const reasons = needs.flatMap((need, position) => {
    const requirement = requirements[position];
    return requirement ? [new Reason(requirement, need, abilities, shown)] : [];
  });
  const fit = shown.isSeen ? exact : Math.round(10 * exact) / 10;
  return {
    person,
    fit,
    knownShare,
    requirements: reasons,
    get summary() {
      const met = reasons.filter(({ status }) => status === RequirementStatus.MEETS).length;
      return `${person.name} fits with ${shown.isSeen ? '' : 'about '}${percent(fit)}: meets ${String(met)} of ${String(needs.length)} requirements; ${percent(knownShare)} of what is needed is known.`;
    },
  };
}

class Reason implements RequirementFit {
  readonly probability: number | null;
  readonly status: RequirementStatus;
  private figures: Level | undefined;

  constructor(
    readonly requirement: Requirement,
    private readonly need: Need,
    private readonly abilities: ReadonlyMap<string, Gaussian>,
    private readonly shown: Shown,
  ) {
    const probability = probabilityOf(need, abilities);
    this.probability = shown.isSeen ? (probability ?? null) : null;
    this.status = RequirementStatus[statusOf(probability, shown.meetsFrom)];
  }

  get interval(): Level | null {
    const ability = this.shown.isSeen ? this.abilities.get(this.need.skillKey) : undefined;
    return ability ? (this.figures ??= levelOf(ability, this.need.reference)) : null;
  }

  get level(): number | null {
    return this.interval?.level ?? null;
  }

  get summary(): string {
    const required = `${this.need.skillName} at ${levelInWords(this.need.level, this.need.band)}`;
    if (this.status === RequirementStatus.UNKNOWN) return `${required}: unknown, there is no evidence yet.`;
    const met = `${required}: ${this.status === RequirementStatus.MEETS ? 'met' : 'below'}`;
    if (this.probability === null || this.level === null) return `${met}.`;
    return `${met}, reached with probability ${percent(this.probability)} (level ${percent(this.level)}).`;
  }
}
