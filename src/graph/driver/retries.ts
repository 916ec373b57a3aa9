import { setTimeout as delay } from 'node:timers/promises';
import neo4j, { Neo4jError, type SessionMode } from 'neo4j-driver';
import { OverloadedError } from '../../shared/errors';
import type { ConnectionProbe } from './connection-probe';
import { isLostRace, isUnreachable, named } from './errors';

/** How long work is retried after conflicts with other writers, and since the database last answered, milliseconds. */
const retryConflictsFor = 15_000;
const retryUnreachableFor = 3_000;
/**
 * How often work that lost a race over a unique id is retried: at once the first time, for the winner is done, then after pauses
 * that begin this short, milliseconds, and double.
 */
const mostLostRaces = 10;
const shortestRacePause = 5;
const conflicting =
  'Too many write to the same people or nouns at a time; nothing of this was done: ask again in a moment.';
const shortestPause = 100;
const longestPause = 1_600;

/**
 * Retries what is safe to repeat: after a lost race at once, after a deadlock or further lost races for longer. The first to find the database
 * unreachable retries for the few seconds that a restart may take; from then on all others try once, until one succeeds.
 * Where a connection breaks while work commits, nobody knows what came of it: it is asked about for those seconds from then on,
 * however long the COMMIT took until then and whoever else finds the database unreachable, within the time that the work has.
 * Throws what remains under the project's own names.
 * @param attempt is given what to call where its COMMIT is cut off
 * @param timeLimit milliseconds; 0 for as long as it takes
 */
export async function withRetries<Result>(
  probe: ConnectionProbe,
  mode: SessionMode,
  attempt: (cutOff: () => void) => Promise<Result>,
  timeLimit: number,
): Promise<Result> {
  const begun = performance.now();
  let cutOffAt = -Infinity;
  const cutOff = (): void => {
    cutOffAt = performance.now();
  };
  let lostRaces = 0;
  for (let pause = shortestPause; ; pause = Math.min(2 * pause, longestPause)) {
    try {
      const result = await attempt(cutOff);
      probe.unreachable = false;
      return result;
    } catch (error) {
      const failed = performance.now();
      const waited = failed - begun;
      if (isUnreachable(error)) {
        const isLate = timeLimit > 0 && waited >= timeLimit && cutOffAt > begun;
        if (isLate) throw named(error);
        if (failed - cutOffAt > retryUnreachableFor) {
          // Long work whose connection breaks is repeated too: until then the database was there.
          probe.unreachable ||= failed - Math.max(begun, probe.heardAt) > retryUnreachableFor;
          if (probe.unreachable) throw named(error);
        }
      } else {
        if (error instanceof Neo4jError) probe.unreachable = false;
        if (isLostRace(error) && lostRaces < mostLostRaces) {
          if (lostRaces++ > 0) await randomly(shortestRacePause * 2 ** (lostRaces - 2));
          continue;
        }
        if (!isRetryable(error) || waited > retryConflictsFor) throw afterRetries(error, mode);
      }
      await randomly(pause);
    }
  }
}

/** What is thrown of an error once it is not retried any more. */
function afterRetries(error: unknown, mode: SessionMode): unknown {
  const known = named(error, mode);
  return known === error && (isRetryable(error) || isLostRace(error))
    ? new OverloadedError(conflicting, { cause: error })
    : known;
}

/** A pause of random length, so that transactions that met in a conflict do not meet again. */
function randomly(pause: number): Promise<void> {
  return delay(pause * (0.5 + Math.random()));
}

function isRetryable(error: unknown): boolean {
  return error instanceof Error && neo4j.isRetryableError(error);
}
