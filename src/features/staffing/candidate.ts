import { statusOf } from '../../estimators/fit';
import { expectedLevelShortfall, levelOf, probabilityAtLeast, type Level } from '../../estimators/level';
import type { Gaussian } from '../../estimators/types';
import { requiredInWords, shortfallInBands } from '../../shared/bands';
import { aboutPercent, inTenths, percent, points } from '../../shared/percent';
import type { Rules } from '../request/context';
import type { Person } from '../people/person.type';
import type { Requirement } from '../projects/requirement.type';
import { RequirementStatus, type Candidate, type RequirementFit } from './candidate.type';
import type { FreeShare } from './free-share.type';
import type { LevelShortfall } from './learning.type';
import type { Need, Ranked } from './eligible';

/** Probability that the level is at least the required one; undefined where the person is unknown in the skill. */
function probabilityOf(need: Need, abilities: ReadonlyMap<string, Gaussian>): number | undefined {
  const ability = abilities.get(need.skillKey);
  return ability && probabilityAtLeast(ability, need.level, need.reference);
}

/** From which probability a requirement is met, and what the viewer may see of the person. */
interface Shown {
  /** Levels are those of this date, epoch milliseconds. */
  readonly asOf: number;
  /** When the project starts, epoch milliseconds; null where it states none. */
  readonly start: number | null;
  readonly rules: Pick<Rules, 'meetsFrom' | 'bands'>;
  /** Whether they may see the person's own figures. */
  readonly isSeen: boolean;
  /** What share of working time the person has for it; null where there is none to say. */
  readonly freeShare: () => FreeShare | null;
}

/** A candidate with what further questions about them rest on. */
export interface CandidateStanding extends Candidate {
  readonly standing: {
    readonly needs: readonly Need[];
    /** Whether the viewer may see the person's own figures. */
    readonly isSeen: boolean;
    readonly asOf: number;
    /** When the project starts; null where it states none. */
    readonly start: number | null;
  };
}

/**
 * A candidate with the reason for each requirement, in the order of the needs; sentences and levels when asked for. Of
 * somebody whom the viewer may not see it says how well they fit, in tenths, and what is met.
 */
export function candidateOf(
  person: Person,
  { key, fit: exact, knownShare, abilities }: Ranked,
  needs: readonly Need[],
  requirements: readonly Requirement[],
  shown: Shown,
): CandidateStanding {
  const reasons = needs.flatMap((need, position) => {
    const requirement = requirements[position];
    return requirement ? [new Reason(key, requirement, need, abilities, shown)] : [];
  });
  const fit = shown.isSeen ? exact : inTenths(exact);
  return {
    person,
    fit,
    knownShare,
    requirements: reasons,
    standing: { needs, isSeen: shown.isSeen, asOf: shown.asOf, start: shown.start },
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

/** How a person stands to a requirement, with what further questions about it rest on. */
export class Reason implements RequirementFit {
  readonly probability: number | null;
  readonly status: RequirementStatus;
  private figures: Level | undefined;

  constructor(
    /** Internal id. */
    readonly person: string,
    readonly requirement: Requirement,
    readonly need: Need,
    private readonly abilities: ReadonlyMap<string, Gaussian>,
    private readonly shown: Shown,
  ) {
    const probability = probabilityOf(need, abilities);
    this.probability = shown.isSeen ? (probability ?? null) : null;
    this.status = RequirementStatus[statusOf(probability, shown.rules.meetsFrom)];
  }

  /** Null where the person is unknown, or not the viewer's to see. */
  get ability(): Gaussian | null {
    return this.isSeen ? (this.abilities.get(this.need.skillKey) ?? null) : null;
  }

  get isSeen(): boolean {
    return this.shown.isSeen;
  }

  get shortfall(): LevelShortfall | null {
    const { ability, level, need } = this;
    if (this.status !== RequirementStatus.BELOW || !ability || level === null) return null;
    const expected = expectedLevelShortfall(ability, need.level, need.reference);
    const required = requiredInWords(need.level, need.band);
    const inBands = shortfallInBands(this.shown.rules.bands, level, need.level);
    return { expected, summary: `${points(expected)} points short of ${required}: ${inBands}.` };
  }

  get interval(): Level | null {
    const { ability } = this;
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
