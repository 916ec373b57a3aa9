import type { RequestHandler } from 'express';
import { identityFor } from './authenticate';
import type { RequestQueue } from './request-queue';

/**
 * Does the work when the request's turn has come, its body being there. The turn ends when the answer is computed, or
 * the work is done where the client has left meanwhile: how fast an answer is read holds nobody up.
 */
export function inTurn(queue: RequestQueue, work: RequestHandler): RequestHandler {
  return async (request, response, next) => {
    const leaving = new AbortController();
    const leave = (): void => leaving.abort();
    response.once('close', leave);
    // A client that has left needs no answer.
    if (response.closed) return;
    try {
      const end = await queue.turn(identityFor(response), 1, leaving.signal);
      try {
        await work(request, response, next);
      } finally {
        end();
      }
    } catch (error) {
      if (!leaving.signal.aborted) throw error;
    } finally {
      response.off('close', leave);
    }
  };
}
