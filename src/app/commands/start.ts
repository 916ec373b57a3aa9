import { serve } from '../http/server';
import { optionsOf, type Command } from './command';
import { untilStopped } from './until-stopped';

/** Serves the API until it is stopped. */
export const start: Command = (words) => {
  optionsOf(words, {}, 'no arguments except --help');
  return async ({ config, secret, database, logger }) => {
    const stopped = untilStopped();
    const server = await serve(config, secret, database, logger);
    process.stdout.write(`Skillwake serves ${server.url}\n`);
    await stopped;
    await server.close();
  };
};
