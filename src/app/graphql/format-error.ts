import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { LimitError, SkillwakeError } from '../../shared/errors';

/** Formats an error for the answer to the request with this id. */
export type ErrorFormatter = (error: unknown, requestId: string) => GraphQLFormattedError;

/**
 * The one place where errors are given GraphQL codes. A domain error speaks for itself; what GraphQL refuses keeps its
 * own code; anything else is ours: the log has the cause under the request's id, which every error contains.
 */
export function errorFormatter(logger: Logger): ErrorFormatter {
  return (error, requestId) => {
    const { locations, path } = error instanceof GraphQLError ? error.toJSON() : {};
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
    const cause = originOf(error);
    if (cause instanceof SkillwakeError) {
      const limit = cause instanceof LimitError ? { limit: cause.limit, most: cause.most } : {};
      return { message: cause.message, ...place, extensions: { code: cause.code, ...limit, requestId } };
    }
    if (error instanceof GraphQLError && (code !== undefined || isAskedWrong(error))) {
      const { http: _http, ...extensions } = error.extensions;
      return {
        message: error.message,
        ...place,
        extensions: { code: 'BAD_USER_INPUT', ...extensions, requestId },
      };
    }
    logger.error({ requestId, err: cause, path }, 'unexpected error');
    return {
      message: `Something went wrong on our side; the log has more under ${requestId}.`,
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    };
  };
}

/** GraphQL and Apollo wrap what is thrown: the domain's own error is inside. */
function originOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? originOf(error.originalError) : error;
}

/** Whether GraphQL refuses the request without a code of its own: before it executes, or for a value in it. */
function isAskedWrong(error: GraphQLError): boolean {
  return (error.path === undefined && error.originalError === undefined) || pointsAtValue(error);
}

/** At a value or variable of the request, and not at a field of the answer. */
function pointsAtValue(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return false;
  return (error.nodes ?? []).some(({ kind }) => kind !== Kind.FIELD) || pointsAtValue(error.originalError);
}
