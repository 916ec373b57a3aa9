import { statement, type Queries } from '../driver/statement';

const BEGIN = statement('feed.beginEpoch', `MERGE (feed:Feed {one: 1}) SET feed.epoch = randomUUID()`);

/** Lets everybody who reads the feed begin anew: what changes the graph without saying what has changed all of it. */
export async function beginEpoch(tx: Queries): Promise<void> {
  await tx.query(BEGIN);
}
