import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { RequestContext, RequestRecord } from '../../features/request/context';
import { newKey } from '../../shared/ids';
import type { Metrics } from './metrics';

const wellFormedId = /^[\w.:/+=@-]{1,128}$/;
const longestLogged = 200;

/** Gives every request an id, the client's own where that is well-formed, and returns it in the header x-request-id. */
export const nameRequest: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  const record: RequestRecord = { id: given !== undefined && wellFormedId.test(given) ? given : newKey() };
  response.locals['request'] = record;
  response.setHeader('x-request-id', record.id);
  next();
};

/** What is known of the request that this answers. */
export function recordOf(response: Response): RequestRecord {
  return response.locals['request'] as RequestRecord;
}

/** Writes a line of log for each request once it is over, never with what it sent: its variables are about people. */
export function logRequests(logger: Logger): RequestHandler {
  return ({ method, path }, response, next) => {
    whenOver(response, (status, milliseconds) => {
      const { id: requestId, operation } = recordOf(response);
      // Monitoring asks every few seconds.
      const level = operation === undefined && status < 400 ? 'debug' : 'info';
      logger[level](
        {
          requestId,
          method,
          path: path.slice(0, longestLogged),
          status,
          milliseconds: Math.round(milliseconds * 10) / 10,
          ...(operation && { type: operation.type, operation: operation.name?.slice(0, longestLogged) }),
        },
        'request',
      );
    });
    next();
  };
}

/** Counts requests and their time. */
export function countRequests(metrics: Metrics): RequestHandler {
  return (_request, response, next) => {
    whenOver(response, (status, milliseconds) => {
      metrics.request(recordOf(response).operation?.type ?? 'none', status, milliseconds);
    });
    next();
  };
}

/** The status that proxies log for a request whose client left before its answer. */
const clientGone = 499;

function whenOver(response: Response, report: (status: number, milliseconds: number) => void): void {
  const begun = performance.now();
  response.once('close', () =>
    report(response.writableFinished ? response.statusCode : clientGone, performance.now() - begun),
  );
}

/** Notes what a request asks for as soon as that is known. */
export function noteOperation(): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    didResolveOperation({ operation, operationName, contextValue: { request } }) {
      if (operation) request.operation = { type: operation.operation, name: operationName ?? undefined };
      return Promise.resolve();
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}
