import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import type { Logger } from 'pino';
import { SkillwakeError, UnauthenticatedError } from '../shared/errors';

/**
 * The one place where errors are given GraphQL codes. A domain error speaks for itself; what GraphQL refuses keeps its
 * own code; anything else is ours: the client gets an id, and the log has the same id with the cause.
 */
export function errorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = causeOf(error);
    const place = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    if (cause instanceof SkillwakeError) {
      return { message: cause.message, ...place, extensions: { code: cause.code } };
    }
    if (
      cause instanceof ArgumentValidationError ||
      (cause instanceof GraphQLError && cause.originalError === undefined)
    ) {
      return {
        message: formatted.message,
        ...place,
        extensions: { code: 'BAD_INPUT', ...formatted.extensions },
      };
    }
    const id = randomUUID();
    logger.error({ id, err: cause, path: formatted.path }, 'unexpected error');
    return {
      message: `Something went wrong on our side; the log tells more under ${id}.`,
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', id },
    };
  };
}

/** GraphQL and Apollo wrap what is thrown: the domain's own error is inside. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

/** What keeps a request from being answered at all also sets the HTTP status. */
export function withStatus(error: unknown): unknown {
  if (!(error instanceof UnauthenticatedError)) return error;
  return new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 401 } } });
}
