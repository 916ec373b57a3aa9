import type { Database } from '../driver/database';
import { statement } from '../driver/statement';
import type { Change, ChangedIds } from './change';

/** So many changes of one lane are read at a time. */
const mostOfLane = 100;

/** How far somebody has read the feed. It can be kept and gone on with later, as JSON too. */
export interface FeedPosition {
  /** Another one after the graph was emptied or restored; null before anything changed. */
  readonly epoch: string | null;
  /** By lane, the number of the last change that was read. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** What came after a position. */
export interface ChangesAfter {
  readonly position: FeedPosition;
  /** Those of one lane in the order of their commits; of two lanes in none. */
  readonly changes: readonly Change[];
  /** Whether there are more of them than are read at a time: they come after the new position. */
  readonly isMore: boolean;
}

type ChangeRow = ChangedIds & Omit<Change, 'changed'>;

interface LaneRow {
  readonly epoch: string | null;
  readonly lane: string | null;
  readonly number: number;
  /** The number of the last change that was pruned. */
  readonly pruned: number;
  readonly changes: readonly ChangeRow[];
}

/** What a statement that asks for what changed of the catalogue gives besides. */
export interface CatalogueRow {
  readonly lanes: readonly LaneRow[];
}

/**
 * Cypher: the lanes with what came after $numbers, as `changes` with these properties. A change is found through its index, which
 * the database brings up once all else of its transaction can be read. The one feed is found by its label: a statement that
 * writes would hold the entry of its key.
 */
function lanesWith(properties: string): string {
  return `OPTIONAL MATCH (feed:Feed)
   OPTIONAL MATCH (lane:Lane)
   CALL (lane) {
     WITH lane, coalesce($numbers[lane.id], 0) AS seen
     WHERE $numbers IS NOT NULL AND lane.number > seen
     MATCH (change:Change {lane: lane.id}) WHERE change.number > seen
     WITH change ORDER BY change.number LIMIT ${String(mostOfLane)}
     RETURN collect(change {${properties}}) AS changes
   }`;
}

/** Why a statement may look at all lanes. */
export const lanesAreFew = 'there are as many lanes as ever committed at a time';

const AFTER = statement<LaneRow>(
  'feed.after',
  `${lanesWith('.*')}
   RETURN feed.epoch AS epoch, lane.id AS lane, lane.number AS number, lane.pruned AS pruned, changes`,
  lanesAreFew,
);

/** How a statement that has more to say gives what changed of the catalogue after a position. */
export const catalogueAfter = {
  /** Cypher: the column `lanes`, looked at after the column that it is given, which is not null. */
  cypher: (after: string) => `CALL (${after}) {
     WITH ${after} WHERE ${after} IS NOT NULL
     ${lanesWith('.lane, .number, .at, .catalogue')}
     RETURN collect({epoch: feed.epoch, lane: lane.id, number: lane.number, pruned: lane.pruned, changes: changes}) AS lanes
   }`,
  parameters: (position: FeedPosition | undefined) => ({ numbers: position?.numbers ?? null }),
  /** As changesAfter has it; where there was no position, where the feed stands. */
  of: (position: FeedPosition | undefined, { lanes }: CatalogueRow) => changesFound(position, lanes),
};

/**
 * What was committed after a position, each change once, whichever process wrote it; without a position, where the feed
 * stands. It begins after every commit that was acknowledged when it is called. Undefined where that cannot be said any
 * more, since the graph was emptied or restored, or changes pruned: whoever reads it begins anew. What a change names is
 * to be read by a statement that begins when this one has ended, over the same connections, which waits for the whole of
 * the transactions that this one saw something of.
 */
export async function changesAfter(
  database: Pick<Database, 'queryLatest'>,
  position: FeedPosition | undefined,
): Promise<ChangesAfter | undefined> {
  return changesFound(position, await database.queryLatest(AFTER, { numbers: position?.numbers ?? null }));
}

function changesFound(
  position: FeedPosition | undefined,
  rows: readonly LaneRow[],
): ChangesAfter | undefined {
  const epoch = rows[0]?.epoch ?? null;
  const lanes = new Map(rows.flatMap((row) => (row.lane === null ? [] : [[row.lane, row] as const])));
  if (position === undefined) {
    const numbers = Object.fromEntries([...lanes].map(([lane, { number }]) => [lane, number]));
    return { position: { epoch, numbers }, changes: [], isMore: false };
  }
  const isGone = Object.keys(position.numbers).some((lane) => !lanes.has(lane));
  if (epoch !== position.epoch || isGone) return undefined;
  const numbers: Record<string, number> = {};
  const changes: Change[] = [];
  let isMore = false;
  for (const [ofLane, row] of lanes) {
    const seen = position.numbers[ofLane] ?? 0;
    if (row.pruned > seen || row.number < seen) return undefined;
    let last = seen;
    for (const { lane, number, at, ...changed } of row.changes) {
      // The next ones of a transaction can be read a moment before this one.
      if (number !== last + 1) break;
      changes.push({ lane, number, at, changed });
      last = number;
    }
    numbers[ofLane] = last;
    isMore ||= row.changes.length === mostOfLane;
  }
  return { position: { epoch, numbers }, changes, isMore };
}
