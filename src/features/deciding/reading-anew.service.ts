import type { Database } from '../../graph/driver/database';
import { Readings } from '../calibrations/readings';
import { forEveryPage } from '../mastery/everybody.store';
import { refold } from '../mastery/fold.service';
import { lockPeople } from '../people/people.store';
import type { RequestContext } from '../request/context';
import { answeredBy, areRead, unreadVersions } from './unread.store';

type Given = Pick<RequestContext, 'database' | 'counts' | 'background'>;

const peopleAtOnce = 200;

/**
 * Folds anew everybody who answered a question version that is read otherwise by now, some people at a time while others go
 * on reading and writing; resolves once it is done. What a stopped or killed process leaves is taken up by the next call.
 */
export async function readAnew({ database: given, counts, background }: Given): Promise<void> {
  // Nothing of it would stay, and everybody would be held until its end.
  if (given.isRehearsal) return;
  const database = given.until(undefined).unhurried();
  const unread = await unreadVersions(database);
  if (unread.length === 0) return;
  if (!(await waitForWriters(database, background.stop))) return;
  let readings = new Readings([]);
  const people = await answeredBy(database, unread);
  for (let from = 0; from < people.length; from += peopleAtOnce) {
    if (background.stop.aborted) return;
    const some = people.slice(from, from + peopleAtOnce);
    const refolded = await database.idempotentTransaction(async (tx) => {
      const locked = await lockPeople(tx, some);
      await refold(tx, locked, (inUse) => {
        if (!readings.isOf(inUse)) readings = new Readings(inUse);
        return readings;
      });
      return locked.length;
    });
    counts.refolded(refolded);
  }
  await database.idempotentTransaction((tx) => areRead(tx, unread));
}

/** Goes on in the background with what a stopped or killed server left to be read anew. */
export async function goOnReadingAnew(given: Given): Promise<void> {
  const { background, database } = given;
  if ((await unreadVersions(database)).length === 0) return;
  background.take(
    readAnew(given).catch((error: unknown) => {
      if (!background.stop.aborted) background.failed('reading anew', error);
    }),
  );
}

/**
 * Whoever moves a level holds its person, and reads questions after that: once each person was held for a moment, nobody is left
 * who read them as they were and is still to write. False where it was stopped.
 */
function waitForWriters(database: Database, stop: AbortSignal): Promise<boolean> {
  return forEveryPage(database, { atOnce: peopleAtOnce, stop }, async ({ people }) => {
    await database.idempotentTransaction((tx) => lockPeople(tx, people));
  });
}
