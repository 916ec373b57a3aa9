import type { Database } from '../../graph/driver/database';
import { lockPeople } from '../people/people.store';
import { refold } from '../mastery/fold.service';
import { Readings } from '../calibrations/readings';
import { forgetRebuild, noteRebuild, rebuildPlace } from './rebuild.store';
import { forEveryPage, numberOfPeople } from '../mastery/everybody.store';

export interface RebuildProgress {
  readonly people: number;
  /** People whose stored mastery was not what their evidence gives. */
  readonly differed: number;
  /** How many people there are. */
  readonly total: number;
}

export interface RebuildOptions {
  /**
   * Whether the place is kept in the graph as it goes on: 'resumed' goes on where the last one was stopped, 'anew' begins
   * again. Left out, no place is kept.
   */
  readonly place?: 'resumed' | 'anew';
  /** Stops between two transactions. */
  readonly stop?: AbortSignal;
}

const peopleAtOnce = 200;
const start = { after: '', people: 0, differed: 0 };

/**
 * Folds everybody anew from evidence, some people at a time, while others go on reading and writing, and with every
 * calibration in use: states that are still being built are left to whoever builds them.
 */
export async function rebuild(
  database: Database,
  onProgress: (progress: RebuildProgress) => void,
  { place: kept, stop }: RebuildOptions = {},
): Promise<RebuildProgress> {
  const total = await numberOfPeople(database);
  let readings = new Readings([]);
  let place = (kept === 'resumed' ? await rebuildPlace(database) : undefined) ?? start;
  const progress = (): RebuildProgress => {
    const { people, differed } = place;
    return { people, differed, total: Math.max(total, people) };
  };
  const walk = { after: place.after, atOnce: peopleAtOnce, stop };
  const isDone = await forEveryPage(database, walk, async ({ people, after }) => {
    const before = place;
    place = await database.transaction(async (tx) => {
      const differed = await refold(tx, await lockPeople(tx, people), (inUse) => {
        if (!readings.isOf(inUse)) readings = new Readings(inUse);
        return readings;
      });
      const next = {
        after,
        people: before.people + people.length,
        differed: before.differed + differed.length,
      };
      if (kept) await noteRebuild(tx, next);
      return next;
    });
    onProgress(progress());
  });
  if (isDone && kept) await database.transaction(forgetRebuild);
  return progress();
}
