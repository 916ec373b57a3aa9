import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import cors from 'cors';
import express, { type ErrorRequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { RequestContext } from '../features/access/context';
import { tokenVerifier } from '../features/access/token';
import type { Database } from '../graph/database';
import type { Config } from '../shared/config';
import { InstallationError } from '../shared/errors';
import { checkPolicy } from './check-policy';
import { requestContext } from './context';
import { compiledExecution } from './execute';
import { errorFormatter, withStatus } from './format-error';
import { buildApiSchema } from './schema';

export interface RunningServer {
  /** Where GraphQL answers. */
  readonly url: string;
  /** Takes no new requests, ends those under way, then resolves. */
  close(): Promise<void>;
}

/** Serves the API; throws InstallationError where the address cannot be listened on. */
export async function serve(
  config: Config,
  secret: string,
  database: Database,
  logger: Logger,
): Promise<RunningServer> {
  const schema = buildApiSchema();
  const apollo = new ApolloServer<RequestContext>({
    schema,
    formatError: errorFormatter(logger),
    // Cache control would wrap every field of every answer, and no answer here may be cached by anybody else.
    plugins: [
      checkPolicy(),
      ...(config.SKILLWAKE_EXECUTION === 'compiled' ? [compiledExecution(schema)] : []),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: 20_000 },
    logger,
  });
  await apollo.start();
  const rules = {
    meetsFrom: config.SKILLWAKE_MEETS_FROM,
    clockSkew: config.SKILLWAKE_CLOCK_SKEW_SECONDS * 1000,
  };
  const origins = config.SKILLWAKE_ALLOWED_ORIGINS.split(',')
    .map((origin) => origin.trim())
    .filter(Boolean);
  const verifyToken = tokenVerifier(secret);
  const app = express();
  // Answers to POST are never asked for by their tag, and it costs a hash over each.
  app.disable('etag');
  app.use(helmet());
  app.use('/graphql', cors({ origin: origins }), express.json({ limit: '8mb' }));
  app.use(
    '/graphql',
    expressMiddleware(apollo, {
      context: async ({ req }) => {
        try {
          return requestContext(database, await verifyToken(req.headers.authorization), rules);
        } catch (error) {
          throw withStatus(error);
        }
      },
    }),
  );
  app.use(answerBrokenBodies);
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
      await closed;
      await apollo.stop();
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

/** Bodies that are no JSON, or too large, fail before GraphQL: they get a GraphQL error all the same. */
const answerBrokenBodies: ErrorRequestHandler = (
  error: { status?: number; message?: string },
  _request,
  response,
  next,
) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = error.status ?? 500;
  const message =
    status < 500
      ? `The body cannot be read: ${error.message ?? 'it is no JSON'}.`
      : 'Something went wrong on our side.';
  response.status(status).json({
    errors: [{ message, extensions: { code: status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR' } }],
  });
};
