import { statement, type Queries } from '../../../graph/driver/statement';
import type { Reason } from '../profiles/reasons';
import { unread } from './waiting.store';

export interface GroupRow {
  readonly platform: string;
  readonly reason: Reason;
  readonly verb: string;
  readonly type: string | null;
  readonly activity: string;
  readonly count: number;
  readonly example: string;
}

const GROUPS = statement<GroupRow>(
  'statements.unmappedGroups',
  `MATCH (group:Unmapped)
   WHERE group.count > 0 AND ($platform IS NULL OR group.platform = $platform)
     AND ($reason IS NULL OR group.reason = $reason)
   RETURN group.platform AS platform, group.reason AS reason, group.verb AS verb, group.type AS type,
     group.activity AS activity, group.count AS count, group.example AS example
   ORDER BY group.count DESC, group.key LIMIT toInteger($limit)`,
);

/** The groups of statements that are no evidence, the most frequent first. */
export function unmappedGroups(
  queries: Queries,
  given: { readonly platform: string | null; readonly reason: string | null; readonly limit: number },
): Promise<GroupRow[]> {
  return queries.query(GROUPS, given);
}

const TOTALS = statement<{ unread: number; unmapped: number }>(
  'statements.unmappedTotals',
  `CALL {
     MATCH (statement:Statement) WHERE statement.waiting = $unread AND statement.seq > 0
     RETURN toFloat(count(statement)) AS unread
   }
   CALL {
     MATCH (group:Unmapped) WHERE group.count > 0
     RETURN toFloat(coalesce(sum(group.count), 0)) AS unmapped
   }
   RETURN unread, unmapped`,
);

export async function unmappedTotals(queries: Queries): Promise<{ unread: number; unmapped: number }> {
  return (await queries.query(TOTALS, { unread }))[0] ?? { unread: 0, unmapped: 0 };
}
