import { createServer } from 'node:http';
import express from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Config } from '../../shared/config';
import { DatabaseUnavailableError } from '../../shared/errors';
import { errorFormatter } from '../graphql/format-error';
import { answerErrors } from './http-errors';
import { listen } from './listen';
import { logRequests, nameRequest } from './requests';

/**
 * Answers at the API's address while its database is not there yet: the process runs, it cannot serve, and whoever asks
 * for more is told to ask again.
 */
export async function serveWaiting(config: Config, logger: Logger): Promise<{ close(): Promise<void> }> {
  const app = express();
  app.use(nameRequest, logRequests(logger), helmet());
  app.use((_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    // The API takes this address over: a connection that was kept would still be this one's.
    response.setHeader('connection', 'close');
    next();
  });
  app.get('/healthz', (_request, response) => {
    response.json({ healthy: true });
  });
  app.get('/readyz', (_request, response) => {
    response.status(503).json({ ready: false, reason: 'The database is not there yet.' });
  });
  app.use((_request, _response, next) => {
    next(new DatabaseUnavailableError('The database is not there yet; try again in a moment.'));
  });
  app.use(answerErrors(errorFormatter(logger), config));
  const server = createServer(app);
  await listen(server, config.SKILLWAKE_HOST, config.SKILLWAKE_PORT);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
