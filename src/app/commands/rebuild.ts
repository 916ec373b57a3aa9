import { rebuild } from '../../features/mastery/rebuild.service';
import { optionsOf, type Command } from './command';
import { sayWhereSlow } from './say';

/** Folds everybody's mastery anew from evidence and says for how many it differed from what was stored. */
export const rebuildMastery: Command = (words) => {
  optionsOf(words, {}, 'no words');
  return async ({ database }) => {
    const progress = sayWhereSlow();
    const { people, differed } = await rebuild(database, ({ people: soFar }) => {
      progress(`${String(soFar)} people rebuilt so far.`);
    });
    process.stdout.write(
      `${String(people)} people rebuilt; the stored mastery of ${String(differed)} differed from their evidence.\n`,
    );
  };
};
