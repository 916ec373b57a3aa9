import { resolve } from 'node:path';
import { rebuild } from '../../features/switching/rebuild.service';
import { finishRestore, restore } from '../../graph/backup/restore';
import { fileOf, type Command } from './command';
import { sayWhereSlow } from './say';

/** Loads a backup into an empty database and folds everybody's mastery from the evidence in it. */
export const restoreBackup: Command = (words) => {
  const path = resolve(fileOf(words));
  return async ({ database }) => {
    const progress = sayWhereSlow();
    const { header, footer } = await restore(database, path, (done, of) => {
      progress(`${String(Math.floor((100 * done) / of))} % of the file loaded.`);
    });
    const { people } = await rebuild(database, ({ people: soFar }) => {
      progress(`${String(soFar)} people rebuilt so far.`);
    });
    await finishRestore(database);
    process.stdout.write(
      `${String(footer.nodes)} nodes of ${header.createdAt} are restored; the mastery of ${String(people)} people was computed from their evidence.\n`,
    );
  };
};
