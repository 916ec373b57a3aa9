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
import type { RequestContext } from '../features/access/context';
import { LookRecorder } from '../features/audit/look.recorder';
import type { Database } from '../graph/database';
import type { Config } from '../shared/config';
import { InstallationError } from '../shared/errors';
import { authenticate, viewerOf } from './authenticate';
import { checkPolicy } from './check-policy';
import { requestContext, rulesOf } from './context';
import { compiledExecution } from './execute';
import { limitDocument } from './document-limits';
import { documentStore } from './document-store';
import { errorFormatter } from './format-error';
import { graphiql } from './graphiql/graphiql';
import { health } from './health';
import {
  answerErrors,
  asGiven,
  finishAnswers,
  nothingHere,
  refuseOtherBodies,
  tellRefusals,
} from './http-errors';
import { limitCost, operationLimits } from './limits';
import { Metrics } from './metrics';
import { recordLooks } from './record-looks';
import { countRequests, logRequests, nameRequest, noteOperation, recordOf } from './requests';
import { buildApiSchema } from './schema';

export interface RunningServer {
  /** Where GraphQL answers. */
  readonly url: string;
  /** Takes no new requests, ends those under way, writes down who looked, then resolves. */
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
  const shared = { database, rules, counts: metrics };
  const app = express();
  // Answers to POST are never asked for by their tag, and it costs a hash over each.
  app.disable('etag');
  app.use(nameRequest, logRequests(logger), helmet(), health(database, metrics, config));
  app.use(
    '/graphql',
    countRequests(metrics),
    cors({ origin: origins, exposedHeaders: ['x-request-id'] }),
    authenticate(secret),
    refuseOtherBodies,
    express.json({ limit: `${String(config.SKILLWAKE_MAX_BODY_MEGABYTES)}mb` }),
    limitDocument(config),
    tellRefusals(format),
    expressMiddleware(apollo, {
      context: ({ res }) => Promise.resolve(requestContext(shared, recordOf(res), viewerOf(res))),
    }),
  );
  if (config.SKILLWAKE_GRAPHIQL) app.use(graphiql());
  app.use(nothingHere, answerErrors(format, config));
  const server = createServer(app);
  // Longer than clients and proxies hold an idle connection: one that closes as a request arrives loses it.
  server.keepAliveTimeout = 65_000;
  await listen(server, config.SKILLWAKE_HOST, config.SKILLWAKE_PORT);
  const { port } = server.address() as AddressInfo;
  const host = config.SKILLWAKE_HOST.includes(':') ? `[${config.SKILLWAKE_HOST}]` : config.SKILLWAKE_HOST;
  return {
    url: `http://${host}:${String(port)}/graphql`,
    async close() {
      const closed = new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
      server.closeIdleConnections();
      // A connection whose request is still under way is not held once it is answered.
      server.keepAliveTimeout = 1;
      await closed;
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
