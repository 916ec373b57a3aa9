import { statusOf } from '../../estimators/fit';
import { levelOf, probabilityAtLeast, type Level } from '../../estimators/level';
import type { Gaussian } from '../../estimators/types';
import { requiredInWords } from '../../shared/bands';
import { aboutPercent, inTenths, percent } from '../../shared/percent';
import type { Person } from '../people/person.type';
import type { Requirement } from '../projects/requirement.type';
import { RequirementStatus, type Candidate, type RequirementFit } from './candidate.type';
import type { FreeShare } from './free-share.type';
import type { Need, Ranked } from './eligible';

/** Probability that the level is at least the required one; undefined where the person is unknown in the skill. */
function probabilityOf(need: Need, abilities: ReadonlyMap<string, Gaussian>): number | undefined {
  const ability = abilities.get(need.skillKey);
  return ability && probabilityAtLeast(ability, need.level, need.reference);
}

/** From which probability a requirement is met, and what the viewer may see of the person. */
interface Shown {
  readonly meetsFrom: number;
  /** Whether they may see the person's own figures. */
  readonly isSeen: boolean;
  /** What share of working time the person has for it; null where there is none to say. */
  readonly freeShare: () => FreeShare | null;
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
  const fit = shown.isSeen ? exact : inTenths(exact);
  return {
    person,
    fit,
    knownShare,
    requirements: reasons,
    get freeShare() {
      return shown.isSeen ? shown.freeShare() : null;
    },
    get summary() {
      const share = shown.isSeen ? percent(fit) : aboutPercent(fit);
      return fitInWords(person.name, share, reasons, 'requirements', timeInWords(this.freeShare));
    },
  };
}

/** How well somebody fits, in one sentence with the one percentage that is meant. */
export function fitInWords(
  name: string,
  share: string,
  reasons: readonly { readonly status: RequirementStatus }[],
  what: string,
  besides = '',
): string {
  const met = reasons.filter(({ status }) => status === RequirementStatus.MEETS).length;
  return `${name} fits with ${share}: meets ${String(met)} of ${String(reasons.length)} ${what}${unknownInWords(reasons)}${besides}.`;
}

/** Whether somebody has the time, as a part of a sentence; empty where that is not to be said. */
export function timeInWords(freeShare: FreeShare | null): string {
  if (!freeShare) return '';
  if (freeShare.least === 0)
    return freeShare.mean === null || freeShare.mean === 0
      ? '; does not have the time'
      : '; does not have the time throughout';
  return `; has ${percent(freeShare.least)} of the time`;
}

/** In how many of some requirements somebody is unknown, as a part of a sentence; empty where in none. */
export function unknownInWords(reasons: readonly { readonly status: RequirementStatus }[]): string {
  const unknown = reasons.filter(({ status }) => status === RequirementStatus.UNKNOWN).length;
  return unknown > 0 ? `, is unknown in ${String(unknown)}` : '';
}

/** How somebody stands to what is required, in one sentence with the one percentage that is meant. */
export function reasonInWords(
  required: string,
  status: RequirementStatus,
  probability: number | null,
): string {
  if (status === RequirementStatus.UNKNOWN) return `${required}: unknown, there is no evidence yet.`;
  const met = `${required}: ${status === RequirementStatus.MEETS ? 'met' : 'below'}`;
  return probability === null ? `${met}.` : `${met}, reached with probability ${percent(probability)}.`;
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
    const required = `${this.need.skillName} at ${requiredInWords(this.need.level, this.need.band)}`;
    return reasonInWords(required, this.status, this.probability);
  }
}
