import { setMaxListeners } from 'node:events';
import type { Response } from 'express';
import { ClientGoneError } from '../../shared/errors';

/** Aborted when the client of a request leaves before it has all of its answer. */
export function clientGone(response: Response): AbortSignal {
  const leaving = new AbortController();
  // As many wait for it as there are groups whose gaps are computed at a time.
  setMaxListeners(0, leaving.signal);
  const leave = (): void => {
    if (!response.writableFinished) leaving.abort(new ClientGoneError('The client left before its answer.'));
  };
  if (response.closed) leave();
  else response.once('close', leave);
  return leaving.signal;
}
