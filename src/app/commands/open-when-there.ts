import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../../shared/config';
import { DatabaseUnavailableError } from '../../shared/errors';
import { serveWaiting } from '../http/waiting-server';
import { loggerOf, openInstallation, type Installation } from '../installation';
import { say } from './say';
import { stopSignal } from './until-stopped';

const pause = 1_000;

/**
 * Opens the installation as soon as its database is there, and until then answers at the API's address that it is not:
 * machines that start together need no order. Undefined where a stop was asked for before.
 */
export async function openWhenThere(config: Config): Promise<Installation | undefined> {
  const waiting = await serveWaiting(config, loggerOf(config));
  // What starts a database of its own may be cut short at any time, as by default.
  const stop = config.NEO4J_URI === undefined ? new AbortController().signal : stopSignal();
  try {
    for (let said = false; !stop.aborted; said = true) {
      try {
        return await openInstallation(config, say);
      } catch (error) {
        if (!(error instanceof DatabaseUnavailableError)) throw error;
        if (!said) say(`${error.message} The API waits for it.`);
        await delay(pause, undefined, { signal: stop }).catch(() => undefined);
      }
    }
    return undefined;
  } finally {
    await waiting.close();
  }
}
