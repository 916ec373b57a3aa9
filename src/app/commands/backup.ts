import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { backup } from '../../graph/backup/backup';
import { version } from '../../../package.json';
import { fileOf, type Command } from './command';
import { sayWhereSlow } from './say';

/** Writes catalogue, calibrations and evidence to a file while others go on using them. */
export const backUp: Command = (words) => {
  const path = resolve(fileOf(words));
  return async ({ database }) => {
    const progress = sayWhereSlow();
    const { nodes } = await backup(database, path, version, (soFar) => {
      progress(`${String(soFar)} nodes read so far.`);
    });
    const { size } = await stat(path);
    process.stdout.write(`${String(nodes)} nodes are in ${path} (${String(size)} bytes).\n`);
  };
};
