import { percent } from '../../shared/percent';
import { counted } from '../../shared/words';
import type { Mastery } from './mastery.type';

/** A mastery in one plain sentence. */
export function summaryOfMastery(mastery: Mastery): string {
  const { person, skill, level, interval, answerCount, claimCount, onlyClaims, lastEvidenceAt } = mastery;
  const parts = [
    ...(onlyClaims ? [] : [counted(answerCount, 'answer')]),
    ...(claimCount > 0 ? [`${onlyClaims ? 'only ' : ''}${counted(claimCount, 'claim')}`] : []),
  ];
  const evidence = `${parts.join(' and ')}, the latest on ${lastEvidenceAt.toISOString().slice(0, 10)}`;
  return `${person.name} is expected to answer the reference question on ${skill.name} right with probability ${percent(level)} (90 % interval ${percent(interval.low)} to ${percent(interval.high)}), from ${evidence}.`;
}
