import { step } from '../../estimators/fold';
import { expectedLevel, levelOf, type Level } from '../../estimators/level';
import { countsLess } from '../../estimators/memory';
import { abilityOn, newPerson, type PersonState } from '../../estimators/person-state';
import type { Gaussian } from '../../estimators/types';
import type { ClaimKind } from '../evidence/claim.type';
import type { AnswerBehind, EvidenceItem } from '../mastery/evidence-items';
import type { Folding } from './folding';
import { MasteryChangeKind } from './explanation.type';
import { dayOf } from '../states/stored-state';

/** A change of a level before its question is looked up. */
export interface Change {
  readonly kind: MasteryChangeKind;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly change: number;
  /** Evidence id; absent for fading. */
  readonly id?: string;
  readonly answer?: AnswerBehind & {
    readonly expected: number;
    /** Whether it counted less, since its question had been answered before. */
    readonly seenBefore: boolean;
    /** Whether it says something of how fast practice teaches the person, too. */
    readonly ofLearning: boolean;
  };
  readonly claim?: { readonly kind: ClaimKind; readonly level: number };
}

/** A level in one skill, followed along the fold of the evidence behind it. */
export class LevelTrace {
  private readonly person: PersonState;
  private at = 0;
  /** At the moment that was come to. */
  level: number;

  constructor(private readonly folding: Omit<Folding, 'items'>) {
    this.person = newPerson(folding.calibration);
    this.level = expectedLevel(this.ability, folding.reference);
  }

  /** The sitting that the last answer belongs to, by its place among the person's. */
  get sitting(): number {
    return this.person.sittings;
  }

  get answers(): number {
    return this.person.skills.get(this.folding.skill)?.answers ?? 0;
  }

  get claims(): number {
    return this.person.skills.get(this.folding.skill)?.claims ?? 0;
  }

  /** With its interval. */
  get range(): Level {
    return levelOf(this.ability, this.folding.reference);
  }

  /** Comes to a moment, with nothing happening until then; gives what that did to the level. */
  fadeTo(at: number): number {
    this.at = at;
    return this.moved();
  }

  /**
   * Folds in an item of the moment that was come to. Undefined for a claim on another skill, which leaves this one's level
   * as it is, bit for bit.
   */
  take(item: EvidenceItem): Change | undefined {
    const { skill, calibration } = this.folding;
    const seenBefore = item.answered ? countsLess(this.person, item.answered, calibration) : false;
    const expected = step(this.person, item, calibration)?.probability ?? NaN;
    const change = this.moved();
    const { at, id, answer, claim, answered } = item;
    if (answer && answered) {
      const isOnSkill = Array.from(answered.skills).includes(skill);
      const kind = isOnSkill ? MasteryChangeKind.ANSWER : MasteryChangeKind.RELATED_ANSWER;
      const ofLearning = calibration.gainVariance > 0;
      return { kind, at, change, id, answer: { ...answer, expected, seenBefore, ofLearning } };
    }
    return claim?.skill === skill ? { kind: MasteryChangeKind.CLAIM, at, change, id, claim } : undefined;
  }

  private get ability(): Gaussian {
    const { skill, calibration } = this.folding;
    return abilityOn(this.person, this.person.skills.get(skill), dayOf(this.at), calibration);
  }

  private moved(): number {
    const before = this.level;
    this.level = expectedLevel(this.ability, this.folding.reference);
    return this.level - before;
  }
}
