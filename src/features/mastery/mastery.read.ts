import { levelOf } from '../../estimators/level';
import { rasch } from '../../estimators/rasch';
import type { ModelParameters } from '../../estimators/types';
import { BadInputError } from '../../shared/errors';
import type { Person } from '../people/person.type';
import type { Skill } from '../skills/skill.type';
import type { EdgeRow } from './mastery.store';
import type { Mastery } from './mastery.type';

/** Stored state as it stands on a date. Throws BadInputError where the date lies before what was already folded in. */
export function masteryOf(
  person: Person,
  skill: Skill,
  { mean, variance, lastEvidenceAt, answers, reference }: EdgeRow,
  parameters: ModelParameters,
  asOf: number,
  now: number,
): Mastery {
  refuseEarlier(asOf, lastEvidenceAt, now);
  const belief = rasch.fade({ mean, variance, lastEvidenceAt }, asOf, parameters);
  const { level, low, high } = levelOf(belief, reference);
  return {
    asOf,
    person,
    skill,
    level,
    interval: { low, high },
    answers,
    lastEvidenceAt: new Date(lastEvidenceAt),
  };
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
