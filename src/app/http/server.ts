import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import cors from 'cors';
import express from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { Background } from '../../features/request/background';
import type { RequestContext } from '../../features/request/context';
import { LookRecorder } from '../../features/audit/look.recorder';
import { goOnCalibrating } from '../../features/calibrating/running.service';
import type { Database } from '../../graph/driver/database';
import type { Config } from '../../shared/config';
import { InstallationError } from '../../shared/errors';
import { authenticate, viewerOf } from './authenticate';
import { checkPolicy } from '../graphql/check-policy';
import { closingOf } from './graceful-shutdown';
import { requestContext, rulesOf } from '../graphql/context';
import { compiledExecution } from '../graphql/execute';
import { limitDocument } from './document-limits';
import { documentStore } from '../graphql/document-store';
import { errorFormatter } from '../graphql/format-error';
import { graphiql } from '../graphiql/graphiql';
import { health } from './health';
import {
  answerErrors,
  asGiven,
  finishAnswers,
  nothingHere,
  refuseOtherBodies,
  tellRefusals,
} from './http-errors';
import { limitCost, operationLimits } from '../graphql/limits';
import { Metrics } from './metrics';
import { Places } from './request-queue';
import { recordLooks } from '../graphql/record-looks';
import { countRequests, logRequests, nameRequest, noteOperation, recordOf } from './requests';
import { buildApiSchema } from '../graphql/schema';

export interface RunningServer {
  /** Where GraphQL answers. */
  readonly url: string;
  /** Takes no new requests, lets those under way end as long as is set, writes down who looked, then resolves. */
  close(): Promise<void>;
}

/** Serves the API; throws InstallationError where the address cannot be listened on. */
export async function serve(
  config: Config,
  secret: string,
  opened: Database,
  logger: Logger,
): Promise<RunningServer> {
  const metrics = new Metrics();
  const database = opened.observedBy((...ran) => metrics.statement(...ran));
  const format = errorFormatter(logger);
  const schema = buildApiSchema();
  const looks = new LookRecorder(database, logger);
  const apollo = new ApolloServer<RequestContext>({
    schema,
    formatError: asGiven,
    plugins: [
      noteOperation(),
      limitCost(config.SKILLWAKE_MAX_COST),
      checkPolicy(),
      recordLooks(looks),
      ...(config.SKILLWAKE_EXECUTION === 'compiled' ? [compiledExecution(schema)] : []),
      finishAnswers(format),
      ApolloServerPluginLandingPageDisabled(),
      // Cache control would wrap every field of every answer, and no answer here may be cached by anybody else.
      ApolloServerPluginCacheControlDisabled(),
    ],
    ...operationLimits(config),
    documentStore: documentStore(),
    // Whoever gets as far as validation has proven who they are: they may know the schema.
    introspection: true,
    hideSchemaDetailsFromClientErrors: false,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // A browser sends no token by itself, so no page can ask in somebody's name.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    logger,
  });
  await apollo.start();
  const rules = rulesOf(config);
  const origins = config.SKILLWAKE_ALLOWED_ORIGINS.split(',')
    .map((origin) => origin.trim())
    .filter(Boolean);
  metrics.gauge(
    'skillwake_looks_waiting',
    'Looks at figures of people that wait to be written down.',
    () => looks.waiting,
  );
  const places = new Places(config.SKILLWAKE_MAX_RUNNING, config.SKILLWAKE_MAX_WAITING);
  metrics.gauge('skillwake_requests_running', 'Requests at work.', () => places.running);
  metrics.gauge('skillwake_requests_waiting', 'Requests that wait for others.', () => places.waiting);
  const background = new Background((run, error) =>
    logger.error({ run, err: error }, 'work in the background failed'),
  );
  const shared = { database, rules, counts: metrics, background };
  const app = express();
  // Answers to POST are never asked for by their tag, and it costs a hash over each.
  app.disable('etag');
  app.use(nameRequest, logRequests(logger), helmet(), health(database, metrics, config));
  app.use(
    '/graphql',
    countRequests(metrics),
    cors({ origin: origins, exposedHeaders: ['x-request-id', 'retry-after'] }),
    authenticate(secret),
    places.enter,
    refuseOtherBodies,
    express.json({ limit: `${String(config.SKILLWAKE_MAX_BODY_MEGABYTES)}mb` }),
    limitDocument(config),
    tellRefusals(format),
    places.during(
      expressMiddleware(apollo, {
        context: ({ res }) => Promise.resolve(requestContext(shared, recordOf(res), viewerOf(res))),
      }),
    ),
  );
  if (config.SKILLWAKE_GRAPHIQL) app.use(graphiql());
  app.use(nothingHere, answerErrors(format, config));
  const server = createServer(app);
  // Longer than clients and proxies hold an idle connection: one that closes as a request arrives loses it.
  server.keepAliveTimeout = 65_000;
  const closeConnections = closingOf(server, config.SKILLWAKE_STOP_SECONDS * 1_000);
  await listen(server, config.SKILLWAKE_HOST, config.SKILLWAKE_PORT);
  await goOnCalibrating({ ...shared, now: Date.now() }).catch((error: unknown) => {
    logger.warn({ err: error }, 'a calibration that was left behind is not gone on with');
  });
  const { port } = server.address() as AddressInfo;
  const host = config.SKILLWAKE_HOST.includes(':') ? `[${config.SKILLWAKE_HOST}]` : config.SKILLWAKE_HOST;
  return {
    url: `http://${host}:${String(port)}/graphql`,
    async close() {
      const cut = await closeConnections();
      if (cut > 0) logger.warn({ connections: cut }, 'requests under way took too long and were cut off');
      await background.close();
      await apollo.stop();
      await looks.close();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'the port is taken' : error.message;
      reject(
        new InstallationError(
          `The API cannot listen on ${host}:${String(port)} (${reason}): set SKILLWAKE_PORT to a free port, or stop what runs there.`,
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}
