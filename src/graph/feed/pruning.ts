import type { Database } from '../driver/database';
import { statement } from '../driver/statement';

const lanesAreFew = 'there are as many lanes as ever committed at a time';
/** So many changes of a lane go in one transaction. */
const mostOfLane = 1_000;

interface Due {
  readonly lane: string;
  /** The number of the last change of the lane that goes. */
  readonly to: number;
}

const DUE = statement<Due>(
  'feed.due',
  `MATCH (lane:Lane)
   CALL (lane) {
     MATCH (change:Change {lane: lane.id}) WHERE change.number > lane.pruned
     WITH change ORDER BY change.number LIMIT ${String(mostOfLane)}
     WITH min(CASE WHEN change.at >= timestamp() - $keep THEN change.number END) AS young, max(change.number) AS last
     RETURN coalesce(young - 1, last) AS to
   }
   WITH lane, to WHERE to > lane.pruned
   RETURN lane.id AS lane, toFloat(to) AS to ORDER BY lane`,
  lanesAreFew,
);

const MARK = statement(
  'feed.markPruned',
  `UNWIND $due AS one
   MATCH (lane:Lane {id: one.lane})
   SET lane.lock = 0
   SET lane.pruned = CASE WHEN lane.pruned < one.to THEN toInteger(one.to) ELSE lane.pruned END
   REMOVE lane.lock`,
);

const DELETE = statement<{ deleted: number }>(
  'feed.prune',
  `MATCH (lane:Lane)
   CALL (lane) {
     MATCH (change:Change {lane: lane.id}) WHERE change.number <= lane.pruned
     WITH change LIMIT ${String(mostOfLane)}
     DELETE change
     RETURN count(*) AS deleted
   }
   RETURN toFloat(sum(deleted)) AS deleted`,
  lanesAreFew,
);

/**
 * Deletes changes that were written longer ago than `keep`, milliseconds by the database's clock; gives how many. That they go is
 * said before they do: whoever has not read them finds it said. May be done by several processes at a time.
 */
export async function pruneFeed(database: Database, keep: number, stop?: AbortSignal): Promise<number> {
  let pruned = 0;
  for (;;) {
    const due = await database.query(DUE, { keep });
    if (due.length > 0) await database.idempotentTransaction((tx) => tx.query(MARK, { due }));
    const [row] = await database.idempotentTransaction((tx) => tx.query(DELETE));
    const deleted = row?.deleted ?? 0;
    pruned += deleted;
    if (stop?.aborted || (due.length === 0 && deleted === 0)) return pruned;
  }
}
