import type { ApolloServerPlugin } from '@apollo/server';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../../features/request/context';
import type { Config } from '../../shared/config';
import {
  BadInputError,
  DatabaseUnavailableError,
  ForbiddenError,
  LimitError,
  OverloadedError,
  SkillwakeError,
  SnapshotExpiredError,
  TimeoutError,
  UnauthenticatedError,
} from '../../shared/errors';
import type { ErrorFormatter } from '../graphql/format-error';
import { recordOf } from './requests';

/** What the body's parser throws, and Express. */
interface HttpError {
  readonly status?: number;
  readonly type?: string;
  readonly message?: string;
  /** The most bytes of a body, where it has more. */
  readonly limit?: number;
}

const megabyte = 1024 * 1024;

/** The header of an answer to a request that may succeed if it is sent again in a moment. */
const askAgain = { 'retry-after': '1' };

/** Refuses a body that nothing here reads, rather than taking it for none. */
export function refuseBodiesOtherThan(types: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    if (request.is([...types]) !== false) {
      next();
      return;
    }
    next(
      badRequest(`Send the body as JSON, with the header "Content-Type: ${types.join('" or "')}".`, {
        status: 415,
      }),
    );
  };
}

export const nothingHere: RequestHandler = (_request, _response, next) => {
  next(badRequest('There is nothing at this address: the API answers at /graphql.', { status: 404 }));
};

/** How an error is written: as it was thrown, and as it is told. */
export type ErrorBody = (formatted: GraphQLFormattedError, thrown: unknown) => object;

const asGraphql: ErrorBody = (formatted) => ({ errors: [formatted] });

/** Answers what fails before or beside GraphQL with a GraphQL error all the same, and with no detail that is ours. */
export function answerErrors(
  format: ErrorFormatter,
  config: Config,
  bodyOf: ErrorBody = asGraphql,
  headFor: (error: unknown) => ErrorHead = headOf,
): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const error = named(thrown, config);
    const { status, headers } = headFor(error);
    const accepted = request.accepts(['application/json', 'application/graphql-response+json']);
    response
      .status(status)
      .set(headers)
      .type(accepted || 'application/json')
      .send(JSON.stringify(bodyOf(format(error, recordOf(response).id), error)));
  };
}

function named(error: unknown, config: Config): unknown {
  if (!(error instanceof Error) || error instanceof GraphQLError || error instanceof SkillwakeError)
    return error;
  const { status = 500, type, message, limit } = error as HttpError;
  if (type === 'entity.too.large') {
    const most = limit === undefined ? config.SKILLWAKE_MAX_BODY_MEGABYTES : limit / megabyte;
    return new LimitError('body', most, 'megabytes in a body', 'send it in parts');
  }
  return status < 500
    ? badRequest(`The request cannot be read: ${message ?? 'it is broken'}.`, { status })
    : error;
}

/** Status and headers of an answer that says what failed. */
export interface ErrorHead {
  readonly status: number;
  readonly headers: Record<string, string>;
}

export function headOf(error: unknown): ErrorHead {
  if (error instanceof UnauthenticatedError)
    return { status: 401, headers: { 'www-authenticate': 'Bearer' } };
  if (error instanceof OverloadedError || error instanceof DatabaseUnavailableError)
    return { status: 503, headers: askAgain };
  if (error instanceof BadInputError) return { status: 400, headers: {} };
  if (error instanceof ForbiddenError) return { status: 403, headers: {} };
  if (error instanceof SnapshotExpiredError) return { status: 410, headers: {} };
  if (error instanceof TimeoutError) return { status: 504, headers: {} };
  if (error instanceof LimitError) return { status: error.limit === 'body' ? 413 : 400, headers: {} };
  const http =
    error instanceof GraphQLError ? (error.extensions['http'] as HttpError | undefined) : undefined;
  return { status: http?.status ?? 500, headers: {} };
}

/** Apollo itself refuses what is no GraphQL request, where no plugin sees it: such errors are formatted as they leave. */
export function formatRefusals(format: ErrorFormatter): RequestHandler {
  return (_request, response, next) => {
    const send = response.send.bind(response);
    response.send = (body: unknown) => {
      if (response.statusCode < 400 || typeof body !== 'string') return send(body);
      const { errors = [] } = JSON.parse(body) as { errors?: GraphQLFormattedError[] };
      if (errors.every(({ extensions }) => extensions?.['requestId'] !== undefined)) return send(body);
      return send(
        JSON.stringify({ errors: errors.map((error) => formatted(format, error, recordOf(response).id)) }),
      );
    };
    next();
  };
}

/** Apollo passes on GraphQL's own errors as they are, and replaces all others by an internal error. */
export function asGiven(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  // Only a GraphQLError carries more: what it wraps decides how it is formatted.
  return error instanceof GraphQLError ? (error as GraphQLFormattedError) : formatted;
}

function formatted(
  format: ErrorFormatter,
  error: GraphQLFormattedError,
  requestId: string,
): GraphQLFormattedError {
  if (error instanceof GraphQLError) return format(error, requestId);
  const { message, extensions = {} } = error;
  return extensions['code'] === 'INTERNAL_SERVER_ERROR'
    ? format(new Error(message), requestId)
    : format(new GraphQLError(message, { extensions }), requestId);
}

/** A request that is wrong in its form, with the status that HTTP has for it. */
export function badRequest(message: string, http: { status: number }): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http } });
}

/** What passes by itself: the same request may be answered in a moment. */
function isPassing({ extensions }: GraphQLFormattedError): boolean {
  return ['DATABASE_UNAVAILABLE', 'DATABASE_FULL', 'OVERLOADED'].includes(String(extensions?.['code']));
}

function isTimeout({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === 'TIMEOUT';
}

/**
 * Holds for any way of executing: a request without an operation gets no further, errors leave as the formatter writes
 * them, and an answer without data is no success: where the database is away, or too much is at work,
 * proxies see it too.
 */
export function finishAnswers(format: ErrorFormatter): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: ({ request: asked }) => {
      // An empty name is one left out.
      if (asked.operationName === '') delete asked.operationName;
      return Promise.resolve({
        didResolveOperation({ operation, request: { operationName } }) {
          if (operation) return Promise.resolve();
          throw new GraphQLError(
            operationName === undefined
              ? 'The document has several operations: name in operationName the one to run.'
              : `The document has no operation "${operationName}": name one that it has.`,
            { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } },
          );
        },
        willSendResponse({ contextValue: { request }, response: { body, http } }) {
          if (body.kind === 'incremental') return Promise.resolve();
          const { singleResult: result } = body;
          if (result.errors) {
            result.errors = result.errors.map((error) => formatted(format, error, request.id));
          }
          if (result.data === undefined && (http.status ?? 200) < 400) {
            const ours = result.errors?.some(
              ({ extensions }) => extensions?.['code'] === 'INTERNAL_SERVER_ERROR',
            );
            http.status = ours ? 500 : 400;
          }
          if (result.data == null && result.errors?.every(isPassing)) {
            http.status = 503;
            for (const [name, value] of Object.entries(askAgain)) http.headers.set(name, value);
          }
          if (result.data == null && result.errors?.every(isTimeout)) http.status = 504;
          return Promise.resolve();
        },
      });
    },
  };
}
