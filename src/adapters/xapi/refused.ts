import type { Fault } from '../../features/statements/checking/faults';
import { SkillwakeError } from '../../shared/errors';

/** Where in a batch something is wrong. */
export interface Place {
  /** Position of the statement in the batch, from 0. */
  readonly index?: number;
  /** JSON pointer from the statement's root. */
  readonly pointer?: string;
  /** Id of the statement. */
  readonly id?: string;
  /** All that is wrong with that statement. */
  readonly faults?: readonly Fault[];
}

const codes = {
  400: 'BAD_REQUEST',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  413: 'LIMIT_EXCEEDED',
} as const;

/** A request that the standard has refused; nothing of it was done. */
export class RefusedError extends SkillwakeError {
  readonly code: string;

  constructor(
    readonly status: keyof typeof codes,
    message: string,
    readonly place: Place = {},
  ) {
    super(message);
    this.code = codes[status];
  }
}

export function badRequest(message: string, place?: Place): RefusedError {
  return new RefusedError(400, message, place);
}

/** What is wrong with a statement of a batch, or with the only one. */
export function faulty(faults: readonly Fault[], index: number | undefined): RefusedError {
  const [first = { pointer: '', message: 'is no Statement' }] = faults;
  const where = first.pointer === '' ? 'it' : first.pointer;
  const which = index === undefined ? 'The statement' : `Statement ${String(index)} of the batch`;
  return badRequest(`${which} is not valid: ${where} ${first.message}.`, {
    ...(index !== undefined && { index }),
    pointer: first.pointer,
    faults,
  });
}
