import { countShown, inWholeGroups, itemsShown } from '../disclosure/whole-fives';
import { counted } from '../../shared/words';
import { VisitCounts } from './content-visits.type';
import { stateOfVisit, VisitState, type Passage } from './visit-state';

/** A visit to some content, by whom. */
export interface VisitBy extends Passage {
  /** Internal id. */
  readonly person: string;
}

/**
 * How people fared, made of counts of people that only ever grow and lie within each other: those who completed it, those who
 * completed or left it, all of them. Each is shown in whole groups, and what is left between two of them is a difference of
 * what is shown: neither parts and their total nor figures of before and after say more. Undefined where there are too few.
 *
 * @param visits in the order in which they arrived
 */
export function visitCounts(
  visits: readonly VisitBy[],
  now: number,
  leftAfter: number,
): VisitCounts | undefined {
  const [people, settled, completed] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const visit of visits) {
    const state = stateOfVisit(visit, now, leftAfter);
    people.add(visit.person);
    if (state !== VisitState.UNDER_WAY) settled.add(visit.person);
    if (state === VisitState.COMPLETED) completed.add(visit.person);
  }
  const all = inWholeGroups(people.size);
  if (all === 0) return undefined;
  const counts = {
    people: all,
    visits: itemsShown(visits, ({ person }) => person).length,
    completed: countShown(completed.size),
    left: countShown(inWholeGroups(settled.size) - inWholeGroups(completed.size)),
    underWay: countShown(all - inWholeGroups(settled.size)),
  };
  return Object.assign(new VisitCounts(), { ...counts, summary: summaryOfVisitCounts(counts) });
}

function summaryOfVisitCounts(counts: Omit<VisitCounts, 'summary'>): string {
  const { people, visits, completed, left, underWay } = counts;
  const some = (count: number | null): string => (count === null ? 'fewer than 5' : String(count));
  return `At least ${counted(people, 'person', 'people')} made ${counted(visits, 'visit')}: about ${some(completed)} completed it, ${some(left)} left without, ${some(underWay)} are under way; all are counted in whole groups of five.`;
}
