import { Neo4jError, type SessionMode } from 'neo4j-driver';
import { DatabaseFullError, DatabaseUnavailableError, TimeoutError } from '../../shared/errors';

const unreachableCodes = new Set([
  'ServiceUnavailable',
  'SessionExpired',
  // Neo4j answers before it has opened its database.
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.TransientError.Database.DatabaseUnavailable',
]);

/** The database no longer answers on any connection: it is frozen, or the network lets nothing through. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError';
}

/** Whether no server answers, or none that has the database open. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof SilenceError || (error instanceof Neo4jError && unreachableCodes.has(error.code));
}

/**
 * Neo4j could not write to its transaction log, nearly always because its disk was full. Who met it is told by this
 * code; from then on it refuses everything, reads too, until it is started anew, and says so in these words.
 */
export function isCritical(error: unknown): boolean {
  return (
    error instanceof Neo4jError &&
    (error.code === 'Neo.DatabaseError.Transaction.TransactionLogError' ||
      error.message.startsWith('The database has encountered a critical error'))
  );
}

/** All connections were in use for too long: the driver gives this no code of its own. */
function isOutOfConnections(error: unknown): boolean {
  return error instanceof Neo4jError && error.message.startsWith('Connection acquisition timed out');
}

const timeoutCodes = new Set([
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
  'Neo.ClientError.Transaction.TransactionTimedOut',
  // Its time ran out while it waited for a lock, or while its rows were read.
  'Neo.ClientError.Transaction.LockClientStopped',
  'Neo.ClientError.Transaction.Terminated',
]);

function isTimeout(error: unknown): boolean {
  return error instanceof Neo4jError && timeoutCodes.has(error.code);
}

/** What is true of a transaction that was given no more time, by whether it was to write. */
const outOfTime = {
  WRITE: 'The database was given no more time for this transaction, and nothing of it was written',
  READ: 'The database was given no more time to read this; what a mutation wrote before its answer was read is written',
} as const;

/** Driver errors given the project's names; anything else comes back as it was. */
export function named(error: unknown, mode: SessionMode = 'WRITE'): unknown {
  if (isCritical(error)) {
    return new DatabaseFullError(
      'The database takes no requests, most likely because its disk is full: free some space there, or try again later.',
      { cause: error },
    );
  }
  if (isUnreachable(error) || isOutOfConnections(error)) {
    return new DatabaseUnavailableError('The database cannot be reached; try again in a moment.', {
      cause: error,
    });
  }
  if (isTimeout(error)) {
    return new TimeoutError(
      `${outOfTime[mode]}: ask for less at a time, or try again when less is going on.`,
      { cause: error },
    );
  }
  return error;
}

/** Another writer got there before the lock was granted: nothing is written, and the whole transaction is retried. */
export class LostRaceError extends Error {
  override readonly name = 'LostRaceError';
}

const lostRaceCodes = new Set([
  'Neo.ClientError.Schema.ConstraintValidationFailed',
  // What was matched before a lock was granted is gone: a person who was merged into another meanwhile.
  'Neo.ClientError.Statement.EntityNotFound',
]);

/**
 * Two writers met at a uniqueness constraint or a lock. Nothing was written; on a retry the loser sees the winner's
 * work. Neo4j does not call this transient, so the driver does not retry it by itself.
 */
export function isLostRace(error: unknown): boolean {
  return error instanceof LostRaceError || (error instanceof Neo4jError && lostRaceCodes.has(error.code));
}

/** Throws LostRaceError where fewer rows were written than there were items: one of them names what was deleted meanwhile. */
export function expectAll(written: number, items: number): void {
  if (written < items) throw new LostRaceError();
}
