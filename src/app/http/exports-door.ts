import { createHash } from 'node:crypto';
import cors from 'cors';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { version } from '../../../package.json';
import { askedOf, type Given } from '../../adapters/exports/asked';
import { begunDocument } from '../../adapters/exports/exported-document';
import type { Document, Format } from '../../adapters/exports/format';
import { formatNamed, formats } from '../../adapters/exports/formats';
import { openApi } from '../../adapters/exports/openapi';
import { exported, exportNamed } from '../../features/exports/exports';
import { beginExport, expectExport, type Exporting } from '../../features/exports/exporting.service';
import type { Export } from '../../features/exports/export.type';
import type { Config } from '../../shared/config';
import { BadInputError } from '../../shared/errors';
import { requestContext } from '../graphql/context';
import { authenticate, identityIn, provenIn } from './authenticate';
import { clientGone } from './client-gone';
import { answerErrors, badRequest, type ErrorBody } from './http-errors';
import { listOf } from './lists';
import { countRequests, recordOf } from './requests';
import { RequestQueue } from './request-queue';
import { sendParts } from './send-parts';
import type { Doors } from './serving';

/** Exports under way at a time, of one token one: each takes as long as its reader does. */
const bounds = { most: 4, mostWaiting: 16, share: 0.25 };

const exposed = ['x-request-id', 'x-skillwake-snapshot', 'etag', 'content-disposition', 'retry-after'];

/** The door of systems of human resources: copies of people, levels, gaps and supply, streamed. */
export function exportsDoor(config: Config, doors: Doors): Router {
  const { secret, tokens, metrics, format } = doors;
  const queue = new RequestQueue(bounds);
  metrics.gauge('skillwake_exports_running', 'Exports being read.', () => queue.running);
  const router = Router({ caseSensitive: true });
  router.use(
    cors({ origin: listOf(config.SKILLWAKE_ALLOWED_ORIGINS), exposedHeaders: exposed }),
    countRequests(metrics),
    readingOnly,
    authenticate(secret, tokens),
  );
  router.get('/openapi.json', (_request, response) => {
    response.json(openApi(version));
  });
  router.get('/:name', async (request, response) => {
    const one = exportNamed(request.params.name);
    if (!one) throw noSuchExport();
    const { viewer, id } = provenIn(response);
    recordOf(response).operation = { type: 'query', name: `export ${one.name}` };
    expectExport({ viewer }, one);
    const gone = clientGone(response);
    try {
      const end = await queue.turn(id ?? identityIn(response), 1, gone);
      try {
        await answer(one, request, response, { config, doors, gone });
      } finally {
        end();
      }
    } catch (error) {
      // A client that has left needs no answer.
      if (!gone.aborted) throw error;
    }
  });
  router.use(noExport, answerErrors(format, config, bodyOf));
  return router;
}

const readingOnly: RequestHandler = ({ method }, response, next) => {
  if (method === 'GET' || method === 'HEAD') {
    next();
    return;
  }
  response.setHeader('allow', 'GET, HEAD');
  throw badRequest('Exports are read only: use GET or HEAD.', { status: 405 });
};

const noExport: RequestHandler = () => {
  throw noSuchExport();
};

function noSuchExport(): Error {
  const names = exported.map(({ name }) => `/exports/${name}`).join(', ');
  return badRequest(`There is no such export: there are ${names}; /exports/openapi.json describes them.`, {
    status: 404,
  });
}

const bodyOf: ErrorBody = ({ message, extensions }) => ({ error: { message, ...extensions } });

interface Answering {
  readonly config: Config;
  readonly doors: Doors;
  readonly gone: AbortSignal;
}

async function answer(
  one: Export,
  request: Request,
  response: Response,
  { config, doors: { shared, tokens, looks, logger }, gone }: Answering,
): Promise<void> {
  const { format: wanted, ...given } = parametersOf(request);
  const format = formatFor(request, wanted);
  const proven = provenIn(response);
  const context = requestContext(shared, recordOf(response), proven.viewer, gone);
  const exporting = await beginExport(context, one, askedOf(one, given, context));
  describe(response, exporting, format, given);
  if (isUnchanged(request, response)) {
    response.status(304).end();
    return;
  }
  const check = (): Promise<void> => tokens.check(proven);
  const document = await begunDocument(exporting, { context, looks, check });
  await send(request, response, document, format, config, (error) => {
    logger.warn({ requestId: recordOf(response).id, err: error }, 'an export broke off');
  });
}

/**
 * Whether the client has what it would be sent. What it asks of caches on the way is no matter: a fetch that says what it has
 * asks them to pass it on.
 */
function isUnchanged(request: Request, response: Response): boolean {
  const tag = response.getHeader('etag');
  const had = (request.get('if-none-match') ?? '').split(',').map((one) => one.trim());
  return tag !== undefined && had.some((one) => one === tag || one === '*');
}

/** The headers of the answer. */
function describe(
  response: Response,
  { exported: { name }, snapshot, version: made, asOf }: Exporting,
  format: Format,
  given: Given,
): void {
  response.set({
    'cache-control': 'private, no-cache',
    'content-type': format.mediaType,
    'content-disposition': `attachment; filename="${name}-${new Date(asOf).toISOString().slice(0, 10)}.${format.name}"`,
    'x-skillwake-snapshot': snapshot,
  });
  response.vary('Accept, Accept-Encoding, Authorization');
  if (made === undefined) return;
  const all = JSON.stringify([made, version, format.name, Object.entries(given).sort()]);
  // Weak: levels fade from one moment to the next, and what is packed is the same.
  response.setHeader('etag', `W/"${createHash('sha256').update(all).digest('base64url')}"`);
}

async function send(
  request: Request,
  response: Response,
  document: Document,
  format: Format,
  config: Config,
  brokeOff: (error: unknown) => void,
): Promise<void> {
  const isPacked = !format.isPacked && request.acceptsEncodings(['gzip', 'identity']) === 'gzip';
  if (isPacked) response.setHeader('content-encoding', 'gzip');
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const patience = config.SKILLWAKE_ANSWER_SECONDS * 1_000;
  try {
    await sendParts(format.write(document), response, { isPacked, patience });
  } catch (error) {
    if (!response.closed || response.errored) brokeOff(error);
  }
}

const parameters = ['format', 'since', 'asOf', 'source'] as const;

function parametersOf({ originalUrl }: Request): Given & { readonly format?: string } {
  const [, search = ''] = /[?]([^#]*)/.exec(originalUrl) ?? [];
  const found: Partial<Record<(typeof parameters)[number], string>> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const known = parameters.find((parameter) => parameter === name);
    if (known === undefined)
      throw new BadInputError(`There is no parameter "${name.slice(0, 50)}": use ${parameters.join(', ')}.`);
    if (found[known] !== undefined)
      throw new BadInputError(`The parameter ${known} is given twice: give it once.`);
    found[known] = value;
  }
  return found;
}

function formatFor(request: Request, wanted: string | undefined): Format {
  const names = formats.map(({ name }) => name).join(', ');
  if (wanted !== undefined) {
    const named = formatNamed(wanted);
    if (!named) throw new BadInputError(`format must be one of ${names}.`);
    return named;
  }
  const types = formats.map(({ mediaType }) => mediaType.split(';')[0] ?? '');
  const accepted = request.accepts(types);
  const found = formats[types.indexOf(accepted === false ? '' : accepted)];
  if (!found)
    throw badRequest(`Nothing of what Accept names is written here: give format, one of ${names}.`, {
      status: 406,
    });
  return found;
}
