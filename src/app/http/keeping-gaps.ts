import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { keepGapsOfToday } from '../../features/gap-history/keeping.service';
import { newKey } from '../../shared/ids';
import { requestContext, type Shared } from '../graphql/context';

const every = 600_000;

/** Keeps how gaps stand once a day, at the start too, until it is stopped; what fails is tried again later. */
export async function keepGapsDaily(shared: Shared, keepDays: number, logger: Logger): Promise<void> {
  const { stop } = shared.background;
  // A signal of its own: by it is known what rests (`inSpareTime`).
  const gone = AbortSignal.any([stop]);
  const database = shared.database.unhurried();
  while (!stop.aborted) {
    const context = requestContext(
      { ...shared, database },
      { id: newKey() },
      { role: 'admin', personKey: undefined },
      gone,
    );
    await keepGapsOfToday(context, keepDays).catch((error: unknown) => {
      if (!stop.aborted) logger.warn({ err: error }, 'the gaps of today could not be kept');
    });
    await delay(every, undefined, { signal: stop, ref: false }).catch(() => undefined);
  }
}
