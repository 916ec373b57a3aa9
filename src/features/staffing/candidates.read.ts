import { filterValues, FilteredQuestion } from '../../graph/nouns/list';
import type { RequestContext } from '../request/context';
import { calibrationInForce } from '../calibrations/calibration.store';
import { openPersonFilters } from '../people/people.list';
import type { WhatIf } from './what-if.service';
import type { TimeNeeded } from './who-is-free';

/** Among whom candidates are sought. */
export interface Among {
  readonly filterBy: object | null;
  readonly includeAssigned: boolean;
  /** What time they must have, as far as the viewer sees it; null where nothing is asked. */
  readonly freeFor: TimeNeeded | null;
  readonly whatIf: WhatIf;
  /** Whether those count alone whom the viewer sees. */
  readonly onlySeen: boolean;
}

const meetingFilters = new FilteredQuestion<{ at: number; people: string[] }>(
  { name: 'staffing.meetingFilters', filters: openPersonFilters },
  (conditions) => `${calibrationInForce}
   UNWIND range(0, size($skills) - 1) AS at
   UNWIND $skills[at] AS key
   MATCH (:Skill {id: key})<-[:HAS_SKILL {slot: slot}]-(person:Person)
   WHERE ${conditions}
   RETURN at, collect(DISTINCT person.id) AS people`,
);

const nobody: ReadonlySet<string> = new Set();

/**
 * Who meets what a client asks of the people, internal ids, for each of some lists of skills of those known in one of them;
 * undefined where nothing is asked.
 */
export async function peopleMeetingFilters(
  context: RequestContext,
  skills: readonly (readonly string[])[],
  filterBy: object | null | undefined,
): Promise<(at: number) => ReadonlySet<string> | undefined> {
  const filter = filterValues(openPersonFilters, filterBy);
  const conditions = Object.keys(filter);
  if (conditions.length === 0) return () => undefined;
  const rows = await context.database.query(meetingFilters.statement(conditions), {
    ...{ skills, filter, now: context.now },
    ...(await context.visible()),
  });
  const found = new Map(rows.map(({ at, people }) => [at, new Set(people)]));
  return (at) => found.get(at) ?? nobody;
}
