import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../../graph/driver/database';
import { pruneFeed } from '../../graph/feed/pruning';

const every = 600_000;

/** Prunes the feed of changes now and then, until it is stopped; what fails is tried again the next time. */
export async function pruneNowAndThen(
  opened: Database,
  keepHours: number,
  logger: Logger,
  stop: AbortSignal,
): Promise<void> {
  const database = opened.unhurried();
  while (!stop.aborted) {
    await pruneFeed(database, keepHours * 3_600_000, stop).catch((error: unknown) => {
      logger.warn({ err: error }, 'the feed of changes could not be pruned');
    });
    await delay(every, undefined, { signal: stop, ref: false }).catch(() => undefined);
  }
}
