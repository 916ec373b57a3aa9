import { statement } from '../../graph/driver/statement';
import { dateFilter } from '../../graph/nouns/noun-list';
import { OrderDirection, type Connection, type ListArguments } from '../../shared/connection';
import { ForbiddenError } from '../../shared/errors';
import { globalId } from '../../shared/ids';
import type { RequestContext } from '../request/context';
import { NodeList } from '../nouns/lists';
import { load, type BatchRead } from '../request/loaders';
import type { Need } from '../request/looks';
import { roleNames } from '../access/role.type';
import type { Role } from '../access/viewer';
import { accessNeeds, storedNeeds, type AccessLogEntry, type AccessNeed } from './access-log.type';
import type { Person } from './person.type';

interface LookRow {
  viewer: string | null;
  viewerName: string | null;
  viewerNow: string | null;
  role: Role;
  need: Need;
  operation: string | null;
  firstAt: number;
  lastAt: number;
  count: number;
}

const looksAtPeople = new NodeList<LookRow, AccessLogEntry>(
  {
    name: 'looks.ofPeople',
    nested: true,
    // Left to itself the planner goes through everybody's.
    match: 'MATCH (look:Look {person: parent}) USING INDEX SEEK look:Look(person, firstAt, id)',
    // Every look has both: said, that the index counts them too.
    where: ['look.firstAt IS NOT NULL', 'look.id IS NOT NULL'],
    filters: {
      needs: {
        where: 'look.need IN $filter.needs',
        value: (needs: readonly AccessNeed[]) => needs.map((need) => storedNeeds[need]),
      },
      since: dateFilter('look.lastAt >= $filter.since'),
    },
    // By the first and not by the last time, which moves: a page must stay where it is. As the index has them.
    orders: {
      FIRST_AT: [
        ['look.person', 'string'],
        ['look.firstAt', 'number'],
        ['look.id', 'string'],
      ],
    },
    columns: `head([(look)-[:MADE_BY]->(viewer:Person) | viewer.id]) AS viewerNow, look.viewer AS viewer,
            look.viewerName AS viewerName, look.role AS role, look.need AS need,
            look.operation AS operation, look.firstAt AS firstAt, look.lastAt AS lastAt, look.count AS count`,
  },
  () => ({
    nodeOf: ({ viewer, viewerNow, role, need, firstAt, lastAt, ...row }) => ({
      ...row,
      viewerKey: viewerNow,
      viewerId: viewer === null ? null : globalId('Person', viewer),
      role: roleNames[role],
      need: accessNeeds[need],
      firstAccessedAt: new Date(firstAt),
      lastAccessedAt: new Date(lastAt),
    }),
  }),
);

const MERGED_INTO = statement<{ person: string }>(
  'looks.mergedInto',
  `MATCH (merged:MergedId {key: $key})-[:IDENTIFIES]->(person:Person)
   USING INDEX SEEK merged:MergedId(key)
   WHERE merged.apart IS NULL
   RETURN person.id AS person`,
);

/** Who looked at a person's figures, newest first; throws ForbiddenError where the viewer is somebody else. */
export async function accessLogOf(
  context: RequestContext,
  person: Person,
  given: ListArguments,
): Promise<Connection<AccessLogEntry>> {
  if (!(await load(context, areViewer, person.key, null))) {
    throw new ForbiddenError('Only the person may see who looked at their figures.');
  }
  const newestFirst = { field: 'FIRST_AT', direction: OrderDirection.DESC };
  return looksAtPeople.pageUnder(context, person.key, { ...given, orderBy: newestFirst });
}

/**
 * Which people are the one behind the token: by the id that it names, or as whom others merged them into since. Whom
 * they merged with their own record they do not become, as far as looks go.
 */
export const areViewer: BatchRead<string, boolean, null> = async ({ viewer, database }, people) => {
  const own = viewer.personKey;
  if (own === undefined) return people.map(() => false);
  const isOther = people.some((key) => key !== own);
  const merged = isOther ? await database.query(MERGED_INTO, { key: own }) : [];
  return people.map((key) => key === own || merged.some(({ person }) => person === key));
};
