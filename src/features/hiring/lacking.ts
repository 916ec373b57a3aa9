import { byName } from '../../shared/name-order';
import { Withheld } from '../disclosure/withheld.type';
import type { GapReport, GapSupply } from '../gaps/gap.type';
import type { Requirement } from '../projects/requirement.type';

/** A requirement with what those assigned to its project supply. */
export interface RequiredGap {
  readonly requirement: Requirement;
  readonly supply: Pick<GapSupply, 'expectedShortfall' | 'coveredProbability' | 'unknown'>;
}

/** The requirements of a report whose figures the viewer is shown. */
export function shownGaps({ gaps }: GapReport): RequiredGap[] {
  return gaps.flatMap(({ requirement, supply, problem }) =>
    problem !== null || supply instanceof Withheld ? [] : [{ requirement, supply }],
  );
}

/** Whether it is more likely than not that a seat stays empty, by the probability from which a requirement is met. */
export function isLacking({ supply }: RequiredGap, meetsFrom: number): boolean {
  return supply.coveredProbability < meetsFrom;
}

/** So many people would fill the seats that are expected to stay empty. */
export function emptySeats({ expectedShortfall }: Pick<GapSupply, 'expectedShortfall'>): number {
  return Math.max(1, Math.round(expectedShortfall));
}

/** One for each skill, that of its highest level; those that lack most people first, then by name. */
export function bySkill(gaps: readonly RequiredGap[]): RequiredGap[] {
  const highest = new Map<string, RequiredGap>();
  for (const gap of gaps) {
    const { skill, level } = gap.requirement;
    if (level > (highest.get(skill.key)?.requirement.level ?? 0)) highest.set(skill.key, gap);
  }
  return [...highest.values()].sort(
    (one, other) =>
      other.supply.expectedShortfall - one.supply.expectedShortfall ||
      byName(one.requirement.skill, other.requirement.skill),
  );
}

const named = 3;

/** What a job is called: by its skills, and the project that it is for. */
export function titleOf(skills: readonly string[], project: string): string {
  const shown = skills.slice(0, named);
  const further = skills.length - shown.length;
  const last = further > 0 ? `${String(further)} more` : shown.pop();
  const listed = shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last ?? ''}`;
  return `${listed} for ${project}`;
}
