import { longestPage } from '../../shared/page';
import type { Withheld } from '../disclosure/withheld.type';
import { GapReport } from './gap.type';

export const firstDescription = `How many gaps to list, the most severe ones, up to ${String(longestPage)}; the other figures are of all.`;

/** With so many of its gaps at most, where it is not withheld. */
export function shortened(report: GapReport | Withheld, first: number): GapReport | Withheld {
  if (!(report instanceof GapReport) || report.gaps.length <= first) return report;
  return Object.assign(new GapReport(), report, { gaps: report.gaps.slice(0, first) });
}
