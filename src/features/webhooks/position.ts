import type { Database } from '../../graph/driver/database';
import { changesAfter, type FeedPosition } from '../../graph/feed/changes-after';

/** Where the feed stands, as a webhook keeps how far it was told of it. */
export async function positionNow(database: Pick<Database, 'queryLatest'>): Promise<string> {
  const after = await changesAfter(database, undefined);
  if (!after) throw new Error('The feed does not say where it stands.');
  return keptPosition(after.position);
}

/** A position as it is kept: the same text for the same one, whatever the order of its lanes. */
export function keptPosition({ epoch, numbers }: FeedPosition): string {
  const ordered = Object.entries(numbers).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify({ epoch, numbers: Object.fromEntries(ordered) });
}

/** The position that is kept so. */
export function positionKept(kept: string): FeedPosition {
  return JSON.parse(kept) as FeedPosition;
}
