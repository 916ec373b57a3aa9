import { compareTexts } from '../../shared/name-order';
import type { RequirementRow } from '../request/plans';

/** Orders requirements by the name of the skill, then by level. */
export function byNeed(left: RequirementRow, right: RequirementRow): number {
  return (
    compareTexts(left.skillSortName, right.skillSortName) ||
    compareTexts(left.skillKey, right.skillKey) ||
    left.level - right.level ||
    compareTexts(left.requirement, right.requirement)
  );
}
