import type { Logger } from 'pino';
import { version } from '../../../package.json';
import { Courier } from '../../adapters/webhooks/courier';
import type { Database } from '../../graph/driver/database';
import type { Config } from '../../shared/config';
import { requestContext, type Shared } from '../graphql/context';

/** Tells webhooks of events until the server stops. */
export function sendWebhooks(
  config: Config,
  shared: Shared,
  opened: Database,
  logger: Logger,
): Promise<void> {
  const { background, rules, webhookSecrets } = shared;
  // A signal of its own: by it is known what rests (`inSpareTime`).
  const gone = AbortSignal.any([background.stop]);
  const doors = {
    ...{ background, logger, secrets: webhookSecrets, agent: `Skillwake/${version}` },
    database: opened.unhurried(),
    context: () => requestContext(shared, { id: 'webhooks' }, { role: 'admin', personKey: undefined }, gone),
  };
  return new Courier(doors, {
    ownHosts: rules.webhookHosts,
    schedule: config.SKILLWAKE_WEBHOOK_RETRY_SECONDS,
    failingDays: config.SKILLWAKE_WEBHOOK_FAILING_DAYS,
    logDays: config.SKILLWAKE_WEBHOOK_LOG_DAYS,
    gapsEvery: config.SKILLWAKE_WEBHOOK_GAP_SECONDS * 1_000,
  }).run();
}
