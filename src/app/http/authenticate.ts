import type { RequestHandler, Response } from 'express';
import { expectScope } from '../../features/access/scope';
import { tokenVerifier, type ProvenToken } from '../../features/access/token';
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
    response.locals['proven'] = proven;
    response.locals['viewer'] = proven.viewer;
    response.locals['identity'] = identityOf(proven.viewer);
    next();
  };
}

/** Stops whoever's token was issued for something else than GraphQL. */
export const expectGraphql: RequestHandler = (_request, response, next) => {
  expectScope(viewerOf(response), 'graphql');
  next();
};

/** What the token of a request that has passed proves. */
export function provenIn(response: Response): ProvenToken {
  return response.locals['proven'] as ProvenToken;
}

/** The viewer of a request that has passed. */
export function viewerOf(response: Response): Viewer {
  return response.locals['viewer'] as Viewer;
}

/** Whose share of what is bounded a request has: its sender's, or one for all that have proven nothing so far. */
export function identityIn(response: Response): string {
  const identity: unknown = response.locals['identity'];
  return typeof identity === 'string' ? identity : 'unproven';
}
