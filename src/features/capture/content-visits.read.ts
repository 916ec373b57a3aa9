import { statement, type Queries } from '../../graph/driver/statement';
import { mapInSlices } from '../../shared/slices';
import type { VisitBy } from './content-visits';
import { latestViewsOf } from './passage.store';

/** What visits are counted of. */
export type Visited = 'module' | 'revision';

type VisitColumns = readonly [
  person: string,
  startedAt: number | null,
  completedAt: number | null,
  endedAt: number | null,
  latest: readonly [openedAt: number | null, seenUntil: number | null],
];

function visitsOf(name: string, match: string) {
  return statement<{ key: string; visits: VisitColumns[] }>(
    name,
    `UNWIND $keys AS key
     CALL (key) {
       MATCH ${match}<-[:OF]-(visit:Visit)-[:TAKEN_BY]->(person:Person)
       WHERE NOT visit.withdrawn
       WITH person, visit, ${latestViewsOf('visit')} AS latest ORDER BY visit.recordedAt, visit.id
       RETURN collect([person.id, visit.at, visit.completedAt, visit.endedAt, latest]) AS visits
     }
     RETURN key, visits`,
  );
}

const VISITS_OF: Readonly<Record<Visited, ReturnType<typeof visitsOf>>> = {
  module: visitsOf('contentVisits.ofModules', '(:Module {id: key})-[:HAS_REVISION]->(:Revision)'),
  revision: visitsOf('contentVisits.ofRevisions', '(:Revision {id: key})'),
};

/** Visits that were not withdrawn, in the order in which they arrived, by internal id of what was visited. */
export async function visitsOfContent(
  queries: Queries,
  what: Visited,
  keys: readonly string[],
  gone: AbortSignal,
): Promise<Map<string, VisitBy[]>> {
  const found = new Map<string, VisitBy[]>();
  for (const { key, visits } of await queries.query(VISITS_OF[what], { keys })) {
    const visitBy = ([
      person,
      startedAt,
      completedAt,
      endedAt,
      [openedAt, seenUntil],
    ]: VisitColumns): VisitBy => ({
      person,
      startedAt,
      completedAt,
      endedAt,
      openedAt,
      seenUntil,
    });
    found.set(key, await mapInSlices(visits, visitBy, gone));
  }
  return found;
}

const REACHED = statement<{ key: string; people: number }>(
  'contentVisits.reached',
  `UNWIND $keys AS key
   MATCH (page:Page {id: key})
   RETURN key, COUNT {
     MATCH (page)<-[:OF]-(view:PageView|VideoView)-[:DURING]->(visit:Visit)-[:TAKEN_BY]->(person:Person)
     WHERE NOT view.withdrawn AND NOT visit.withdrawn
     RETURN DISTINCT person } AS people`,
);

/** How many people opened each page, by internal id. */
export async function peopleWhoReached(
  queries: Queries,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const rows = await queries.query(REACHED, { keys });
  return new Map(rows.map(({ key, people }) => [key, people]));
}
