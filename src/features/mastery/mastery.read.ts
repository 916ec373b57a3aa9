import { levelOf, type Level } from '../../estimators/level';
import { rasch } from '../../estimators/rasch';
import type { ModelParameters, SkillState } from '../../estimators/types';
import { BadInputError } from '../../shared/errors';
import type { Person } from '../people/person.type';
import type { Skill } from '../skills/skill.type';
import type { EdgeColumns } from './mastery.store';
import { Mastery } from './mastery.type';

/**
 * The edge at this position as it stands on a date. Throws BadInputError where the date lies before what was already
 * folded in.
 */
export function masteryOf(
  person: Person,
  skill: Skill,
  columns: EdgeColumns,
  position: number,
  reference: number,
  asOf: number,
  now: number,
): Mastery {
  const state = {
    mean: columns.means[position] ?? NaN,
    variance: columns.variances[position] ?? NaN,
    lastEvidenceAt: columns.lastEvidenceAts[position] ?? NaN,
    answers: columns.answers[position] ?? NaN,
  };
  refuseEarlier(asOf, state.lastEvidenceAt, now);
  return new DerivedMastery(person, skill, asOf, state, columns, reference);
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
    private readonly state: SkillState,
    private readonly parameters: ModelParameters,
    private readonly reference: number,
  ) {
    super();
  }

  get level(): number {
    return this.interval.level;
  }

  get interval(): Level {
    return (this.figures ??= levelOf(rasch.fade(this.state, this.asOf, this.parameters), this.reference));
  }

  get answers(): number {
    return this.state.answers;
  }

  get lastEvidenceAt(): Date {
    return new Date(this.state.lastEvidenceAt);
  }
}

/** A mastery in one plain sentence. */
export function summaryOf({ person, skill, level, interval, answers, lastEvidenceAt }: Mastery): string {
  const evidence = `${String(answers)} answer${answers === 1 ? '' : 's'}, the latest on ${lastEvidenceAt.toISOString().slice(0, 10)}`;
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

export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
