import { setTimeout as delay } from 'node:timers/promises';
import neo4j, { Neo4jError } from 'neo4j-driver';
import { isLostRace, isUnreachable, named } from './errors';
import type { Presence } from './connection-probe';

/** How long work is repeated that met other writers, and how long where nobody answers, milliseconds. */
const patienceWithWriters = 15_000;
const patienceWithSilence = 3_000;
/** How often work that lost a race over a unique id is repeated before the error is shown. */
const raceRepeats = 5;
const shortestPause = 100;
const longestPause = 1_600;

/**
 * Repeats what is safe to repeat: after a lost race at once, after a deadlock for long. Who finds the database gone
 * tries for a few seconds, which a restart may take; from then on everybody tries once, until one of them is answered.
 * Throws what is left under the project's names.
 */
export async function repeating<Result>(presence: Presence, attempt: () => Promise<Result>): Promise<Result> {
  const begun = Date.now();
  let races = 0;
  for (let pause = shortestPause; ; pause = Math.min(2 * pause, longestPause)) {
    try {
      const result = await attempt();
      presence.gone = false;
      return result;
    } catch (error) {
      const waited = Date.now() - begun;
      if (isUnreachable(error)) {
        presence.gone ||= waited > patienceWithSilence;
        if (presence.gone) throw named(error);
      } else {
        if (error instanceof Neo4jError) presence.gone = false;
        if (isLostRace(error) && races++ < raceRepeats) continue;
        if (!isRetryable(error) || waited > patienceWithWriters) throw named(error);
      }
      // Those who met each other must not meet again.
      await delay(pause * (0.5 + Math.random()));
    }
  }
}

function isRetryable(error: unknown): boolean {
  return error instanceof Error && neo4j.isRetryableError(error);
}
