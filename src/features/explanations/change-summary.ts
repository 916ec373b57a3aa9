import { ClaimKind } from '../evidence/claim.type';
import { percent, points } from '../../shared/percent';
import { MasteryChangeKind } from './explanation.type';
import type { Change } from './trace';

const claimants: Readonly<Record<ClaimKind, string>> = {
  [ClaimKind.SELF]: 'The person',
  [ClaimKind.PEER]: 'A peer',
  [ClaimKind.LEAD]: 'A lead',
  [ClaimKind.CREDENTIAL]: 'A credential',
};

/** "raised the level by 3.1 points" */
export function movedBy(change: number): string {
  return `${change >= 0 ? 'raised' : 'lowered'} the level by ${points(Math.abs(change))} points`;
}

/** One thing that moved a level, in one plain sentence. */
export function summaryOfChange({ kind, change, answer, claim }: Change): string {
  const moved = movedBy(change);
  if (claim) return `${claimants[claim.kind]} stated ${percent(claim.level)}, which ${moved}.`;
  if (!answer) return `Time without evidence made the level less certain and ${moved}.`;
  const { score, expected, doubted, rescored, seenBefore, ofLearning } = answer;
  const happened = `scored ${percent(score)}${rescored ? ', by the key that was decided on since,' : ''} where ${percent(expected)} was expected`;
  const why = [
    ...(doubted ? ['a problem of its question is open'] : []),
    ...(seenBefore
      ? ['its question was answered before, and to remember one question is not to know the skill']
      : []),
  ];
  const less = why.length > 0 ? `, counting less since ${why.join(' and since ')}` : '';
  const against = change * (score - expected) < 0;
  if (kind === MasteryChangeKind.RELATED_ANSWER) {
    const through = against
      ? 'in the opposite direction, since it is attributed to those skills and not to ability in general'
      : `through what it says about ability in general${ofLearning ? ' and how fast practice teaches the person' : ''}`;
    return `An answer on other skills ${happened}, and ${moved}, ${through}${less}.`;
  }
  const contrary = against
    ? ', in the opposite direction: practice, or another skill of the question, explains it'
    : '';
  return `An answer ${happened}, and ${moved}${contrary}${less}.`;
}
