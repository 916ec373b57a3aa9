import { byName, compareTexts } from '../../shared/name-order';
import type { RequirementRow } from '../request/plans';

/** Orders requirements by the name of the skill, then by level. */
export function byNeed(left: RequirementRow, right: RequirementRow): number {
  return (
    byName(skillOf(left), skillOf(right)) ||
    left.level - right.level ||
    compareTexts(left.requirement, right.requirement)
  );
}

function skillOf({ skillKey, skillSortName }: RequirementRow): { key: string; sortName: string } {
  return { key: skillKey, sortName: skillSortName };
}
