import { newKey } from '../../shared/ids';
import { isUnreachable } from '../driver/errors';
import { statement, type Queries } from '../driver/statement';
import type { SaidChanges } from './said-changes';

/** How long a lane rests before another process takes it, milliseconds by the database's clock: longer than work has time. */
const freeAfter = 600_000;
/** How long one rests before its process leaves it to others, milliseconds. */
const leftAfter = 300_000;

const FREE = statement<{ lane: string }>(
  'feed.freeLanes',
  `MATCH (lane:Lane) WHERE lane.usedAt < timestamp() - $freeAfter RETURN lane.id AS lane`,
  'there are as many as ever committed at a time',
);

/**
 * The first thing done to a lane locks it, so that its number is read once nobody else counts on. Where a lane counts less far
 * than is known of it, somebody has emptied the graph: the feed is then another.
 */
const SAY = statement<{ number: number }>(
  'feed.say',
  `MERGE (lane:Lane {id: $lane})
   ON CREATE SET lane.number = 0, lane.pruned = 0
   SET lane.usedAt = timestamp()
   FOREACH (_ IN CASE WHEN lane.number = 0 OR lane.number < $known THEN [1] ELSE [] END |
     MERGE (feed:Feed {one: 1})
     SET feed.epoch = CASE WHEN feed.epoch IS NULL OR lane.number < $known THEN randomUUID() ELSE feed.epoch END)
   WITH lane, lane.number AS before
   SET lane.number = before + size($parts)
   WITH lane, before
   UNWIND range(1, size($parts)) AS place
   CREATE (change:Change)
   SET change = $parts[place - 1], change.lane = lane.id, change.number = before + place, change.at = timestamp()
   RETURN toFloat(max(change.number)) AS number`,
);

interface Lane {
  readonly id: string;
  /** The number of the last change that this process said in it. */
  number: number | undefined;
  /** When it was last committed in, by performance.now(). */
  usedAt: number;
}

/**
 * The lanes in which a process says what it changes. Each is one transaction's from its last statement to the end of its
 * commit, so that none waits for another; there are as many as commit at a time, which is fewer than connections. That
 * a lane belongs to one process only keeps it from waiting: the lock in the database keeps the numbers in order whoever counts.
 */
export class Lanes {
  /** Those that nobody commits in, the one used last at the end. */
  private resting: Lane[] = [];
  private readonly taken = new Set<string>();

  /** Says what a transaction changes, as the last of it, and commits. */
  async commitSaying(tx: Queries, said: SaidChanges, commit: () => Promise<void>): Promise<void> {
    const parts = said.parts();
    if (parts.length === 0) {
      await commit();
      return;
    }
    const lane = this.rested() ?? (await this.another(tx));
    try {
      const [row] = await tx.query(SAY, { lane: lane.id, known: lane.number ?? 0, parts });
      const number = row?.number ?? 0;
      await commit();
      const expected = lane.number === undefined ? number : lane.number + parts.length;
      // The graph was emptied: what is known of the others is no longer so.
      if (number < expected) this.resting = [];
      // Where another process counts in it too, it is left to that.
      if (number === expected) this.resting.push({ id: lane.id, number, usedAt: performance.now() });
    } catch (error) {
      // Of a transaction that was cut off the database may hold the lane still.
      if (!isUnreachable(error)) this.resting.push(lane);
      throw error;
    } finally {
      this.taken.delete(lane.id);
    }
  }

  private rested(): Lane | undefined {
    const lane = this.resting.pop();
    if (lane && lane.usedAt > performance.now() - leftAfter) {
      this.taken.add(lane.id);
      return lane;
    }
    // Those below have rested for longer.
    this.resting = [];
    return undefined;
  }

  /** One that its process left, or a new one. */
  private async another(tx: Queries): Promise<Lane> {
    const rows = await tx.query(FREE, { freeAfter });
    const own = new Set([...this.taken, ...this.resting.map(({ id }) => id)]);
    const free = rows.find(({ lane }) => !own.has(lane));
    const id = free?.lane ?? newKey();
    // At once, for others look at the same time.
    this.taken.add(id);
    return { id, number: undefined, usedAt: performance.now() };
  }
}
