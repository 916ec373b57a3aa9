import type { Database } from '../../graph/database';
import { lockPeople } from '../people/people.store';
import { refold } from './fold.service';
import { peopleAfter } from './state.store';

export interface RebuildProgress {
  readonly people: number;
  /** People whose stored mastery was not what their evidence gives. */
  readonly differed: number;
}

const peopleAtOnce = 200;

/** Folds everybody anew from evidence, some people at a time, while others go on reading and writing. */
export async function rebuild(
  database: Database,
  onProgress: (progress: RebuildProgress) => void,
): Promise<RebuildProgress> {
  let progress: RebuildProgress = { people: 0, differed: 0 };
  let after = '';
  for (;;) {
    const people = await peopleAfter(database, after, peopleAtOnce);
    const last = people.at(-1);
    if (last === undefined) return progress;
    const differed = await database.transaction(async (tx) => refold(tx, await lockPeople(tx, people)));
    progress = { people: progress.people + people.length, differed: progress.differed + differed.length };
    onProgress(progress);
    after = last;
  }
}
