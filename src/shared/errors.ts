/**
 * What can go wrong, as a closed list. A domain error says what is wrong and the way out in one sentence;
 * GraphQL codes are given to it in app/graphql/format-error.ts only. Throw a leaf, never SkillwakeError itself.
 */
export abstract class SkillwakeError extends Error {
  /** A stable word for programs, in capitals; the message is for people. */
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The request itself is malformed in a way no single item can carry. */
export class BadInputError extends SkillwakeError {
  readonly code = 'BAD_INPUT';
}

/** What limits a request, as clients read it in an error's extensions. */
export type LimitName =
  'aliases' | 'answer' | 'body' | 'cost' | 'depth' | 'directives' | 'nesting' | 'tokens';

/** The request asks for more than a limit allows; nothing of it was done. */
export class LimitError extends SkillwakeError {
  readonly code = 'LIMIT_EXCEEDED';

  constructor(
    readonly limit: LimitName,
    readonly most: number,
    /** What there are at most so many of, and what to do instead: for people. */
    what: string,
    wayOut: string,
  ) {
    super(`At most ${String(most)} ${what}: ${wayOut}.`);
  }
}

/** No token, or one that does not hold. */
export class UnauthenticatedError extends SkillwakeError {
  readonly code = 'UNAUTHENTICATED';
}

/** The viewer's role, or the rows it covers, do not reach this. */
export class ForbiddenError extends SkillwakeError {
  readonly code = 'FORBIDDEN';
}

/** What is asked for cannot go on beside something else that is going on; nothing of it was done. */
export class ConflictError extends SkillwakeError {
  readonly code = 'CONFLICT';
}

/** The installation cannot start or go on as configured; the message names the way out. */
export class InstallationError extends SkillwakeError {
  readonly code = 'INSTALLATION';
}

/** The database cannot be reached or did not answer in time. */
export class DatabaseUnavailableError extends SkillwakeError {
  readonly code: string = 'DATABASE_UNAVAILABLE';
}

/** The database takes no requests until there is room on its disk and it was started anew. */
export class DatabaseFullError extends DatabaseUnavailableError {
  override readonly code = 'DATABASE_FULL';
}

/** The database needed more time than a transaction may take; nothing of that transaction was written. */
export class TimeoutError extends SkillwakeError {
  readonly code = 'TIMEOUT';
}

/** More requests at a time than are taken on; nothing of this one was done. */
export class OverloadedError extends SkillwakeError {
  readonly code = 'OVERLOADED';
}

/** Whoever asked has left: what was begun for the answer ends, and nobody reads this. */
export class ClientGoneError extends SkillwakeError {
  readonly code = 'CLIENT_GONE';
}

/** A cursor into a computed order that no longer stands: the list must be read from its start. */
export class CursorExpiredError extends SkillwakeError {
  readonly code = 'CURSOR_EXPIRED';
}

/** Changes since a snapshot are asked for that are not known any more: everything must be exported once. */
export class SnapshotExpiredError extends SkillwakeError {
  readonly code = 'SNAPSHOT_EXPIRED';
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
