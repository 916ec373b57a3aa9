import { rebuild } from '../../features/switching/rebuild.service';
import { optionsOf, type Command } from './command';
import { count, showProgress } from './progress';
import { stopSignal } from './until-stopped';

const options = { 'from-start': { type: 'boolean', default: false } } as const;

/**
 * Folds everybody's mastery again from evidence and reports for how many it differed from what was stored. Goes on where a
 * rebuild was stopped or killed; exit code 1 where it was stopped.
 */
export const rebuildMastery: Command = (words) => {
  const given = optionsOf(words, options, '--from-start');
  return async ({ database }) => {
    const stop = stopSignal();
    const progress = showProgress('people');
    const { people, differed } = await rebuild(
      database,
      ({ people: done, total }) => {
        progress.update({ done, total, items: done });
      },
      { place: given['from-start'] ? 'anew' : 'resumed', stop },
    ).finally(() => {
      progress.end();
    });
    const told = `${count(people)} people rebuilt; the stored mastery of ${count(differed)} differed from their evidence.`;
    if (!stop.aborted) {
      process.stdout.write(`${told}\n`);
      return 0;
    }
    process.stdout.write(`Stopped: ${told} Run it again to continue from there.\n`);
    return 1;
  };
};
