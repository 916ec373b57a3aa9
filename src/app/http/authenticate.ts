import type { RequestHandler, Response } from 'express';
import { tokenVerifier } from '../../features/access/token';
import type { Viewer } from '../../features/access/viewer';

/**
 * Lets nobody further whose token does not hold: not a byte of their body is read, and no error of parsing or
 * validation tells them of the schema.
 */
export function authenticate(secret: string): RequestHandler {
  const verifyToken = tokenVerifier(secret);
  return async (request, response, next) => {
    response.locals['viewer'] = await verifyToken(request.headers.authorization);
    next();
  };
}

/** Who asks, once the request has passed. */
export function viewerOf(response: Response): Viewer {
  return response.locals['viewer'] as Viewer;
}
