import { percent } from '../../shared/percent';
import { counted } from '../../shared/words';

interface Gained {
  readonly people: number;
  readonly gain: number;
  readonly low: number;
  readonly high: number;
}

/** Whether answers show that people learned, in plain words. */
function verdict({ gain, low, high }: Gained): string {
  if (low > 0) return 'it is safe to say that they learned';
  if (high < 0) return 'it is safe to say that they did worse afterwards';
  return gain > 0 ? 'that may be chance' : 'nothing shows that they learned';
}

export function summaryOfSkillGain(
  skill: string,
  figures: Gained & { readonly levelBefore: number; readonly levelAfter: number },
): string {
  const { people, levelBefore, levelAfter } = figures;
  return `From ${percent(levelBefore)} to ${percent(levelAfter)} in ${skill}, by ${counted(people, 'person', 'people')} who answered before and after: ${verdict(figures)}.`;
}

export function summaryOfGain(
  figures: Gained & { readonly hours: number | null; readonly assignedAtRandom: boolean },
): string {
  const { people, gain, hours, assignedAtRandom } = figures;
  const compared = assignedAtRandom
    ? 'Chance decided who took it and who the revision before, so that the two can be compared.'
    : 'That is corrected by what they began with, and not compared with people whom chance gave something else.';
  const odds = Math.exp(Math.abs(gain)).toFixed(1);
  const time = hours === null ? '' : ` in about ${hours.toFixed(1)} hours`;
  return `${counted(people, 'person', 'people')} answered before and after${time}: the odds of a right answer ${gain >= 0 ? 'rose' : 'fell'} ${odds}-fold; ${verdict(figures)}. ${compared}`;
}
