import type { RequestHandler, Response } from 'express';
import { tokenVerifier } from '../../features/access/token';
import type { TokenCheck } from '../../features/access/token-check';
import { identityOf, type Viewer } from '../../features/access/viewer';

/**
 * Stops requests without a valid token: not a byte of their body is read, and no error of parsing or validation
 * reveals the schema to them.
 */
export function authenticate(secret: string, tokens: TokenCheck): RequestHandler {
  const verifyToken = tokenVerifier(secret);
  return async (request, response, next) => {
    const proven = await verifyToken(request.headers.authorization);
    await tokens.check(proven);
    response.locals['viewer'] = proven.viewer;
    response.locals['identity'] = identityOf(proven.viewer);
    next();
  };
}

/** The viewer of a request that has passed. */
export function viewerOf(response: Response): Viewer {
  return response.locals['viewer'] as Viewer;
}

/** Whoever has not said yet who they are: together they have no more than one of those who have. */
const unknown = 'unknown';

/** Who shares what a request may have at work, wait or hold at a time. */
export function identityFor(response: Response): string {
  const identity: unknown = response.locals['identity'];
  return typeof identity === 'string' ? identity : unknown;
}
