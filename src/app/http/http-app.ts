import { expressMiddleware } from '@as-integrations/express5';
import cors from 'cors';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { EndedTokens, TokenCheck } from '../../features/access/token-check';
import type { Config } from '../../shared/config';
import { graphiql } from '../graphiql/graphiql';
import { requestContext } from '../graphql/context';
import { authenticate, expectGraphql, viewerOf } from './authenticate';
import { capture } from './capture';
import { clientGone } from './client-gone';
import { limitDocument } from './document-limits';
import { exportsDoor } from './exports-door';
import { health } from './health';
import { answerErrors, formatRefusals, nothingHere, refuseBodiesOtherThan } from './http-errors';
import { listOf } from './lists';
import type { Metrics } from './metrics';
import { RequestQueue } from './request-queue';
import { countRequests, logRequests, nameRequest, recordOf } from './requests';
import { inTurn } from './turns';
import type { Doors, Serving } from './serving';
import { xapiDoor } from './xapi-door';

/** Every address of the API, and what a request passes through at each, in order. */
export function httpApp(config: Config, serving: Serving): Express {
  const { shared, metrics, format, logger } = serving;
  const app = express();
  // Answers to POST are never asked for by their tag, which costs a hash of each.
  app.disable('etag');
  app.use(nameRequest, logRequests(logger), helmet(), health(shared, metrics, config));
  metrics.gauge(
    'skillwake_held_bytes',
    'Bytes of bodies and of unread answers in memory.',
    () => serving.held.total,
  );
  const doors: Doors = {
    ...serving,
    queue: measuredQueue(config, metrics),
    tokens: new TokenCheck(shared.database, shared.background.keep(EndedTokens)),
    allowOrigins: cors({
      origin: listOf(config.SKILLWAKE_ALLOWED_ORIGINS),
      exposedHeaders: ['x-request-id', 'retry-after'],
    }),
  };
  app.use('/graphql', ...graphqlHandlers(config, doors));
  app.use(capture(doors));
  app.use('/xapi', xapiDoor(config, doors));
  app.use('/exports', exportsDoor(config, doors));
  if (config.SKILLWAKE_GRAPHIQL) app.use(graphiql());
  app.use(nothingHere, answerErrors(format, config));
  return app;
}

function graphqlHandlers(config: Config, doors: Doors): RequestHandler[] {
  const { apollo, shared, metrics, held, format, secret, queue, tokens, allowOrigins } = doors;
  return [
    countRequests(metrics),
    allowOrigins,
    authenticate(secret, tokens),
    expectGraphql,
    held.watchAnswer,
    refuseBodiesOtherThan(['application/json']),
    held.bodyReader(),
    limitDocument(config),
    formatRefusals(format),
    inTurn(
      queue,
      thenEnded(
        expressMiddleware(apollo, {
          context: ({ res }) =>
            Promise.resolve(requestContext(shared, recordOf(res), viewerOf(res), clientGone(res))),
        }),
      ),
    ),
  ];
}

/** Gives back what a request has of what is bounded, once its answer is written out. */
function thenEnded(work: RequestHandler): RequestHandler {
  return async (request, response, next) => {
    try {
      await work(request, response, next);
    } finally {
      recordOf(response).end?.();
    }
  };
}

function measuredQueue(config: Config, metrics: Metrics): RequestQueue {
  const queue = new RequestQueue({
    most: config.SKILLWAKE_MAX_RUNNING,
    mostWaiting: config.SKILLWAKE_MAX_WAITING,
    share: config.SKILLWAKE_MAX_SHARE / 100,
  });
  metrics.gauge('skillwake_requests_running', 'Requests being worked on.', () => queue.running);
  metrics.gauge('skillwake_requests_waiting', 'Requests waiting for others to finish.', () => queue.waiting);
  return queue;
}
