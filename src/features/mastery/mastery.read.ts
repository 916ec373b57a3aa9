import { levelOf, type Level } from '../../estimators/level';
import type { Gaussian, ModelParameters } from '../../estimators/types';
import { BadInputError } from '../../shared/errors';
import { percent } from '../../shared/percent';
import { counted } from '../../shared/words';
import type { Person } from '../people/person.type';
import type { Skill } from '../skills/skill.type';
import { Mastery } from './mastery.type';
import { abilityAt, latestBehind, type EdgeColumns, type GeneralColumns } from './stored-state';

/**
 * The edge at this position as it stands on a date. Throws BadInputError where the date lies before what was already
 * folded in.
 */
export function masteryOf(
  person: Person,
  skill: Skill,
  stored: StoredMastery,
  reference: number,
  asOf: number,
  now: number,
): Mastery {
  refuseEarlier(asOf, latestBehind(stored.general, stored.edge), now);
  return new DerivedMastery(person, skill, asOf, stored, reference);
}

/** What the graph holds of one person in one skill. */
export interface StoredMastery {
  readonly general: GeneralColumns;
  readonly edge: EdgeColumns;
  readonly calibration: ModelParameters;
}

/** Mastery, but for its fields: who is none at run time loses what it computes on the way to a resolver. */
const Base: new () => object = Mastery;

/** Computes its figures when they are first asked for; what could go wrong with them was checked before. */
class DerivedMastery extends Base implements Mastery {
  private figures: Level | undefined;

  constructor(
    readonly person: Person,
    readonly skill: Skill,
    readonly asOf: number,
    private readonly stored: StoredMastery,
    readonly reference: number,
  ) {
    super();
  }

  get level(): number {
    return this.interval.level;
  }

  get interval(): Level {
    return (this.figures ??= levelOf(this.ability, this.reference));
  }

  get ability(): Gaussian {
    const { general, edge, calibration } = this.stored;
    return abilityAt(general, edge, this.asOf, calibration);
  }

  get answers(): number {
    return this.stored.edge[5];
  }

  get claims(): number {
    return this.stored.edge[6];
  }

  get onlyClaims(): boolean {
    return this.answers === 0;
  }

  get lastEvidenceAt(): Date {
    return new Date(this.stored.edge[4]);
  }
}

/** A mastery in one plain sentence. */
export function summaryOf(mastery: Mastery): string {
  const { person, skill, level, interval, answers, claims, onlyClaims, lastEvidenceAt } = mastery;
  const parts = [
    ...(onlyClaims ? [] : [counted(answers, 'answer')]),
    ...(claims > 0 ? [`${onlyClaims ? 'only ' : ''}${counted(claims, 'claim')}`] : []),
  ];
  const evidence = `${parts.join(' and ')}, the latest on ${lastEvidenceAt.toISOString().slice(0, 10)}`;
  return `${person.name} is expected to answer the reference question on ${skill.name} right with probability ${percent(level)} (90 % interval ${percent(interval.low)} to ${percent(interval.high)}), from ${evidence}.`;
}

/** Levels are derived from the state after the latest evidence, which tells nothing of the time before it. */
export function refuseEarlier(asOf: number, lastEvidenceAt: number, now: number): void {
  // Evidence may lie ahead of the clock by the allowed skew: now is never too early.
  if (asOf >= lastEvidenceAt || asOf >= now) return;
  throw new BadInputError(
    `asOf ${new Date(asOf).toISOString()} lies before evidence of ${new Date(lastEvidenceAt).toISOString()}: ask for that time or later, or leave asOf out for now.`,
  );
}
