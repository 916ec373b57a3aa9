import { isIP } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Router, type Request } from 'express';
import { GraphQLError } from 'graphql';
import type { Database } from '../../graph/driver/database';
import { graphState } from '../../graph/migrations/migrations';
import type { Config } from '../../shared/config';
import { DatabaseFullError } from '../../shared/errors';
import { listOf } from './lists';
import type { Metrics } from './metrics';

/** A database that takes longer to return a number counts as unreachable, milliseconds. */
const patience = 2_000;
/** How long an answer is reused, milliseconds: however many clients ask, the database is asked rarely. */
const fresh = 500;

/** What there has to be before requests are served. */
interface Ready {
  readonly database: Database;
  readonly readModel: { readonly isLoaded: boolean };
}

/**
 * What monitoring asks: whether the process runs, whether it can serve, and its metrics. Nothing
 * here is about a person, so no token is asked for.
 */
export function health(shared: Ready, metrics: Metrics, config: Config): Router {
  const router = Router();
  const hosts = new Set(['localhost', ...listOf(config.SKILLWAKE_METRICS_HOSTS)]);
  const readiness = keptFresh(() => readinessOf(shared));
  router.use(['/healthz', '/readyz', '/metrics'], (_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  router.get('/healthz', (_request, response) => {
    response.json({ healthy: true });
  });
  router.get('/readyz', async (_request, response) => {
    const reason = await readiness();
    response.status(reason === undefined ? 200 : 503);
    response.json(reason === undefined ? { ready: true } : { ready: false, reason });
  });
  router.get('/metrics', async (request, response) => {
    if (config.SKILLWAKE_METRICS === 'loopback' && !isFromHere(request, hosts)) throw onlyHere();
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}

/** Why requests cannot be served now; undefined where they can. */
async function readinessOf({ database, readModel }: Ready): Promise<string | undefined> {
  const silent = new AbortController();
  const state = await Promise.race([
    graphState(database).catch((error: unknown) =>
      error instanceof DatabaseFullError ? ('full' as const) : ('unreachable' as const),
    ),
    delay(patience, 'unreachable' as const, { signal: silent.signal }),
  ]);
  silent.abort();
  switch (state) {
    case 'current':
      return readModel.isLoaded ? undefined : 'The states of people are being read into memory.';
    case 'older':
      return 'The graph is from an older release: restart this one, which upgrades the graph.';
    case 'newer':
      return 'The graph is from a newer release: start that one in place of this.';
    case 'full':
      return 'The disk of the database is full: free some space there.';
    case 'unreachable':
      return 'The database does not answer.';
  }
}

function keptFresh<Result>(seek: () => Promise<Result>): () => Promise<Result> {
  let sought: Promise<Result> | undefined;
  const forget = (): void => {
    sought = undefined;
  };
  return () => (sought ??= seek().finally(() => setTimeout(forget, fresh).unref()));
}

const loopback = /^(::1$|(::ffff:)?127[.])/;

/**
 * Whether this machine itself asks, and by a name of its own: a page in its browser whose name leads here sends that
 * name, and a proxy the name under which it is reached. What headers say of forwarding anybody can write or leave out.
 */
function isFromHere({ socket: { remoteAddress = '' }, headers }: Request, hosts: Set<string>): boolean {
  const host = hostNameOf(headers.host ?? '');
  return loopback.test(remoteAddress) && (hosts.has(host) || (isIP(host) !== 0 && loopback.test(host)));
}

/** The name in a Host header, without its port and the brackets of an IPv6 address. */
function hostNameOf(host: string): string {
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(host) ?? [];
  return (bracketed ?? plain ?? '').toLowerCase();
}

function onlyHere(): GraphQLError {
  return new GraphQLError(
    'Metrics are for this machine only: set SKILLWAKE_METRICS=network to give them to everyone who can reach the port.',
    { extensions: { code: 'FORBIDDEN', http: { status: 403 } } },
  );
}
