import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { CaptureTokens } from '../../features/access/capture-token';
import { WebhookSecrets } from '../../features/access/webhook-secrets';
import { LookRecorder } from '../../features/audit/look.recorder';
import { goOnCalibrating } from '../../features/calibrating/running.service';
import { CoverageThread } from '../../features/gaps/covering';
import { goOnMerging } from '../../features/merging/skill-merging.service';
import { goOnSplitting } from '../../features/merging/skill-splitting.service';
import { goOnReadingAnew } from '../../features/deciding/reading-anew.service';
import { goOnReading } from '../../features/statements/mapping/rereading.service';
import { ReadModel } from '../../features/states/read-model';
import { Background } from '../../features/request/background';
import { goOnWhenFree } from '../../features/switching/running.service';
import type { Database } from '../../graph/driver/database';
import type { Config } from '../../shared/config';
import { Cursors } from '../../shared/cursors';
import { admitByWeight, mostEvidenceAtWork } from '../graphql/admission';
import { KnownAmounts } from '../graphql/amounts';
import { Answers } from '../graphql/answers';
import { apolloServer } from '../graphql/apollo';
import { rulesOf, type Shared } from '../graphql/context';
import { errorFormatter } from '../graphql/format-error';
import { gracefulShutdown } from './graceful-shutdown';
import { HeldBytes } from './held-bytes';
import { httpApp } from './http-app';
import { keepGapsDaily } from './keeping-gaps';
import { listen } from './listen';
import { Metrics } from './metrics';
import { pruneNowAndThen } from './pruning';
import { RequestQueue } from './request-queue';
import { sendWebhooks } from './webhooks';

export interface RunningServer {
  /** Where GraphQL answers. */
  readonly url: string;
  /** Takes no new requests, lets those under way end within the time set, saves the record of looks, then resolves. */
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
  const database = opened
    .withTimeLimit(config.SKILLWAKE_TRANSACTION_SECONDS * 1_000)
    .observedBy((...ran) => metrics.statement(...ran));
  const background = new Background((run, error) =>
    logger.error({ run, err: error }, 'work in the background failed'),
  );
  const shared: Shared = {
    database,
    rules: rulesOf(config),
    cursors: new Cursors(secret),
    captureTokens: new CaptureTokens(secret),
    webhookSecrets: new WebhookSecrets(secret),
    counts: metrics,
    background,
    readModel: new ReadModel(database.unhurried()),
  };
  const looks = new LookRecorder(database, logger);
  metrics.gauge(
    'skillwake_looks_waiting',
    'Looks at figures of people that wait to be written.',
    () => looks.waiting,
  );
  metrics.gauge(
    'skillwake_gap_pieces_waiting',
    'Pieces of heavy gap reports that the thread has not computed yet.',
    () => background.keepOpen(CoverageThread).unfinished,
  );
  const format = errorFormatter(logger);
  const held = new HeldBytes(config);
  const queueOf = (most: number): RequestQueue =>
    new RequestQueue({
      most,
      mostWaiting: config.SKILLWAKE_MAX_RUNNING,
      share: config.SKILLWAKE_MAX_SHARE / 100,
    });
  const costs = queueOf(config.SKILLWAKE_MAX_COST_AT_WORK);
  const evidence = queueOf(mostEvidenceAtWork());
  metrics.gauge(
    'skillwake_cost_running',
    'What the operations being worked on may cost together.',
    () => costs.running,
  );
  metrics.gauge(
    'skillwake_evidence_running',
    'Items of evidence that the requests being worked on have read.',
    () => evidence.running,
  );
  const amounts = new KnownAmounts(database, logger);
  await amounts.refresh();
  const answers = new Answers();
  const admission = admitByWeight({ costs, evidence, held, answers });
  const apollo = apolloServer(config, looks, format, logger, admission, answers, amounts);
  await apollo.start();
  const bodyMilliseconds = config.SKILLWAKE_BODY_SECONDS * 1_000;
  const server = createServer(
    {
      headersTimeout: bodyMilliseconds,
      // A body that the API reads has its own time, with an answer that says so: this ends what nobody reads.
      requestTimeout: 2 * bodyMilliseconds,
      connectionsCheckingInterval: 1_000,
    },
    httpApp(config, { apollo, shared, metrics, held, looks, format, secret, logger }),
  );
  // Longer than clients and proxies hold an idle connection: one that closes as a request arrives loses it.
  server.keepAliveTimeout = 65_000;
  const shutDown = gracefulShutdown(server, config.SKILLWAKE_STOP_SECONDS * 1_000);
  await listen(server, config.SKILLWAKE_HOST, config.SKILLWAKE_PORT);
  await shared.readModel.current().catch((error: unknown) => {
    logger.warn(
      { err: error },
      'the states of people could not be read in: the first who needs them tries again',
    );
  });
  for (const goOn of [goOnCalibrating, goOnMerging, goOnSplitting, goOnReading, goOnReadingAnew]) {
    await goOnWhenFree(shared, () => goOn({ ...shared, now: Date.now() })).catch((error: unknown) => {
      logger.warn({ err: error }, 'what was left unfinished could not be continued');
    });
  }
  background.take(pruneNowAndThen(opened, config.SKILLWAKE_FEED_HOURS, logger, background.stop));
  background.take(sendWebhooks(config, shared, opened, logger));
  const { SKILLWAKE_GAP_SNAPSHOT_DAYS: gapDays } = config;
  if (gapDays > 0) background.take(keepGapsDaily(shared, gapDays, logger));
  return {
    url: urlOf(server, config.SKILLWAKE_HOST),
    async close() {
      const cut = await shutDown();
      if (cut > 0) logger.warn({ connections: cut }, 'requests under way took too long and were cut off');
      await background.close();
      await apollo.stop();
      await looks.close();
    },
  };
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}/graphql`;
}
