import type { Database } from '../../graph/driver/database';
import { lockPeople } from '../people/people.store';
import { clearStates, markCleared, nextToClear, retireFormer } from './clearing.store';
import { forEveryPage, type PageOfPeople } from '../mastery/everybody.store';

const peopleAtOnce = 500;

/**
 * Clears the states of calibrations that have no slot any more, some people at a time, and goes on where it was stopped.
 * People are locked: a writer that still took such a calibration for one in use has committed by then, and whoever locks
 * them later finds it is not.
 */
export async function clearFormerStates(database: Database, stop?: AbortSignal): Promise<void> {
  await database.transaction(retireFormer);
  for (let clearing; (clearing = await nextToClear(database));) {
    const cleared = clearing;
    const clear = ({ people, after }: PageOfPeople): Promise<void> =>
      database.transaction(async (tx) => {
        await clearStates(tx, cleared, await lockPeople(tx, people), after);
      });
    const { slot, after } = cleared;
    if (slot >= 0 && !(await forEveryPage(database, { after, atOnce: peopleAtOnce, stop }, clear))) return;
    await database.transaction((tx) => markCleared(tx, cleared));
  }
}
