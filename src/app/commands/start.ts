import type { Installation } from '../installation';
import { serve } from '../server';
import { untilStopped } from './until-stopped';

/** Serves the API until it is stopped. */
export async function start({ config, secret, database, logger }: Installation): Promise<void> {
  const stopped = untilStopped();
  const server = await serve(config, secret, database, logger);
  process.stdout.write(`Skillwake serves ${server.url}\n`);
  await stopped;
  await server.close();
}
