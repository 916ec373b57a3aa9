import cors from 'cors';
import { Router, type RequestHandler, type Response } from 'express';
import { about, admitPlatforms, notSupported, stampAnswers, statements } from '../../adapters/xapi/door';
import { RefusedError } from '../../adapters/xapi/refused';
import type { XapiContext } from '../../adapters/xapi/statements-resource';
import { PlatformCheck, type Sender } from '../../features/statements/platform.service';
import type { Config } from '../../shared/config';
import { BadInputError, UnauthenticatedError } from '../../shared/errors';
import { clientGone } from './client-gone';
import { answerErrors, headOf, type ErrorBody, type ErrorHead } from './http-errors';
import { listOf } from './lists';
import type { RequestQueue } from './request-queue';
import { countRequests, recordOf } from './requests';
import type { Serving } from './serving';
import { inTurn } from './turns';

const exposed = [
  'x-experience-api-version',
  'x-experience-api-consistent-through',
  'last-modified',
  'x-request-id',
  'retry-after',
];

/** The door of learning platforms (xAPI), behind the same queue and bounds as GraphQL. */
export function xapiDoor(config: Config, serving: Serving, queue: RequestQueue): Router {
  const { shared, metrics, held, format } = serving;
  const { beforeBody, afterBody } = admitPlatforms(new PlatformCheck(shared.database), identify);
  const router = Router({ caseSensitive: true });
  router.use(
    stampAnswers(shared.background),
    cors({ origin: listOf(config.SKILLWAKE_ALLOWED_ORIGINS), exposedHeaders: exposed }),
    countRequests(metrics),
  );
  router.all('/about', about);
  router.all(
    '/statements',
    noteKind,
    beforeBody,
    held.watchAnswer,
    held.readBytes,
    afterBody,
    inTurn(
      queue,
      statements((response) => contextOf(serving, response)),
    ),
  );
  router.use(notSupported, answerErrors(format, config, bodyOf, headFor));
  return router;
}

function identify(response: Response, { name }: Sender): void {
  response.locals['identity'] = `platform ${name}`;
}

/** The log and the metrics tell reading from writing. */
const noteKind: RequestHandler = ({ method }, response, next) => {
  const type = method === 'GET' || method === 'HEAD' ? 'query' : 'mutation';
  recordOf(response).operation = { type, name: 'xapi' };
  next();
};

function contextOf({ shared }: Serving, response: Response): XapiContext {
  const gone = clientGone(response);
  return { ...shared, database: shared.database.until(gone), gone, now: Date.now() };
}

function headFor(error: unknown): ErrorHead {
  if (error instanceof RefusedError) return { status: error.status, headers: {} };
  if (error instanceof BadInputError) return { status: 400, headers: {} };
  if (error instanceof UnauthenticatedError)
    return { status: 401, headers: { 'www-authenticate': 'Basic realm="xAPI", charset="UTF-8"' } };
  return headOf(error);
}

/** One error: its code and sentence, and of a batch which statement and where in it. */
const bodyOf: ErrorBody = ({ message, extensions }, thrown) => ({
  error: { message, ...extensions, ...(thrown instanceof RefusedError && thrown.place) },
});
