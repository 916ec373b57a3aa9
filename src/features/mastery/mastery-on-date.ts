import { levelOf, type Level } from '../../estimators/level';
import type { Gaussian } from '../../estimators/types';
import type { Person } from '../people/person.type';
import type { KnownEdge } from '../request/states';
import type { Skill } from '../skills/skill.type';
import { refuseEarlier } from './as-of';
import type { Mastery } from './mastery.type';

/**
 * A mastery with what its level is computed from. Its figures are computed when they are first asked for; what could go
 * wrong with them was checked before.
 */
export class MasteryOnDate implements Mastery {
  private figures: Level | undefined;

  private constructor(
    readonly person: Person,
    readonly skill: Skill,
    private readonly known: KnownEdge,
    /** Difficulty of the skill's reference question, logits. */
    readonly reference: number,
    /** Epoch milliseconds. */
    readonly asOf: number,
  ) {}

  /** Throws BadInputError where the date, which is that of what is known, lies before what was already folded in. */
  static of(
    person: Person,
    skill: Skill,
    known: KnownEdge,
    reference: number,
    { asOf, now }: { readonly asOf: number; readonly now: number },
  ): MasteryOnDate {
    refuseEarlier(asOf, known.latest, now);
    return new MasteryOnDate(person, skill, known, reference, asOf);
  }

  get level(): number {
    return this.interval.level;
  }

  get interval(): Level {
    return (this.figures ??= levelOf(this.ability, this.reference));
  }

  get ability(): Gaussian {
    return this.known.ability;
  }

  get answerCount(): number {
    return this.known.answers;
  }

  get claimCount(): number {
    return this.known.claims;
  }

  get onlyClaims(): boolean {
    return this.answerCount === 0;
  }

  get lastEvidenceAt(): Date {
    return new Date(this.known.lastEvidenceAt);
  }
}
