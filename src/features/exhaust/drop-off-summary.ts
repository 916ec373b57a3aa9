import { percent } from '../../shared/percent';
import { counted } from '../../shared/words';
import type { DropOffRate, StandOut } from './drop-off.type';
import { namedPage } from './pages-of-content';
import type { PageAsking } from './pages.read';

type Figures = Pick<DropOffRate, 'people' | 'left' | 'completed' | 'underWay' | 'rate' | 'low' | 'high'>;

export function dropOffSummary(
  { people, left, completed, underWay, rate, low, high }: Figures,
  worst: StandOut | undefined,
): string {
  const between =
    low === null || high === null ? '' : `, likely between ${percent(low)} and ${percent(high)}`;
  const where = worst ? ` ${worst.summary}` : '';
  return `${percent(rate)} leave before they complete it${between}: of ${counted(people, 'person', 'people')} ${String(left)} left, ${String(completed)} completed it and ${String(underWay)} are under way.${where}`;
}

interface Found {
  readonly left: number;
  readonly atRisk: number;
  readonly around: number;
}

export function standOutSummary(
  { left, atRisk, around }: Found,
  page: PageAsking | undefined,
  minute: number | null,
): string {
  const named = page ? namedPage(page) : '';
  const where =
    minute === null
      ? `on ${named}`
      : `in minute ${String(minute)}${page ? `, about when they are on ${named}` : ''}`;
  return `${String(left)} of ${counted(atRisk, 'person', 'people')} who came as far left ${where}; around it ${percent(around)} do.`;
}
