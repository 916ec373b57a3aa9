import { levelOf, type Level } from '../../estimators/level';
import type { Gaussian, ModelParameters } from '../../estimators/types';
import type { Person } from '../people/person.type';
import type { Skill } from '../skills/skill.type';
import { refuseEarlier } from './as-of';
import type { Mastery } from './mastery.type';
import { abilityAt, edgeColumns, latestBehind, type EdgeRow, type GeneralRow } from '../states/stored-state';

/** What the graph holds of one person in one skill. */
export interface StoredMastery {
  readonly general: GeneralRow;
  readonly edge: EdgeRow;
  readonly calibration: ModelParameters;
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;
}

/**
 * A mastery with what its level is computed from. Its figures are computed when they are first asked for; what could go
 * wrong with them was checked before.
 */
export class MasteryOnDate implements Mastery {
  private figures: Level | undefined;

  private constructor(
    readonly person: Person,
    readonly skill: Skill,
    private readonly stored: StoredMastery,
    /** Epoch milliseconds. */
    readonly asOf: number,
  ) {}

  /** Throws BadInputError where the date lies before what was already folded in. */
  static of(person: Person, skill: Skill, stored: StoredMastery, asOf: number, now: number): MasteryOnDate {
    refuseEarlier(asOf, latestBehind(stored.general, stored.edge), now);
    return new MasteryOnDate(person, skill, stored, asOf);
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

  get reference(): number {
    return this.stored.reference;
  }

  get answerCount(): number {
    return edgeColumns.fieldsOf(this.stored.edge).answers;
  }

  get claimCount(): number {
    return edgeColumns.fieldsOf(this.stored.edge).claims;
  }

  get onlyClaims(): boolean {
    return this.answerCount === 0;
  }

  get lastEvidenceAt(): Date {
    return new Date(edgeColumns.fieldsOf(this.stored.edge).lastEvidenceAt);
  }
}
