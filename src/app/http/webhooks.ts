import type { Logger } from 'pino';
import { version } from '../../../package.json';
import { Courier } from '../../adapters/webhooks/courier';
import type { Database } from '../../graph/driver/database';
import type { Config } from '../../shared/config';
import type { Shared } from '../graphql/context';

/** Tells webhooks of events until the server stops. */
export function sendWebhooks(
  config: Config,
  { background, rules, webhookSecrets }: Shared,
  opened: Database,
  logger: Logger,
): Promise<void> {
  const doors = {
    ...{ background, logger, secrets: webhookSecrets, agent: `Skillwake/${version}` },
    database: opened.unhurried(),
  };
  return new Courier(doors, {
    ownHosts: rules.webhookHosts,
    schedule: config.SKILLWAKE_WEBHOOK_RETRY_SECONDS,
    failingDays: config.SKILLWAKE_WEBHOOK_FAILING_DAYS,
    logDays: config.SKILLWAKE_WEBHOOK_LOG_DAYS,
  }).run();
}
