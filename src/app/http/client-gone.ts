import type { Response } from 'express';
import { ClientGoneError } from '../../shared/errors';

/** Aborted when the client of a request leaves before it has all of its answer. */
export function clientGone(response: Response): AbortSignal {
  const leaving = new AbortController();
  const leave = (): void => {
    if (!response.writableFinished) leaving.abort(new ClientGoneError('The client left before its answer.'));
  };
  if (response.closed) leave();
  else response.once('close', leave);
  return leaving.signal;
}
