import { fewPeople, withheld } from '../disclosure/disclosure';
import { inWholeGroups } from '../disclosure/whole-fives';
import type { Withheld } from '../disclosure/withheld.type';
import type { BatchRead } from '../request/loaders';
import { capitalized, counted } from '../../shared/words';
import { visitCounts } from './content-visits';
import { peopleWhoReached, visitsOfContent, type Visited } from './content-visits.read';
import { PageReach, type VisitCounts } from './content-visits.type';

function countsOf(what: Visited): BatchRead<string, VisitCounts | Withheld, null> {
  return async ({ database, now, rules, gone }, keys) => {
    const visits = await visitsOfContent(database, what, keys, gone);
    return keys.map(
      (key) =>
        visitCounts(visits.get(key) ?? [], now, rules.leftAfter) ??
        withheld(`${capitalized(fewPeople)} people visited this ${what}: too few to say anything of.`),
    );
  };
}

export const visitCountsOfModule = countsOf('module');
export const visitCountsOfRevision = countsOf('revision');

/** How many people reached each page. */
export const reachOfPage: BatchRead<string, PageReach | Withheld, null> = async ({ database }, keys) => {
  const reached = await peopleWhoReached(database, keys);
  return keys.map((key) => {
    const people = inWholeGroups(reached.get(key) ?? 0);
    return people === 0
      ? withheld(`${capitalized(fewPeople)} people reached this page: too few to say anything of.`)
      : Object.assign(new PageReach(), {
          people,
          summary: `At least ${counted(people, 'person', 'people')} reached this page, counted in whole groups of five.`,
        });
  });
};
